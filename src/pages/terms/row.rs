//! A term in the list.

use lanmu_api::path;
use lanmu_api::secrecy::{KeepTerm, TermView};
use leptos::prelude::*;

use super::edit::Editing;
use crate::api::secrecy::{keep_term, retire};
use crate::date::stamp;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::confirm::Confirm;
use crate::ui::toast::use_toasts;

/// Wrong form, right form, and what can be done.
#[component]
pub fn TermCard(
    /// The term.
    kept: TermView,
    /// The term that is being changed.
    editing: RwSignal<Option<Editing>>,
    /// Follows when it was retired.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let id = kept.id;
    let retiring = RwSignal::new(false);
    let again = StoredValue::new(KeepTerm {
        version: 0,
        term: kept.term.clone(),
    });
    let act = use_act(
        move |(), key| async move { retire(&path::term(id), key).await },
        move |()| {
            retiring.set(false);
            let again = again.get_value();
            toasts.say_undoable(
                "用语已停用",
                move |key| keep_term(None, again.clone(), key),
                move |_| {
                    done.try_run(());
                },
            );
            done.run(());
        },
    );
    let edited = StoredValue::new(kept.clone());
    let term = kept.term;
    let message = format!(
        "停用后保密预检不再提示“{}”，已有的记录保留在台账。",
        term.wrong
    );
    let name = StoredValue::new(term.wrong.clone());
    let spoken = move || view! { <span class="visually-hidden">{name.get_value()}</span> };
    view! {
        <li class="person-card">
            <div class="term">
                <p class="term__forms">
                    <del class="diff__del">{term.wrong}</del>
                    {match term.right {
                        Some(right) => {
                            view! {
                                <span aria-hidden="true">"→"</span>
                                <ins class="diff__ins">{right}</ins>
                            }
                                .into_any()
                        }
                        None => view! { <span class="term__about">"无统一用语，只作提示"</span> }.into_any(),
                    }}
                    {(!term.category.is_empty())
                        .then(|| view! { <span class="badge">{term.category}</span> })}
                </p>
                {(!term.note.is_empty()).then(|| view! { <p class="term__about">{term.note}</p> })}
                <p class="term__about">{kept.changed_by} "　" {stamp(kept.changed_at)}</p>
            </div>
            <div class="form__acts">
                <Button on_press=move |()| editing.set(Some(Editing::Kept(edited.get_value())))>
                    "修改"
                    {spoken}
                </Button>
                <Button look=Look::Danger on_press=move |()| retiring.set(true)>
                    "停用"
                    {spoken}
                </Button>
            </div>
        </li>
        <Confirm open=retiring title="停用用语" message=message action="确认停用" act=act />
    }
}
