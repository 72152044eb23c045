//! 台账: everything that was done, newest first, and the check of the chain.

mod filters;
mod table;
mod verification;

use lanmu_api::ledger::LedgerQuery;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use crate::api::ledger::ledger;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Button;
use crate::ui::empty_state::EmptyState;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;
use filters::Filters;
use table::LedgerTable;
use verification::Verification;

/// The page.
#[component]
pub fn Ledger() -> impl IntoView {
    let session = use_session();
    let (act, department) = (use_url_state("act"), use_url_state("department"));
    let (article, words) = (use_url_state("article"), use_url_state("q"));
    let (from, to, after) = (
        use_url_state("from"),
        use_url_state("to"),
        use_url_state("after"),
    );
    let text = |text: String| (!text.is_empty()).then_some(text);
    let lines = use_remote(move || {
        ledger(LedgerQuery {
            act: act.one_of(),
            department_id: department.number(),
            article_id: article.number(),
            from: from.get().parse().ok(),
            to: to.get().parse().ok(),
            q: text(words.get()),
            after: text(after.get()),
            limit: None,
        })
    });
    view! {
        <PageHeader title="台账">
            {move || {
                session.may(Permission::VerifyLedger).then(|| view! { <Verification /> })
            }}
        </PageHeader>
        <Filters />
        <AsyncView remote=lines let:page>
            {if page.items.is_empty() {
                view! {
                    <EmptyState title="没有符合条件的记录" hint="可以放宽筛选条件后再查询。" />
                }
                    .into_any()
            } else {
                let next = page.meta.next.clone();
                let first_page = after.text.with(String::is_empty);
                view! {
                    <p class="list-count">{format!("共 {} 条", page.meta.total)}</p>
                    <LedgerTable lines=page.items />
                    <div class="form__acts ledger-pages">
                        {(!first_page)
                            .then(|| {
                                view! { <Button on_press=move |()| after.set("")>"回到最新"</Button> }
                            })}
                        {next
                            .map(|next| {
                                view! {
                                    <Button on_press=move |()| {
                                        after.set(next.clone());
                                    }>"下一页"</Button>
                                }
                            })}
                    </div>
                }
                    .into_any()
            }}
        </AsyncView>
    }
}
