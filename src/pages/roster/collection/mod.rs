//! 收集: the collections, and one of them department by department.

mod departments;
mod open_dialog;
mod remind;

use lanmu_api::path;
use lanmu_api::roster_collection::{CollectionRow, CollectionView};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::api::roster::{close_collection, collection, collections, forms_query};
use crate::date::long_stamp;
use crate::ui::act::use_act;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::confirm::Confirm;
use crate::ui::empty_state::EmptyState;
use crate::ui::file_link::FileLink;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::{Remote, use_remote};
use crate::ui::toast::use_toasts;
use departments::Departments;
use open_dialog::OpenDialog;

/// All collections.
#[component]
pub fn Collections() -> impl IntoView {
    let opening = RwSignal::new(false);
    let list = use_remote(collections);
    view! {
        <PageHeader title="收集工作机构表" subtitle="向各部门收集盖章的工作机构表，逐部门跟踪报送情况">
            <Button look=Look::Primary on_press=move |()| opening.set(true)>
                "发起收集"
            </Button>
        </PageHeader>
        <AsyncView remote=list let:rows>
            {if rows.is_empty() {
                view! {
                    <EmptyState title="还没有发起过收集" hint="发起后，各部门的今日待办会出现报送提醒。" />
                }
                    .into_any()
            } else {
                view! {
                    <ul class="article-list">
                        {rows.into_iter().map(|row| view! { <Row row=row /> }).collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </AsyncView>
        <OpenDialog open=opening list=list />
    }
}

#[component]
fn Row(
    /// The collection.
    row: CollectionRow,
) -> impl IntoView {
    let when = spans(&row);
    view! {
        <li class="article-row roster-collection">
            <div>
                <p class="article-row__title">
                    <A href=format!("/roster/collections/{}", row.id)>{row.title}</A>
                </p>
                <p class="article-row__place">{when}</p>
            </div>
            <p>{format!("已报送 {} / {}", row.handed_in, row.asked)}</p>
        </li>
    }
}

/// Until when it runs, and since when it does not.
fn spans(row: &CollectionRow) -> String {
    let closed = row.closed_at.map_or("正在收集".to_owned(), |at| {
        format!("{}已结束", long_stamp(at))
    });
    format!(
        "{}截止　{}于{}发起　{closed}",
        long_stamp(row.due),
        row.by,
        long_stamp(row.at)
    )
}

/// The collection in the address.
#[component]
pub fn CollectionPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || {
        params
            .with(|params| params.get("id")?.parse::<i64>().ok())
            .unwrap_or_default()
    };
    let remote = use_remote(move || collection(id()));
    let known = move || remote.get().and_then(Result::ok);
    let title = Signal::derive(move || {
        known().map_or("收集工作机构表".to_owned(), |view| view.row.title)
    });
    let subtitle = Signal::derive(move || known().map(|view| spans(&view.row)).unwrap_or_default());
    view! {
        <PageHeader title=title subtitle=subtitle>
            {move || known().map(|view| view! { <Acts view=view remote=remote /> })}
        </PageHeader>
        <AsyncView remote=remote let:view>
            <Departments view=view remote=remote />
        </AsyncView>
    }
}

#[component]
fn Acts(
    /// The collection.
    view: CollectionView,
    /// Fetched again afterwards.
    remote: Remote<CollectionView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let id = view.row.id;
    let closing = RwSignal::new(false);
    let act = use_act(
        move |(), key| close_collection(id, key),
        move |()| {
            closing.set(false);
            toasts.say("收集已结束");
            remote.refetch();
        },
    );
    let open = view.row.closed_at.is_none();
    let missing = view.row.asked - view.row.handed_in;
    let message =
        format!("结束后各部门不能再报送，还有 {missing} 个部门未报送。已报送的材料保留。");
    let forms = (view.row.handed_in > 0).then(|| {
        let file = format!(
            "{}{}",
            path::ROSTER_FORMS_EXPORT,
            forms_query(None, Some(id))
        );
        view! {
            <A href=format!("/roster/print?collection={id}") attr:class=Look::Plain.class()>
                "打印已报送的表"
            </A>
            <FileLink href=file words="导出 DOCX" class=Look::Plain.class() />
        }
    });
    view! {
        {forms}
        {open
            .then(|| {
                view! {
                    <Button on_press=move |()| closing.set(true)>"结束收集"</Button>
                    <Confirm
                        open=closing
                        title="结束收集"
                        message=message
                        action="确认结束"
                        act=act
                    />
                }
            })}
    }
}
