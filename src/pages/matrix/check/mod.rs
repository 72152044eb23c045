//! 责任表核查: what the table leaves open, each with the way to where it is mended.

mod row;

use std::sync::Arc;

use lanmu_api::matrix_check::MatrixCheckView;
use lanmu_api::path;
use lanmu_domain::matrix_check::{Gap, GapKind};
use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use crate::api;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::data_table::DataTable;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::url_state::{UrlState, use_url_state};
use row::columns;

/// The page.
#[component]
pub fn MatrixCheck() -> impl IntoView {
    let kind = use_url_state("kind");
    let check = use_remote(api::matrix::check);
    let href = Signal::derive(move || {
        let kind = kind.get();
        let query = api::query(&[("kind", (!kind.is_empty()).then_some(kind))]);
        format!("{}{query}", path::MATRIX_CHECK_EXPORT)
    });
    view! {
        <PageHeader title="责任表核查" subtitle="责任表现在还没有落实的内容，逐项处理后自动消失" />
        <AsyncView remote=check let:view>
            <Gaps view=view kind=kind href=href />
        </AsyncView>
    }
}

#[component]
fn Gaps(
    /// The answer.
    view: MatrixCheckView,
    /// Where the chosen kind is kept.
    kind: UrlState,
    /// The same as a file.
    href: Signal<String>,
) -> impl IntoView {
    let gaps = Arc::new(view.gaps);
    let chosen = Memo::new(move |_| kind.one_of::<GapKind>());
    let counts = GapKind::ALL.map(|kind| gaps.iter().filter(|gap| gap.kind == kind).count());
    let shown = Signal::derive(move || -> Vec<Gap> {
        let kind = chosen.get();
        let of_kind = |gap: &&Gap| kind.is_none_or(|kind| gap.kind == kind);
        gaps.iter().filter(of_kind).cloned().collect()
    });
    let session = use_session();
    let grants = untrack(|| session.may(Permission::GrantPosts));
    view! {
        <Kinds counts=counts chosen=chosen state=kind />
        <DataTable
            name="matrix-check"
            label="责任表核查"
            columns=columns(grants)
            rows=shown
            sort=use_url_state("sort")
            unit="项"
            export=href
            empty="没有需要处理的内容"
            empty_hint="责任表的这一方面已全部落实。"
        />
    }
}

/// How many there are of each kind; pressing one shows only those.
#[component]
fn Kinds(
    /// In the order of [`GapKind::ALL`].
    counts: [usize; GapKind::ALL.len()],
    /// The kind that is shown.
    chosen: Memo<Option<GapKind>>,
    /// Where it is kept.
    state: UrlState,
) -> impl IntoView {
    let buttons = GapKind::ALL
        .into_iter()
        .zip(counts)
        .map(|(kind, count)| {
            let pressed = move || chosen.get() == Some(kind);
            let press = move |_| state.set(if pressed() { "" } else { kind.key() });
            view! {
                <button
                    type="button"
                    class="status-counts__button"
                    aria-pressed=move || pressed().to_string()
                    on:click=press
                >
                    <span class="status-counts__label">{kind.label()}</span>
                    <span class="status-counts__number">{count}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="status-counts status-counts--words" role="group" aria-label="按类别筛选">
            {buttons}
        </div>
    }
}
