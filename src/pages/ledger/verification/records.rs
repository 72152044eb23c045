//! 核验记录.

use lanmu_api::ledger::VerificationRecord;
use lanmu_api::page::Page;
use leptos::prelude::*;

use crate::date::stamp;
use crate::ui::async_view::AsyncView;
use crate::ui::data_table::{Column, DataTable};
use crate::ui::remote::Remote;

/// Earlier checks, the latest first.
#[component]
pub fn Records(
    /// The checks.
    records: Remote<Page<VerificationRecord>>,
) -> impl IntoView {
    view! {
        <section aria-labelledby="verification-records">
            <h2 id="verification-records">"核验记录"</h2>
            <AsyncView remote=records let:page>
                <DataTable
                    name="ledger-verifications"
                    label="核验记录"
                    columns=columns()
                    rows=Signal::stored(page.items)
                    empty="还没有核验过"
                    empty_hint="点“校验台账”开始。"
                />
            </AsyncView>
        </section>
    }
}

fn columns() -> Vec<Column<VerificationRecord>> {
    vec![
        Column::new("at", "时间", |record: &VerificationRecord| {
            stamp(record.at)
        })
        .class("table__time")
        .names(),
        Column::new("by", "核验人", |record: &VerificationRecord| {
            record.by.clone()
        }),
        Column::new("result", "结果", |record: &VerificationRecord| {
            let problem = record.found.problem.clone();
            problem.unwrap_or_else(|| "校验通过".to_owned())
        })
        .fixed(),
        Column::new("lines", "条数", |record: &VerificationRecord| {
            record.found.lines
        })
        .number(),
        Column::new("hash", "末条校验值", |record: &VerificationRecord| {
            record.found.last_hash.clone()
        })
        .class("verification__hash"),
    ]
}
