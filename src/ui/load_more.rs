//! 加载更多: a list that grows, with how far it has grown in the address.

use std::future::Future;

use lanmu_api::page::{LIMIT_DEFAULT, Page};
use leptos::prelude::*;

use super::button::Button;
use super::remote::Remote;
use super::url_state::UrlState;
use crate::api::ClientError;

/// More than this is not read but filtered.
const PAGES_MAX: i64 = 20;

/// How many pages the address asks for, at least one.
#[must_use]
pub fn pages_of(state: UrlState) -> i64 {
    state.number().unwrap_or(1).clamp(1, PAGES_MAX)
}

/// The first pages of a list as one page, sought one after the other by `fetch`.
///
/// # Errors
/// What the first page that could not be fetched says.
pub async fn first_pages<T, Fut>(
    pages: i64,
    fetch: impl Fn(Option<String>) -> Fut,
) -> Result<Page<T>, ClientError>
where
    Fut: Future<Output = Result<Page<T>, ClientError>>,
{
    let mut all = fetch(None).await?;
    for _ in 1..pages {
        let Some(next) = all.meta.next.take() else {
            break;
        };
        let page = fetch(Some(next)).await?;
        all.items.extend(page.items);
        all.meta = page.meta;
    }
    Ok(all)
}

/// How much is shown, and the button. It keeps the focus while the list grows.
#[component]
pub fn LoadMore<T>(
    /// The list, fetched with [`first_pages`].
    remote: Remote<Page<T>>,
    /// Where the number of pages is kept.
    state: UrlState,
    /// What is counted: 篇, 条, 人.
    unit: &'static str,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    let reached = Memo::new(move |_| {
        remote.with(|answer| match answer {
            Some(Ok(page)) => (page.items.len() as u64, page.meta.clone()),
            _ => Default::default(),
        })
    });
    let more = Memo::new(move |_| reached.with(|(_, meta)| meta.next.is_some()));
    let full = Memo::new(move |_| pages_of(state) == PAGES_MAX);
    let growing = move || {
        let pages = reached.with(|(shown, _)| shown.div_ceil(LIMIT_DEFAULT));
        u64::try_from(pages_of(state)).is_ok_and(|wanted| wanted > pages)
    };
    let words = move || {
        reached.with(|(shown, meta)| {
            (*shown > 0).then(|| {
                let total = if meta.more {
                    format!("{} {unit}以上", meta.total)
                } else {
                    format!("{} {unit}", meta.total)
                };
                if meta.next.is_some() {
                    format!("已显示 {shown} {unit}，共 {total}")
                } else {
                    format!("共 {total}")
                }
            })
        })
    };
    view! {
        <div class="load-more">
            <p class="load-more__count" role="status">{words}</p>
            <Show when=move || more.get() && !full.get()>
                <Button
                    busy=Signal::derive(growing)
                    on_press=move |()| state.set((pages_of(state) + 1).to_string())
                >
                    "加载更多"
                </Button>
            </Show>
            <Show when=move || more.get() && full.get()>
                <p>"记录较多，请用筛选条件缩小范围。"</p>
            </Show>
        </div>
    }
}
