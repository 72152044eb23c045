//! The lines as a table.

use lanmu_api::ledger::LedgerLineView;
use lanmu_domain::ledger::LedgerLine;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::date::stamp;
use crate::ui::addressed::addressed;
use crate::ui::data_table::{Column, DataTable};

/// How much of a hash is shown; the whole of it is in the title.
const HASH_SHOWN: usize = 8;

/// The table. Its lines come a page at a time, newest first: it is not sorted otherwise.
#[component]
pub fn LedgerTable(
    /// The lines.
    lines: Vec<LedgerLineView>,
    /// The same as a file.
    export: Signal<String>,
) -> impl IntoView {
    view! {
        <DataTable
            name="ledger"
            label="台账记录"
            class="ledger-table"
            columns=columns()
            rows=Signal::stored(lines)
            export=export
            empty="没有符合条件的记录"
            empty_hint="可以放宽筛选条件后再查询。"
        />
    }
}

fn columns() -> Vec<Column<LedgerLineView>> {
    vec![
        Column::new("sequence", "序号", |LedgerLineView { line, .. }| {
            line.sequence
        })
        .number()
        .fixed(),
        Column::new("at", "时间", |LedgerLineView { line, .. }| stamp(line.at))
            .class("table__time")
            .fixed(),
        Column::new(
            "act",
            "操作、环节、结果",
            |LedgerLineView { line, .. }| with_minor(line.act.label().to_owned(), ending(line)),
        )
        .class("ledger-table__act")
        .fixed(),
        Column::new("subject", "标题、事项", subject),
        Column::new(
            "person",
            "人员、岗位",
            |LedgerLineView { line, .. }| {
                let name = if line.person_name.is_empty() {
                    "系统".to_owned()
                } else {
                    line.person_name.clone()
                };
                with_minor(name, line.post.clone())
            },
        ),
        Column::new(
            "place",
            "部门、栏目",
            |LedgerLineView { line, .. }| {
                with_minor(line.department_name.clone(), line.column_path.clone())
            },
        ),
        Column::new("note", "说明", |LedgerLineView { line, .. }| {
            addressed(&line.note)
        }),
        Column::new("hash", "校验值", |LedgerLineView { hash, .. }| {
            let short: String = hash.chars().take(HASH_SHOWN).collect();
            view! { <span title=hash.clone()>{short}</span> }
        })
        .class("ledger-table__hash"),
    ]
}

fn subject(LedgerLineView { line, .. }: &LedgerLineView) -> AnyView {
    let words = line.subject.clone();
    match line.article_id {
        Some(id) => view! { <A href=format!("/articles/{id}")>{words}</A> }.into_any(),
        None => words.into_any(),
    }
}

/// Nothing where both are empty: an empty cell is not shown on a card.
fn with_minor(words: String, minor: String) -> impl IntoView {
    (!words.is_empty() || !minor.is_empty()).then(|| {
        view! {
            <span>{words}</span>
            " "
            <span class="ledger-table__minor">{minor}</span>
        }
    })
}

/// Stage and result: 审核　通过.
pub(super) fn ending(line: &LedgerLine) -> String {
    let result = line.act.result();
    match line.stage() {
        Some(stage) => format!("{}　{result}", stage.label()),
        None => result.to_owned(),
    }
}
