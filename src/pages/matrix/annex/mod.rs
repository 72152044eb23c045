//! 分工表导出与核对: the table in the form of Annex 2 goes out, and a file of that form is read
//! against the table in force, cell by cell. Nothing is stored here.

mod choose;
mod comparison;
mod propose;
mod taken;

use lanmu_api::annex::{AnnexComparison, AnnexFormat};
use lanmu_api::path;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;
use web_sys::File;

use crate::session::use_session;
use crate::ui::button::Look;
use crate::ui::file_link::FileLink;
use crate::ui::page_header::PageHeader;
use choose::Choose;
use comparison::Comparison;
use propose::Propose;

/// A file that was read, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The name of the file.
    pub name: String,
    /// What came of it.
    pub view: AnnexComparison,
}

/// The page.
#[component]
pub fn Annex() -> impl IntoView {
    let session = use_session();
    let compared = RwSignal::new(None::<Compared>);
    let file = StoredValue::new_local(None::<File>);
    let link = |format: AnnexFormat, words: &'static str| {
        let href = format!("{}?format={}", path::MATRIX_ANNEX, format.key());
        view! { <FileLink href=href words=words class=Look::Plain.class() /> }
    };
    view! {
        <PageHeader
            title="分工表导出与核对"
            subtitle="按通知附件2的格式导出现行分工表，或者用一份分工表与现行分工表核对"
        />
        <section class="card annex-part" aria-labelledby="annex-export">
            <h2 id="annex-export">"导出现行分工表"</h2>
            <p class="field__hint">
                "DOCX、XLSX 按原表合并单元格，每页重复表头；截至今天对责任部门、更新要求的调整已写入，已关闭的栏目不列。"
            </p>
            <div class="export-links" role="group" aria-label="导出现行分工表">
                {link(AnnexFormat::Docx, "导出 DOCX")} {link(AnnexFormat::Xlsx, "导出 XLSX")}
                {link(AnnexFormat::Csv, "导出 CSV")}
            </div>
        </section>
        {move || {
            session
                .may(Permission::ManageMatrix)
                .then(|| {
                    view! {
                        <section class="card annex-part" aria-labelledby="annex-compare">
                            <h2 id="annex-compare">"与现行分工表核对"</h2>
                            <p class="field__hint">
                                "选择 XLSX、DOCX 或者 CSV 格式的分工表，逐格列出不同之处。核对不改动现行分工表；需要采用的，可以转入调整草案。"
                            </p>
                            <Choose compared=compared file=file />
                        </section>
                    }
                })
        }}
        {move || {
            compared
                .get()
                .map(|compared| {
                    let differs = !compared.view.differences.is_empty();
                    view! {
                        <Comparison compared=compared />
                        {differs.then(|| view! { <Propose file=file /> })}
                    }
                })
        }}
    }
}
