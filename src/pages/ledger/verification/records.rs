//! 核验记录.

use lanmu_api::ledger::VerificationRecord;
use lanmu_api::page::Page;
use leptos::prelude::*;

use crate::date::stamp;
use crate::ui::async_view::AsyncView;
use crate::ui::empty_state::EmptyState;
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
                {if page.items.is_empty() {
                    view! { <EmptyState title="还没有核验过" hint="点“校验台账”开始。" /> }.into_any()
                } else {
                    view! {
                        <div class="table-box" tabindex="0" role="region" aria-label="核验记录">
                            <table class="table">
                                <thead>
                                    <tr>
                                        <th scope="col">"时间"</th>
                                        <th scope="col">"核验人"</th>
                                        <th scope="col">"结果"</th>
                                        <th scope="col" class="table__number">"条数"</th>
                                        <th scope="col">"末条校验值"</th>
                                    </tr>
                                </thead>
                                <tbody>{page.items.into_iter().map(row).collect_view()}</tbody>
                            </table>
                        </div>
                    }
                        .into_any()
                }}
            </AsyncView>
        </section>
    }
}

fn row(record: VerificationRecord) -> impl IntoView {
    let found = record.found;
    let result = found.problem.unwrap_or_else(|| "校验通过".to_owned());
    view! {
        <tr>
            <td class="table__time">{stamp(record.at)}</td>
            <td>{record.by}</td>
            <td>{result}</td>
            <td class="table__number">{found.lines}</td>
            <td class="verification__hash">{found.last_hash}</td>
        </tr>
    }
}
