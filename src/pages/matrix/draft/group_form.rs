//! The members that the chosen group has now.

use leptos::prelude::*;

use super::choices::Choices;
use super::fields::Fields;
use crate::ui::button::Button;

/// How many there are; where wanted with a button that fills them in.
#[component]
pub fn Members(
    /// The fields.
    fields: Fields,
    /// What is offered.
    choices: Choices,
    /// Whether they can be filled in.
    fill: bool,
) -> impl IntoView {
    let members = move || {
        let group = fields.group.get()?;
        choices.groups.with(|groups| {
            let group = groups.iter().find(|known| known.id == group)?;
            Some(group.department_ids.clone())
        })
    };
    move || {
        let members = members()?;
        let number = members.len();
        Some(view! {
            <p class="pick-list__chosen">
                <span class="field__hint">{format!("现有 {number} 个部门")}</span>
                {fill
                    .then(|| {
                        view! {
                            <Button on_press=move |()| fields.departments.set(members.clone())>
                                "按现有部门勾选"
                            </Button>
                        }
                    })}
            </p>
        })
    }
}
