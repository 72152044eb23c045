//! 责任矩阵: who keeps which column, by when, and how it stands.

mod annex;
mod board;
mod check;
mod differences;
mod draft;
mod duty;
mod filter;
mod filters;
mod grid;
mod list;
mod paper;
mod row;
mod rule_fields;
mod shared;
mod versions;

use lanmu_api::path;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::api;
use crate::date::long_day;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::export_links::ExportLinks;
use crate::ui::page_header::PageHeader;
use crate::ui::past_note::{PastNote, use_past_day};
use crate::ui::remote::use_remote;
use crate::ui::segments::Segments;
use board::Board;
use filters::use_filters;

pub use annex::Annex;
pub use check::MatrixCheck;
pub use draft::MatrixDraft;
pub use duty::Duty;
pub use versions::Versions;

/// The page: the whole county for coordinators, the own departments for others.
#[component]
pub fn Matrix() -> impl IntoView {
    let session = use_session();
    let filters = use_filters();
    let whole = Memo::new(move |_| session.may(Permission::ViewWholeMatrix));
    let as_of = use_past_day(filters.as_of);
    let matrix = use_remote(move || api::matrix::matrix(None, as_of.get()));
    let subtitle = Signal::derive(move || {
        matrix
            .get()
            .and_then(Result::ok)
            .map(|view| {
                format!(
                    "第 {} 版，{}起施行，共 {} 项责任",
                    view.version.number,
                    long_day(view.version.effective_from),
                    view.duties.len(),
                )
            })
            .unwrap_or_default()
    });
    let href = Signal::derive(move || {
        let query = api::query(&[
            ("department_id", Some(filters.department.get())),
            ("as_of", as_of.get().map(|day| day.to_string())),
        ]);
        format!("{}{query}", path::MATRIX_EXPORT)
    });
    view! {
        <div class:matrix-on-paper=move || filters.view.get() != "grid">
            <PageHeader title="责任矩阵" subtitle=subtitle>
                {move || {
                    whole
                        .get()
                        .then(|| {
                            view! {
                                <A href="/matrix/check" attr:class=Look::Plain.class()>
                                    "责任表核查"
                                </A>
                                <A href="/matrix/versions" attr:class=Look::Plain.class()>
                                "责任表调整"
                            </A>
                            <A href="/matrix/annex" attr:class=Look::Plain.class()>
                                    "分工表导出与核对"
                                </A>
                            }
                        })
                }}
                <ExportLinks href=href />
                {move || {
                    (filters.view.get() != "grid")
                        .then(|| {
                            view! {
                                <Button on_press=move |()| {
                                    // Nothing can be done where there is no printer.
                                    let _ = window().print();
                                }>"打印"</Button>
                            }
                        })
                }}
                {move || {
                    whole
                        .get()
                        .then(|| {
                            view! {
                                <Segments
                                    label="视图"
                                    choices=vec![("list", "列表"), ("grid", "栏目×部门")]
                                    state=filters.view
                                />
                            }
                        })
                }}
            </PageHeader>
            <AsyncView remote=matrix let:view>
                <PastNote day=view.today past=Some(view.today) == as_of.get() state=filters.as_of />
                <Board view=view filters=filters />
            </AsyncView>
        </div>
    }
}
