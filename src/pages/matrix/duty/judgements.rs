//! How each owner stands, and the arithmetic.

use lanmu_api::matrix::OwnerJudgement;
use leptos::prelude::*;

use super::Names;
use crate::date::plain_day;
use crate::ui::badge::StatusBadge;

/// 更新情况.
#[component]
pub fn Judgements(
    /// The judgement of each owner, or one for all.
    judgements: Vec<OwnerJudgement>,
    /// The names of the departments.
    names: Names,
    /// The owners.
    owners: Vec<i64>,
) -> impl IntoView {
    let all_name = match owners.as_slice() {
        [] => "无责任部门".to_owned(),
        [only] => names.of(*only),
        several => format!("{} 个部门共同", several.len()),
    };
    let mut judgements = judgements;
    // The most urgent first; the server's order among equals.
    judgements.sort_by_key(|owner| (owner.judgement.status, owner.judgement.due));
    let rows = judgements
        .into_iter()
        .map(|owner| view! { <OwnerRow owner=owner names=names.clone() all_name=all_name.clone() /> })
        .collect_view();
    view! {
        <section class="duty-section" aria-labelledby="judgements-title">
            <h2 id="judgements-title">"更新情况"</h2>
            <div class="table-box">
                <table class="table duty-table" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">"责任部门"</th>
                            <th role="columnheader" scope="col">"状态"</th>
                            <th role="columnheader" scope="col">"期限"</th>
                            <th role="columnheader" scope="col">"最近更新"</th>
                            <th role="columnheader" scope="col">"计算说明"</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn OwnerRow(
    /// How the owner stands.
    owner: OwnerJudgement,
    /// The names of the departments.
    names: Names,
    /// Who owes it where the judgement holds for all.
    all_name: String,
) -> impl IntoView {
    let judgement = owner.judgement;
    let unannounced = judgement.by_rule.iter().any(|rule| rule.unannounced);
    // The due date can come from another rule than the status: then both are explained.
    let mut reasons: Vec<String> = [judgement.deciding_rule(), judgement.due_rule()]
        .into_iter()
        .flatten()
        .map(|rule| rule.arithmetic.clone())
        .collect();
    reasons.dedup();
    if reasons.is_empty() {
        reasons.push("没有可计时的更新要求。".to_owned());
    }
    let name = owner
        .department_id
        .map_or_else(|| all_name, |id| names.of(id));
    let day = |day: Option<_>, none: &str| day.map_or_else(|| none.to_owned(), plain_day);
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" data-label="责任部门">{name}</th>
            <td role="cell" data-label="状态">
                <StatusBadge status=judgement.status />
            </td>
            <td role="cell" data-label="期限" class="table__time">
                {day(judgement.due, "无")}
            </td>
            <td role="cell" data-label="最近更新" class="table__time">
                {day(judgement.last_updated_on, "未更新")}
            </td>
            <td role="cell" data-label="计算说明">
                {reasons.into_iter().map(|reason| view! { <p>{reason}</p> }).collect_view()}
                {unannounced
                    .then(|| view! { <p class="duty-note">"跨年节假日安排未公布，期限可能调整。"</p> })}
            </td>
        </tr>
    }
}
