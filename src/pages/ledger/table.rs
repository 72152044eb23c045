//! The lines as a table.

use lanmu_api::ledger::LedgerLineView;
use lanmu_domain::ledger::LedgerLine;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::date::stamp;

/// How much of a hash is shown; the whole of it is in the title.
const HASH_SHOWN: usize = 8;

/// The table.
#[component]
pub fn LedgerTable(
    /// The lines.
    lines: Vec<LedgerLineView>,
) -> impl IntoView {
    view! {
        <div class="table-box" tabindex="0" role="region" aria-label="台账记录">
            <table class="table ledger-table">
                <thead>
                    <tr>
                        <th scope="col">"序号"</th>
                        <th scope="col">"时间"</th>
                        <th scope="col">"操作、环节、结果"</th>
                        <th scope="col">"标题、事项"</th>
                        <th scope="col">"人员、岗位"</th>
                        <th scope="col">"部门、栏目"</th>
                        <th scope="col">"说明"</th>
                        <th scope="col">"校验值"</th>
                    </tr>
                </thead>
                <tbody>
                    {lines.into_iter().map(|line| view! { <Line line=line /> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Line(
    /// What it shows.
    line: LedgerLineView,
) -> impl IntoView {
    let LedgerLineView { line, hash } = line;
    let ending = ending(&line);
    let short: String = hash.chars().take(HASH_SHOWN).collect();
    let subject = match line.article_id {
        Some(id) => view! { <A href=format!("/articles/{id}")>{line.subject}</A> }.into_any(),
        None => view! { <span>{line.subject}</span> }.into_any(),
    };
    let name = if line.person_name.is_empty() {
        "系统".to_owned()
    } else {
        line.person_name
    };
    view! {
        <tr>
            <td class="table__number">{line.sequence}</td>
            <td class="table__time">{stamp(line.at)}</td>
            <td class="ledger-table__act">
                <span>{line.act.label()}</span> <span class="ledger-table__minor">{ending}</span>
            </td>
            <td>{subject}</td>
            <td>
                {name} <span class="ledger-table__minor">{line.post}</span>
            </td>
            <td>
                {line.department_name} <span class="ledger-table__minor">{line.column_path}</span>
            </td>
            <td>{line.note}</td>
            <td class="ledger-table__hash" title=hash>
                {short}
            </td>
        </tr>
    }
}

/// Stage and result: 审核　通过.
pub(super) fn ending(line: &LedgerLine) -> String {
    let result = line.act.result();
    match line.stage() {
        Some(stage) => format!("{}　{result}", stage.label()),
        None => result.to_owned(),
    }
}
