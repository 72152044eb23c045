//! A version in the list: how it stands, what it changed, its table as files, 撤销.

use lanmu_api::annex::AnnexFormat;
use lanmu_api::matrix_draft::{MatrixVersions, VersionRow, VersionState};
use lanmu_api::path;
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::cancel_dialog::CancelDialog;
use crate::api::matrix_draft::version as fetch;
use crate::date::{plain_day, stamp};
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::data_table::Column;
use crate::ui::file_link::FileLink;
use crate::ui::remote::{Remote, use_remote};

/// The columns of the table.
pub fn columns(
    // Fetched again afterwards.
    list: Remote<MatrixVersions>,
    // Whether the person may change the matrix.
    manages: Memo<bool>,
) -> Vec<Column<VersionRow>> {
    vec![
        Column::new("number", "版本", |version: &VersionRow| {
            format!("第 {} 版", version.number)
        })
        .number()
        .names()
        .sorted_by(|a, b| a.number.cmp(&b.number)),
        Column::new("state", "状态", state),
        Column::new("from", "生效日期", |version: &VersionRow| {
            plain_day(version.effective_from)
        })
        .class("table__time")
        .sorted_by(|a, b| a.effective_from.cmp(&b.effective_from)),
        Column::new("basis", "依据", |version: &VersionRow| {
            let (number, count) = (version.number, version.changes);
            let document = version.document_number.clone();
            view! {
                {(!document.is_empty()).then(|| view! { <p>{document}</p> })}
                <p>{version.reason.clone()}</p>
                {(count > 0).then(|| view! { <Changes number=number count=count /> })}
            }
        }),
        Column::new("decided", "确定人", |version: &VersionRow| {
            let by = if version.decided_by_name.is_empty() {
                "初始导入".to_owned()
            } else {
                version.decided_by_name.clone()
            };
            view! {
                {by}
                <span class="annex-place">{stamp(version.decided_at)}</span>
            }
        })
        .sorted_by(|a, b| a.decided_at.cmp(&b.decided_at)),
        Column::new("files", "导出", move |version: &VersionRow| {
            acts(version, list, manages)
        })
        .fixed(),
    ]
}

fn state(version: &VersionRow) -> impl IntoView + use<> {
    let (shape, words, class) = match (version.current, version.state) {
        (true, _) => ("●", "现行", "fresh"),
        (false, VersionState::Planned) => ("◇", VersionState::Planned.label(), "planned"),
        (false, VersionState::InForce) => ("－", "已被替代", "no-clock"),
        (false, VersionState::Cancelled) => ("－", VersionState::Cancelled.label(), "no-clock"),
        (false, VersionState::Failed) => ("▲", VersionState::Failed.label(), "failed"),
    };
    let note = version.note.clone();
    view! {
        <span class=format!("badge badge--{class}")>
            <span class="badge__shape" aria-hidden="true">{shape}</span>
            {words}
        </span>
        {(!note.is_empty()).then(|| view! { <p class="annex-place">{note}</p> })}
    }
}

fn acts(
    version: &VersionRow,
    list: Remote<MatrixVersions>,
    manages: Memo<bool>,
) -> impl IntoView + use<> {
    let number = version.number;
    let planned = version.state == VersionState::Planned;
    let has_table = version.state == VersionState::InForce || planned;
    let open = RwSignal::new(false);
    let title = format!("第 {number} 版，{}起", plain_day(version.effective_from));
    view! {
        {has_table.then(|| view! { <Files number=number /> })}
        <Show when=move || planned && manages.get()>
            <Button look=Look::Danger on_press=move |()| open.set(true)>
                "撤销"
            </Button>
        </Show>
        {planned
            .then(|| view! { <CancelDialog open=open number=number words=title list=list /> })}
    }
}

/// The table of the version as files.
#[component]
fn Files(
    /// The version.
    number: i64,
) -> impl IntoView {
    let link = move |format: AnnexFormat, words: &'static str| {
        let href = format!(
            "{}?format={}&version={number}",
            path::MATRIX_ANNEX,
            format.key()
        );
        let label = format!("导出第 {number} 版 {words}");
        view! { <FileLink href=href words=words class="version-file" label=label /> }
    };
    view! {
        <span class="version-files">
            {link(AnnexFormat::Docx, "DOCX")} {link(AnnexFormat::Xlsx, "XLSX")}
            {link(AnnexFormat::Csv, "CSV")}
        </span>
    }
}

/// The changes in words, fetched when they are asked for.
#[component]
fn Changes(
    /// The version.
    number: i64,
    /// How many.
    count: u64,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let toggled = move |event: Event| {
        let target = event.target();
        let details = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    view! {
        <details class="version-changes" on:toggle=toggled>
            <summary>{format!("{count} 项调整")}</summary>
            {move || open.get().then(|| view! { <ChangeList number=number /> })}
        </details>
    }
}

#[component]
fn ChangeList(
    /// The version.
    number: i64,
) -> impl IntoView {
    let detail = use_remote(move || fetch(number));
    view! {
        <AsyncView remote=detail let:detail>
            <ol class="version-changes__list">
                {detail
                    .changes
                    .into_iter()
                    .map(|words| view! { <li>{words} "。"</li> })
                    .collect_view()}
            </ol>
        </AsyncView>
    }
}
