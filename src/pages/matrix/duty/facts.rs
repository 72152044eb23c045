//! The row of the table as it stands.

use lanmu_api::matrix::DutyView;
use leptos::prelude::*;

use super::Names;
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
