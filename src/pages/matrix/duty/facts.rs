//! The row of the table as it stands.

use lanmu_api::matrix::DutyView;
use lanmu_domain::freshness::Tenure;
use leptos::prelude::*;

use super::Names;
use crate::date::long_day;
use crate::ui::badge::StatusBadge;
use crate::ui::names::Names as NameList;

/// 原表内容.
#[component]
pub fn Facts(
    /// The duty.
    view: DutyView,
    /// The names of the departments.
    names: Names,
) -> impl IntoView {
    let row = view.row;
    let owners: Vec<String> = row
        .owners
        .iter()
        .map(|owner| names.of(owner.department_id))
        .collect();
    let several = owners.len() > 1;
    let changes = changes(&view.tenures, &names);
    let closed = row
        .closed_since
        .map(|day| format!("已关闭，自{}起不计时", long_day(day)));
    let or = |text: String, empty: &str| {
        if text.is_empty() {
            empty.to_owned()
        } else {
            text
        }
    };
    view! {
        <section class="card" aria-labelledby="facts-title">
            <h2 id="facts-title">"原表内容"</h2>
            <dl class="duty-facts">
                <dt>"状态"</dt>
                <dd>
                    <StatusBadge status=row.status />
                </dd>
                {closed
                    .map(|words| {
                        view! {
                            <dt>"栏目"</dt>
                            <dd>{words}</dd>
                        }
                    })}
                <dt>"序号"</dt>
                <dd>{row.annex_row}</dd>
                <dt>"栏目类型"</dt>
                <dd>{row.column_kind.label()}</dd>
                <dt>"更新要求"</dt>
                <dd>{or(row.requirement, "（原表未填）")}</dd>
                <dt>"责任部门"</dt>
                <dd>{or(row.owner_text, "（原表未填）")}</dd>
                <dt>"对应部门"</dt>
                <dd>
                    <NameList names=owners />
                </dd>
                {several
                    .then(|| {
                        view! {
                            <dt>"责任方式"</dt>
                            <dd>{row.mode.label()}</dd>
                        }
                    })}
                {(!changes.is_empty())
                    .then(|| {
                        let items = changes.into_iter().map(|words| view! { <li>{words}</li> });
                        view! {
                            <dt>"责任变更"</dt>
                            <dd>
                                <ul>{items.collect_view()}</ul>
                            </dd>
                        }
                    })}
                {(!view.remark.is_empty())
                    .then(|| {
                        view! {
                            <dt>"备注"</dt>
                            <dd>{view.remark}</dd>
                        }
                    })}
            </dl>
        </section>
    }
}

/// Who answered since when and until when; nothing while the owners are those of the beginning.
fn changes(tenures: &[Tenure], names: &Names) -> Vec<String> {
    let Some(first) = tenures.iter().map(|tenure| tenure.since).min() else {
        return Vec::new();
    };
    let changed = |tenure: &&Tenure| tenure.until.is_some() || tenure.since > first;
    let mut changed: Vec<&Tenure> = tenures.iter().filter(changed).collect();
    changed.sort_by_key(|tenure| tenure.since);
    changed
        .into_iter()
        .map(|tenure| {
            let name = names.of(tenure.department_id);
            let since = long_day(tenure.since);
            // The last day is what a county office writes; the first day without is what is kept.
            match tenure.until.and_then(|until| until.pred_opt()) {
                Some(last) if last < tenure.since => format!("{name}：原定{since}起，未开始"),
                Some(last) if tenure.since == first => format!("{name}：至{}止", long_day(last)),
                Some(last) => format!("{name}：{since}至{}", long_day(last)),
                None => format!("{name}：{since}起"),
            }
        })
        .collect()
}
