//! A draft in the list.

use lanmu_api::matrix_draft::DraftRow;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::date::{long_stamp, plain_day};

/// The row.
#[component]
pub fn DraftLine(
    /// The draft.
    draft: DraftRow,
) -> impl IntoView {
    let day = draft.effective_from.map_or_else(
        || "生效日期未定".to_owned(),
        |day| format!("拟自{}起施行", plain_day(day)),
    );
    let document = (!draft.document_number.is_empty()).then_some(draft.document_number);
    let facts: Vec<String> = document
        .into_iter()
        .chain([day, format!("{} 项调整", draft.changes)])
        .collect();
    view! {
        <li class="article-row draft-row">
            <div>
                <A href=format!("/matrix/drafts/{}", draft.id) attr:class="article-row__title">
                    {draft.reason}
                </A>
                <p class="draft-facts">{facts.join("，")}</p>
            </div>
            <p class="draft-facts">
                {format!("{}，{}修改", draft.changed_by_name, long_stamp(draft.changed_at))}
            </p>
        </li>
    }
}
