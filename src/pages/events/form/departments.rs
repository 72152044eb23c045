//! Which departments an event obliges.

use lanmu_api::event::PreviewDuty;
use leptos::prelude::*;

use super::draft::{Draft, owners};
use crate::ui::radio_group::RadioGroup;

/// For the coordinator all owners or some of them; for officers of several departments which of
/// their own. Nothing where there is only one to choose.
#[component]
pub fn Departments(
    /// The duties chosen.
    chosen: Memo<Vec<PreviewDuty>>,
    /// Where the choice is kept.
    draft: Draft,
    /// What is wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let owners = Memo::new(move |_| chosen.with(|duties| owners(duties)));
    let several = Memo::new(move |_| owners.with(Vec::len) > 1);
    let boxes = move || {
        let named = draft.only_some.get() == Some(true);
        (several.get() && named).then(|| {
            owners
                .get()
                .into_iter()
                .map(|(id, name)| view! { <DepartmentBox id=id name=name draft=draft /> })
                .collect_view()
        })
    };
    move || {
        several.get().then(|| {
            view! {
                <div class="event-departments">
                    {if draft.whole {
                        view! {
                            <RadioGroup
                                name="event-departments"
                                legend="应更新的部门"
                                choices=vec![(false, "全部责任部门"), (true, "指定部门")]
                                value=draft.only_some
                                required=true
                            />
                        }
                            .into_any()
                    } else {
                        view! { <p class="field__label">"应更新的部门"</p> }.into_any()
                    }}
                    <div class="event-departments__list" role="group" aria-label="应更新的部门">
                        {boxes}
                    </div>
                    <p class="field__error" aria-live="polite">
                        {move || error.get()}
                    </p>
                </div>
            }
        })
    }
}

#[component]
fn DepartmentBox(
    /// The department.
    id: i64,
    /// Its name.
    name: String,
    /// Where the choice is kept.
    draft: Draft,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || draft.is_ticked(id)
                on:change=move |_| draft.flip(id)
            />
            <span>{name}</span>
        </label>
    }
}
