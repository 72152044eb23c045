//! Duties that go on and for which others answer then.

use lanmu_api::matrix_draft::DutyPassed;
use leptos::prelude::*;

/// Names listed at most; of a group of fifty the number says enough.
const NAMED: usize = 3;

/// The list; nothing where there are none.
#[component]
pub fn Passed(
    /// The duties.
    duties: Vec<DutyPassed>,
) -> impl IntoView {
    let number = duties.len();
    let items = duties
        .into_iter()
        .map(|duty| {
            let parts = [("增加", duty.come), ("减少", duty.leave)].map(side);
            let words: Vec<String> = parts.into_iter().flatten().collect();
            view! {
                <li class="moved__item">
                    <strong>{duty.column_path.join(" / ")}</strong>
                    <p class="moved__path">{words.join("；")}</p>
                </li>
            }
        })
        .collect_view();
    (number > 0).then(|| {
        view! {
            <section class="moved" aria-label="责任部门有变化的栏目">
                <p class="moved__summary">
                    {format!("责任部门有变化的栏目（{number} 项）：")}
                </p>
                <ul class="moved__list" tabindex="0" aria-label="责任部门有变化的栏目">
                    {items}
                </ul>
            </section>
        }
    })
}

fn side((verb, names): (&str, Vec<String>)) -> Option<String> {
    let number = names.len();
    let named = names.first()?;
    Some(if number > NAMED {
        format!("{verb}{named}等 {number} 个部门")
    } else {
        format!("{verb}{}", names.join("、"))
    })
}
