//! 台账: everything that was done, newest first, and the check of the chain.

mod filters;
mod print;
mod table;
mod verification;

use lanmu_api::ledger::LedgerQuery;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::api::ledger::{ledger, ledger_file};
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Look;
use crate::ui::load_more::{LoadMore, first_pages, pages_of};
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;
use filters::Filters;
pub use print::PrintLedger;
use table::LedgerTable;
pub use verification::LedgerVerification;

/// The page.
#[component]
pub fn Ledger() -> impl IntoView {
    let session = use_session();
    let (act, department) = (use_url_state("act"), use_url_state("department"));
    let stage = use_url_state("stage");
    let location = use_location();
    let print = move || {
        let search = location.search.get();
        format!("/ledger/print?{}", search.trim_start_matches('?'))
    };
    let (article, words) = (use_url_state("article"), use_url_state("q"));
    let (from, to, pages) = (
        use_url_state("from"),
        use_url_state("to"),
        use_url_state("pages"),
    );
    let text = |text: String| (!text.is_empty()).then_some(text);
    let asked = move || LedgerQuery {
        act: act.one_of(),
        stage: stage.one_of(),
        department_id: department.number(),
        article_id: article.number(),
        from: from.get().parse().ok(),
        to: to.get().parse().ok(),
        q: text(words.get()),
        after: None,
        limit: None,
    };
    let file = Signal::derive(move || ledger_file(asked()));
    let lines = use_remote(move || {
        let query = asked();
        first_pages(pages_of(pages), move |after| {
            ledger(LedgerQuery {
                after,
                ..query.clone()
            })
        })
    });
    view! {
        <PageHeader title="台账">
            <a class=Look::Plain.class() href=print>
                "打印台账"
            </a>
            {move || {
                session
                    .may(Permission::VerifyLedger)
                    .then(|| {
                        view! {
                            <A href="/ledger/verification" attr:class=Look::Plain.class()>
                                "台账核验"
                            </A>
                        }
                    })
            }}
        </PageHeader>
        <Filters />
        <AsyncView remote=lines let:page>
            <LedgerTable lines=page.items export=file />
        </AsyncView>
        <LoadMore remote=lines state=pages unit="条" />
    }
}
