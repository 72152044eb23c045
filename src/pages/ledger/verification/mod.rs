//! 台账核验: the check of the whole chain, the record of earlier checks, and a filed hash against
//! the chain; for the audit administrator.

mod anchor;
mod records;

use lanmu_api::ledger::VerificationRecord;
use leptos::prelude::*;

use crate::api::ledger::{verifications, verify};
use crate::date::long_stamp;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;
use crate::ui::load_more::{LoadMore, first_pages, pages_of};
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;
use anchor::Anchor;
use records::Records;

/// The page.
#[component]
pub fn LedgerVerification() -> impl IntoView {
    let pages = use_url_state("pages");
    let records = use_remote(move || first_pages(pages_of(pages), verifications));
    let check = use_act(|(), key| verify(key), move |_| records.refetch());
    let latest = Memo::new(move |_| {
        let page = records.get()?.ok()?;
        page.items.into_iter().next()
    });
    view! {
        <PageHeader
            title="台账核验"
            subtitle="逐条校验整本台账，结果留存。末条校验值可打印归档，日后与台账比对。"
        >
            <Button on_press=|()| drop(window().print())>"打印核验记录"</Button>
            <Button
                look=Look::Primary
                busy=Signal::derive(move || check.pending())
                on_press=move |()| check.run(())
            >
                "校验台账"
            </Button>
        </PageHeader>
        <ErrorLine message=Signal::derive(move || check.error().map(|error| error.message())) />
        <p role="status">
            {move || check.pending().then_some("正在逐条校验，记录较多时需要几秒……")}
        </p>
        {move || latest.get().map(|record| view! { <Latest record=record /> })}
        <Anchor />
        <Records records=records />
        <LoadMore remote=records state=pages unit="次" />
    }
}

/// What was found last, large enough to be filed on paper.
#[component]
fn Latest(
    /// The check.
    record: VerificationRecord,
) -> impl IntoView {
    let found = record.found;
    let words = if found.intact {
        format!("校验通过，共 {} 条", found.lines)
    } else {
        format!("校验未通过：{}", found.problem.unwrap_or_default())
    };
    let hash = found.last_hash;
    view! {
        <section
            class="card verification-latest"
            class:verification-latest--wrong=!found.intact
            aria-labelledby="verification-latest"
        >
            <h2 id="verification-latest">"最近一次核验"</h2>
            <p class="verification-latest__words">{words}</p>
            <p>{format!("{}　{}", record.by, long_stamp(record.at))}</p>
            {(!hash.is_empty())
                .then(|| {
                    view! {
                        <p>{format!("第 {} 条校验值（SM3）", found.lines)}</p>
                        <p class="verification-latest__hash">
                            <code>{hash}</code>
                        </p>
                    }
                })}
        </section>
    }
}
