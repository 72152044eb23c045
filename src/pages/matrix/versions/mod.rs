//! 责任表调整: versions of the matrix, drafts of new ones, and two versions against each other.

mod cancel_dialog;
mod compare;
mod draft_row;
mod new_dialog;
mod row;

use lanmu_api::matrix_draft::MatrixVersions;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use crate::api::matrix_draft::versions;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::data_table::DataTable;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::{Remote, use_remote};
use crate::ui::url_state::use_url_state;
use compare::Compare;
use draft_row::DraftLine;
use new_dialog::NewDialog;
use row::columns;

/// The page.
#[component]
pub fn Versions() -> impl IntoView {
    let session = use_session();
    let list = use_remote(versions);
    let manages = Memo::new(move |_| session.may(Permission::ManageMatrix));
    let creating = RwSignal::new(false);
    view! {
        <PageHeader
            title="责任表调整"
            subtitle="栏目、部门、分组和更新要求的调整先拟草案，自生效日期起成为新的一版；历次版本都可查看、对比和导出"
        >
            <Show when=move || manages.get()>
                <Button look=Look::Primary on_press=move |()| creating.set(true)>
                    "新建调整"
                </Button>
            </Show>
        </PageHeader>
        <AsyncView remote=list let:answer>
            <Lists answer=answer list=list manages=manages />
        </AsyncView>
        <Show when=move || manages.get()>
            <NewDialog open=creating />
        </Show>
    }
}

#[component]
fn Lists(
    /// Versions and drafts.
    answer: MatrixVersions,
    /// The same, to be fetched again.
    list: Remote<MatrixVersions>,
    /// Whether the person may change the matrix.
    manages: Memo<bool>,
) -> impl IntoView {
    let numbers: Vec<_> = answer
        .versions
        .iter()
        .map(|version| (version.number, version.effective_from, version.current))
        .collect();
    let drafts = StoredValue::new(answer.drafts);
    let no_drafts = drafts.with_value(Vec::is_empty);
    let draft_lines = move || {
        let lines = drafts.get_value().into_iter();
        lines
            .map(|draft| view! { <DraftLine draft=draft /> })
            .collect_view()
    };
    view! {
        <Show when=move || manages.get()>
            <section class="version-part" aria-labelledby="drafts-title">
                <h2 id="drafts-title">"草案"</h2>
                {no_drafts
                    .then(|| {
                        view! {
                            <p class="field__hint">
                                "没有草案。机构改革、栏目调整前，请新建调整。"
                            </p>
                        }
                    })}
                <ul class="article-list">{draft_lines}</ul>
            </section>
        </Show>
        <section class="version-part" aria-labelledby="versions-title">
            <h2 id="versions-title">"历次版本"</h2>
            <DataTable
                name="matrix-versions"
                label="历次版本"
                columns=columns(list, manages)
                rows=Signal::stored(answer.versions)
                sort=use_url_state("sort")
                unit="版"
                empty="还没有版本"
            />
        </section>
        <Compare numbers=numbers />
    }
}
