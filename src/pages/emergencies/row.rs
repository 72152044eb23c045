//! An emergency release with its review; red once the time has passed.

use lanmu_api::emergency::EmergencyRow;
use lanmu_domain::review::EmergencyStatus;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::date::{browser_now, long_stamp};
use crate::ui::badge::EmergencyBadge;

/// The row.
#[component]
pub fn Row(
    /// What it shows.
    row: EmergencyRow,
) -> impl IntoView {
    let place = format!("{}　{}", row.column_path.join(" / "), row.department_name);
    let released = format!("{}于{}紧急发布：{}", row.by, long_stamp(row.at), row.reason);
    let over = (browser_now() - row.due).num_hours();
    let review = match (row.status, &row.review) {
        (EmergencyStatus::Overdue, _) => {
            format!(
                "应于{}前完成事后审核，已超时 {over} 小时。",
                long_stamp(row.due)
            )
        }
        (EmergencyStatus::Waiting, _) => format!(
            "须于{}前完成事后审核，还有 {} 小时。",
            long_stamp(row.due),
            -over
        ),
        (_, Some(review)) if review.opinion.is_empty() => format!(
            "{}于{}{}。",
            review.by,
            long_stamp(review.at),
            review.verdict.label()
        ),
        (_, Some(review)) => format!(
            "{}于{}{}：{}",
            review.by,
            long_stamp(review.at),
            review.verdict.label(),
            review.opinion
        ),
        (_, None) => "发布前内容已修改，须重新经过三审。".to_owned(),
    };
    view! {
        <li
            class="evidence-item card"
            class:emergency--overdue=row.status == EmergencyStatus::Overdue
        >
            <h2 class="evidence-item__title">
                <A href=format!("/articles/{}", row.article_id)>{row.title}</A>
            </h2>
            <p class="evidence-item__minor">{place}</p>
            <p>{released}</p>
            <p class="emergency__review">
                <EmergencyBadge status=row.status />
                <span>{review}</span>
            </p>
        </li>
    }
}
