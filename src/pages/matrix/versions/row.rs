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
use crate::ui::remote::{Remote, use_remote};

/// The row.
#[component]
pub fn VersionLine(
    /// The version.
    version: VersionRow,
    /// The list, fetched again afterwards.
    list: Remote<MatrixVersions>,
    /// Whether the person may change the matrix.
    manages: Memo<bool>,
) -> impl IntoView {
    let number = version.number;
    let (shape, state) = match (version.current, version.state) {
        (true, _) => ("●", "现行"),
        (false, VersionState::Planned) => ("◇", VersionState::Planned.label()),
        (false, VersionState::InForce) => ("－", "已被替代"),
        (false, VersionState::Cancelled) => ("－", VersionState::Cancelled.label()),
        (false, VersionState::Failed) => ("▲", VersionState::Failed.label()),
    };
    let planned = version.state == VersionState::Planned;
    let has_table = version.state == VersionState::InForce || planned;
    let decided = if version.decided_by_name.is_empty() {
        "初始导入".to_owned()
    } else {
        version.decided_by_name.clone()
    };
    let class = match (version.current, version.state) {
        (true, _) => "fresh",
        (false, VersionState::Planned) => "planned",
        (false, VersionState::Failed) => "failed",
        (false, VersionState::InForce | VersionState::Cancelled) => "no-clock",
    };
    let open = RwSignal::new(false);
    let title = format!("第 {number} 版，{}起", plain_day(version.effective_from));
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="table__number" data-label="版本">
                {format!("第 {number} 版")}
            </th>
            <td role="cell" data-label="状态">
                <span class=format!("badge badge--{class}")>
                    <span class="badge__shape" aria-hidden="true">{shape}</span>
                    {state}
                </span>
                {(!version.note.is_empty()).then(|| view! { <p class="annex-place">{version.note}</p> })}
            </td>
            <td role="cell" class="table__time" data-label="生效日期">
                {plain_day(version.effective_from)}
            </td>
            <td role="cell" data-label="依据">
                {(!version.document_number.is_empty())
                    .then(|| view! { <p>{version.document_number}</p> })}
                <p>{version.reason}</p>
                {(version.changes > 0).then(|| view! { <Changes number=number count=version.changes /> })}
            </td>
            <td role="cell" data-label="确定人">
                {decided}
                <span class="annex-place">{stamp(version.decided_at)}</span>
            </td>
            <td role="cell" data-label="导出">
                {has_table.then(|| view! { <Files number=number /> })}
                <Show when=move || planned && manages.get()>
                    <Button look=Look::Danger on_press=move |()| open.set(true)>
                        "撤销"
                    </Button>
                </Show>
                {planned
                    .then(|| {
                        view! { <CancelDialog open=open number=number words=title list=list /> }
                    })}
            </td>
        </tr>
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
        view! {
            <a
                class="version-file"
                href=href
                download=""
                rel="external"
                aria-label=format!("导出第 {number} 版 {words}")
            >
                {words}
            </a>
        }
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
