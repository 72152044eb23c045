//! 消息: what the person was told, the newest first.

mod last_seen;
mod row;

use lanmu_api::notification::{MarkRead, NotificationRow};
use lanmu_api::page::Page;
use leptos::prelude::*;

use crate::api::notification::{mark_read, notifications};
use crate::date::long_stamp;
use crate::live::refetch_on;
use crate::session::use_session;
use crate::shell::news::use_news;
use crate::ui::act::use_act;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Button;
use crate::ui::empty_state::EmptyState;
use crate::ui::error_state::ErrorLine;
use crate::ui::load_more::{LoadMore, first_pages, pages_of};
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::segments::Segments;
use crate::ui::url_state::use_url_state;
use last_seen::{last_seen, saw};
use row::Row;

/// The page.
#[component]
pub fn Notifications() -> impl IntoView {
    let session = use_session();
    let news = use_news();
    let (which, pages) = (use_url_state("view"), use_url_state("pages"));
    let only_unread = Memo::new(move |_| which.get() == "unread");
    let list = use_remote(move || {
        let unread = only_unread.get();
        first_pages(pages_of(pages), move |after| notifications(unread, after))
    });
    refetch_on(list, |_| true);
    let person = session.who().map(|who| who.person_id).unwrap_or_default();
    let before = StoredValue::new(last_seen(person));
    // What is shown now is what "since last time" will mean next time.
    Effect::new(move |_| {
        if let Some(Ok(page)) = list.get()
            && let Some(newest) = page.items.first()
        {
            saw(person, newest.id);
        }
    });
    let mark = use_act(mark_read, move |_| {
        news.changed();
        list.refetch();
    });
    let newest = move || match list.get() {
        Some(Ok(page)) => page.items.first().map(|row| row.id),
        _ => None,
    };
    let subtitle = Signal::derive(move || {
        before
            .get_value()
            .map(|seen| format!("上次查看：{}", long_stamp(seen.at)))
            .unwrap_or_default()
    });
    view! {
        <PageHeader title="消息" subtitle=subtitle>
            <Segments
                label="显示"
                choices=vec![("all", "全部"), ("unread", "未读")]
                state=which
            />
            <Button
                busy=Signal::derive(move || mark.pending())
                disabled=Signal::derive(move || news.unread() == 0)
                on_press=move |()| {
                    if let Some(id) = newest() {
                        mark.run(MarkRead { up_to: Some(id), id: None });
                    }
                }
            >
                "全部标为已读"
            </Button>
        </PageHeader>
        <ErrorLine message=Signal::derive(move || mark.error().map(|error| error.message())) />
        <AsyncView remote=list let:page>
            <List page=page mark=mark last=before.get_value().map(|seen| seen.id) />
        </AsyncView>
        <LoadMore remote=list state=pages unit="条" />
    }
}

#[component]
fn List(
    /// What was told.
    page: Page<NotificationRow>,
    /// Marks as read.
    mark: crate::ui::act::Act<MarkRead>,
    /// The newest that was shown the last time.
    last: Option<i64>,
) -> impl IntoView {
    if page.items.is_empty() {
        return view! {
            <EmptyState title="没有消息" hint="有稿件等待您审核、被退回或者审发时，会在这里告诉您。" />
        }
        .into_any();
    }
    let is_new = |row: &NotificationRow| last.is_none_or(|last| row.id > last);
    let new = page.items.iter().filter(|row| is_new(row)).count();
    let part = |heading: String, rows: Vec<NotificationRow>| {
        (!rows.is_empty()).then(|| {
            let rows = rows
                .into_iter()
                .map(|row| view! { <Row row=row mark=mark /> })
                .collect_view();
            view! {
                <section class="news__part">
                    <h2 class="news__heading">{heading}</h2>
                    <ul class="news">{rows}</ul>
                </section>
            }
        })
    };
    let mut rows = page.items;
    let old = rows.split_off(new);
    // Nothing is "since last time" on the first visit.
    let newer = if last.is_some() {
        format!("上次查看以后的新消息（{new} 条）")
    } else {
        String::new()
    };
    view! {
        {part(newer, rows)}
        {part("以前的消息".to_owned(), old)}
    }
    .into_any()
}
