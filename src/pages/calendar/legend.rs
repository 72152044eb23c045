//! What the shapes and marks mean.

use lanmu_domain::freshness::Status;
use leptos::prelude::*;

use crate::ui::badge::StatusBadge;

/// 图例.
#[component]
pub fn Legend(
    /// Whether the marks of days are explained too.
    #[prop(optional)]
    days: bool,
) -> impl IntoView {
    let statuses = [
        (Status::Blank, "从未发布"),
        (Status::Overdue, "已过期限"),
        (Status::DueToday, "今天 24 时到期"),
        (Status::DueSoon, "即将到期"),
        (Status::Fresh, "在期限内"),
    ]
    .map(|(status, words)| {
        view! {
            <li>
                <StatusBadge status=status />
                {words}
            </li>
        }
    })
    .collect_view();
    view! {
        <ul class="legend" aria-label="图例">
            {statuses}
            {days
                .then(|| {
                    view! {
                        <li>
                            <span class="day-mark day-mark--off">"休"</span>
                            "节假日"
                        </li>
                        <li>
                            <span class="day-mark day-mark--work">"班"</span>
                            "调休上班"
                        </li>
                    }
                })}
        </ul>
    }
}
