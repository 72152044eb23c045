//! A change of a coordinator: from a day on, for a reason, looked at first and then confirmed.

use std::rc::Rc;

use chrono::NaiveDate;
use lanmu_api::preview::PreviewView;
use leptos::prelude::*;

use super::act::{Act, use_act};
use super::button::{Button, Look};
use super::day_picker::DayPicker;
use super::error_state::ErrorLine;
use super::moved_deadlines::MovedDeadlines;
use super::text_area::TextArea;
use crate::api::change::{Asked, make, preview};
use crate::date::browser_now;

/// What is wrong with a form before it is sent: the field and the words.
pub type Fault = (&'static str, &'static str);

type Form = Rc<dyn Fn(NaiveDate, String) -> Result<Asked, Fault>>;

/// What the server knows the first day and the act by.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The field of the first day in the request, and its label; `None` where there is none.
    pub day: Option<(&'static str, &'static str)>,
    /// The label of the reason.
    pub reason: &'static str,
    /// The words of the act.
    pub action: &'static str,
    /// The fields that show their own errors, besides day and reason.
    pub fields: &'static [&'static str],
}

/// A change and how it stands.
#[derive(Clone, Copy)]
pub struct Change {
    form: StoredValue<Form, LocalStorage>,
    wording: Wording,
    /// The first day, as its field has it.
    pub day: RwSignal<String>,
    reason: RwSignal<String>,
    look: Act<Asked>,
    make: Act<Asked>,
    seen: RwSignal<Option<(Asked, PreviewView)>>,
    fault: RwSignal<Option<Fault>>,
}

impl Change {
    /// The request as the form stands; reactive.
    fn asked(self) -> Result<Asked, Fault> {
        let day = match self.wording.day {
            Some((field, _)) => {
                let day = self.day.with(|day| day.parse());
                day.map_err(|_| (field, "请填写日期。"))?
            }
            None => NaiveDate::MIN,
        };
        self.form.with_value(Rc::clone)(day, self.reason.get())
    }

    /// Asks what the change would move.
    fn preview(self) {
        self.make.clear();
        match untrack(|| self.asked()) {
            Ok(asked) => {
                self.fault.set(None);
                self.look.run(asked);
            }
            Err(fault) => self.fault.set(Some(fault)),
        }
    }

    /// Makes the change, if what it moves was looked at.
    fn confirm(self) {
        match untrack(|| self.asked()) {
            Ok(asked) if untrack(|| self.looked_at()).is_some() => self.make.run(asked),
            _ => self.preview(),
        }
    }

    /// What the form as it stands would move; `None` until that was asked.
    fn looked_at(self) -> Option<PreviewView> {
        let asked = self.asked().ok()?;
        self.seen.with(|seen| {
            let seen = seen.as_ref().filter(|(seen, _)| *seen == asked);
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

    /// Why it was refused, where the refusal is not about a field.
    fn refused(self) -> Option<String> {
        let mut fields = vec!["reason"];
        fields.extend(self.wording.day.map(|(field, _)| field));
        fields.extend(self.wording.fields);
        let look = self.look.general_error(&fields);
        look.or_else(|| self.make.general_error(&fields))
    }
}

/// A change: `form` makes the request of the first day, the reason and its own fields.
pub fn use_change(
    wording: Wording,
    form: impl Fn(NaiveDate, String) -> Result<Asked, Fault> + 'static,
    done: impl Fn() + 'static,
) -> Change {
    let form: Form = Rc::new(form);
    let done: Rc<dyn Fn()> = Rc::new(done);
    with_form(wording, form, done)
}

// Not generic: one copy in the SPA, however many changes there are.
fn with_form(wording: Wording, form: Form, done: Rc<dyn Fn()>) -> Change {
    let seen = RwSignal::new(None);
    let last = StoredValue::new(None::<Asked>);
    let look = use_act(
        move |asked: Asked, key| {
            last.set_value(Some(asked.clone()));
            preview(asked, key)
        },
        move |view| seen.set(last.get_value().map(|asked| (asked, view))),
    );
    let make = use_act(make, move |_| {
        seen.set(None);
        done();
    });
    Change {
        form: StoredValue::new_local(form),
        wording,
        day: RwSignal::new(browser_now().date_naive().to_string()),
        reason: RwSignal::new(String::new()),
        look,
        make,
        seen,
        fault: RwSignal::new(None),
    }
}

/// The form of a change: its own fields, the first day, the reason, what it moves, 取消, 预览影响
/// and, once that was looked at, the act.
#[component]
pub fn ChangeForm(
    /// The change.
    change: Change,
    /// The dialog.
    open: RwSignal<bool>,
    /// What to mind about the first day.
    #[prop(optional)]
    hint: &'static str,
    /// Its own fields.
    children: Children,
) -> impl IntoView {
    let Wording {
        day,
        reason,
        action,
        ..
    } = change.wording;
    let looked_at = Memo::new(move |_| change.looked_at());
    let acts = move || {
        if looked_at.with(Option::is_some) {
            let busy = Signal::derive(move || change.make.pending());
            view! {
                <Button look=Look::Primary busy=busy on_press=move |()| change.confirm()>
                    {action}
                </Button>
            }
        } else {
            let busy = Signal::derive(move || change.look.pending());
            view! {
                <Button look=Look::Primary submit=true busy=busy on_press=|()| ()>
                    "预览影响"
                </Button>
            }
        }
    };
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                change.preview();
            }
        >
            {children()}
            {day
                .map(|(field, label)| {
                    view! {
                        <DayPicker
                            id="change-day"
                            label=label
                            value=change.day
                            on_change=move |text| change.day.set(text)
                            hint=hint
                            required=true
                            error=change.error(field)
                        />
                    }
                })}
            <TextArea
                id="change-reason"
                label=reason
                value=change.reason
                rows=2
                required=true
                error=change.error("reason")
            />
            {move || looked_at.get().map(|preview| view! { <MovedDeadlines preview=preview /> })}
            <ErrorLine message=Signal::derive(move || change.refused()) />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                {acts}
            </div>
        </form>
    }
    .into_any()
}
