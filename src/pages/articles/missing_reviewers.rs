//! Before submitting: which stages would wait because nobody can sign them.

use leptos::prelude::*;

use crate::api::delegation::empty_stages;
use crate::ui::empty_stage::missing_in_words;
use crate::ui::remote::use_remote;

/// A warning in the dialog of the submission; nothing where every stage has somebody.
#[component]
pub fn MissingReviewers(
    /// The department for which the item is written.
    department_id: i64,
) -> impl IntoView {
    let remote = use_remote(move || empty_stages(department_id));
    let stages = move || {
        let found = remote.get().and_then(Result::ok);
        found.map(|found| found.stages).unwrap_or_default()
    };
    view! {
        <div role="status">
            {move || {
                let stages = stages();
                (!stages.is_empty())
                    .then(|| {
                        view! {
                            <p class="notice notice--warning">
                                {format!(
                                    "本部门{}。可以提交，稿件将在该环节等待，落实人员后继续办理。",
                                    missing_in_words(&stages),
                                )}
                            </p>
                        }
                    })
            }}
        </div>
    }
}
