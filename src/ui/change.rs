//! A change of a coordinator: looked at first, then confirmed.

use std::future::Future;
use std::rc::Rc;

use lanmu_api::evidence::Registered;
use lanmu_api::preview::PreviewView;
use leptos::prelude::*;

use super::act::{Act, use_act};
use super::button::{Button, Look};
use super::error_state::ErrorLine;
use super::moved_deadlines::MovedDeadlines;
use crate::api::{ClientError, IdempotencyKey};

/// What is wrong with a form before it is sent: the field and the words.
pub type Fault = (&'static str, &'static str);

type Form<F> = Rc<dyn Fn() -> Result<F, Fault>>;

/// A change and how it stands.
pub struct Change<F: 'static> {
    form: StoredValue<Form<F>, LocalStorage>,
    look: Act<F>,
    make: Act<F>,
    seen: RwSignal<Option<(F, PreviewView)>, LocalStorage>,
    fault: RwSignal<Option<Fault>>,
}

impl<F> Clone for Change<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Change<F> {}

impl<F: Clone + PartialEq + 'static> Change<F> {
    /// The form as it stands; reactive.
    fn form(self) -> Result<F, Fault> {
        self.form.with_value(Rc::clone)()
    }

    /// Asks what the change would move.
    pub fn preview(self) {
        self.make.clear();
        match untrack(|| self.form()) {
            Ok(form) => {
                self.fault.set(None);
                self.look.run(form);
            }
            Err(fault) => self.fault.set(Some(fault)),
        }
    }

    /// Makes the change, if what it moves was looked at.
    fn confirm(self) {
        let seen = self
            .seen
            .with_untracked(|seen| seen.as_ref().map(|(form, _)| form.clone()));
        match (untrack(|| self.form()), seen) {
            (Ok(form), Some(seen)) if form == seen => self.make.run(form),
            _ => self.preview(),
        }
    }

    /// What the form as it stands would move; `None` until that was asked.
    fn looked_at(self) -> Option<PreviewView> {
        let form = self.form().ok()?;
        self.seen.with(|seen| {
            let seen = seen.as_ref().filter(|(seen, _)| *seen == form);
            seen.map(|(_, preview)| preview.clone())
        })
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn error(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let fault = self.fault.get().filter(|(name, _)| *name == field);
            fault
                .map(|(_, words)| words.to_owned())
                .or_else(|| self.look.field_error(field))
                .or_else(|| self.make.field_error(field))
        })
    }
}

/// A change: `form` reads the fields, `look` asks what it would move, `make` makes it.
pub fn use_change<F, L, M>(
    form: impl Fn() -> Result<F, Fault> + 'static,
    look: impl Fn(F, IdempotencyKey) -> L + 'static,
    make: impl Fn(F, IdempotencyKey) -> M + 'static,
    done: impl Fn() + 'static,
) -> Change<F>
where
    F: Clone + PartialEq + 'static,
    L: Future<Output = Result<PreviewView, ClientError>> + 'static,
    M: Future<Output = Result<Registered, ClientError>> + 'static,
{
    let form: Form<F> = Rc::new(form);
    let form = StoredValue::new_local(form);
    let seen = RwSignal::new_local(None);
    let asked = StoredValue::new_local(None::<F>);
    let look = use_act(
        move |form: F, key| {
            asked.set_value(Some(form.clone()));
            look(form, key)
        },
        move |preview| seen.set(asked.get_value().map(|form| (form, preview))),
    );
    let make = use_act(make, move |_| {
        seen.set(None);
        done();
    });
    Change {
        form,
        look,
        make,
        seen,
        fault: RwSignal::new(None),
    }
}

/// The end of the form: what the change moves, why it was refused, 取消, 预览影响 and the act.
#[component]
pub fn ChangeActs<F: Clone + PartialEq + 'static>(
    /// The change.
    change: Change<F>,
    /// The fields that show their own errors.
    fields: &'static [&'static str],
    /// The words of the act.
    action: &'static str,
    /// The dialog.
    open: RwSignal<bool>,
) -> impl IntoView {
    let looked_at = Signal::derive_local(move || change.looked_at());
    let is_seen = Signal::derive_local(move || looked_at.with(Option::is_some));
    let refused = move || {
        let refused = change.look.general_error(fields);
        refused.or_else(|| change.make.general_error(fields))
    };
    view! {
        {move || looked_at.get().map(|preview| view! { <MovedDeadlines preview=preview /> })}
        <ErrorLine message=Signal::derive(refused) />
        <div class="dialog__acts">
            <Button on_press=move |()| open.set(false)>"取消"</Button>
            {move || {
                let busy = Signal::derive(move || change.look.pending());
                if is_seen.get() {
                    view! {
                        <Button
                            look=Look::Primary
                            busy=Signal::derive(move || change.make.pending())
                            on_press=move |()| change.confirm()
                        >
                            {action}
                        </Button>
                    }
                        .into_any()
                } else {
                    view! {
                        <Button look=Look::Primary submit=true busy=busy>
                            "预览影响"
                        </Button>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}
