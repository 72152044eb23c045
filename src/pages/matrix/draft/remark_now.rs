//! The remark that the chosen column has now.

use leptos::prelude::*;

use super::choices::Choices;
use super::fields::Fields;
use crate::api::matrix::duty;
use crate::ui::remote::use_remote;

/// In words; nothing until a column is chosen.
#[component]
pub fn RemarkNow(
    /// The fields.
    fields: Fields,
    /// What is offered.
    choices: Choices,
) -> impl IntoView {
    let chosen = Memo::new(move |_| {
        let column = fields.column.get()?;
        choices
            .asked
            .with(|asked| asked.get(&column).map(|asked| asked.duty))
    });
    let view = use_remote(move || {
        let id = chosen.get();
        async move {
            match id {
                Some(id) => duty(id, None).await.map(Some),
                None => Ok(None),
            }
        }
    });
    move || {
        let remark = view.get().and_then(Result::ok).flatten()?.remark;
        let words = if remark.is_empty() {
            "（空）".to_owned()
        } else {
            remark
        };
        Some(view! { <p class="field__hint">{format!("现备注：{words}")}</p> })
    }
}
