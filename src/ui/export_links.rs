//! What is on screen as a file.

use leptos::prelude::*;

use super::button::Look;
use super::file_link::FileLink;

/// 导出 XLSX, 导出 CSV: links. A file of the whole county takes a while to make: while it comes, a line
/// says how far it is and can stop it. Where the browser cannot do that, it follows the link.
#[component]
pub fn ExportLinks(
    /// The address with its query, without the format.
    #[prop(into)]
    href: Signal<String>,
) -> impl IntoView {
    let link = move |format: &'static str, words: &'static str| {
        let address = Signal::derive(move || {
            let href = href.get();
            let mark = if href.contains('?') { '&' } else { '?' };
            format!("{href}{mark}format={format}")
        });
        view! { <FileLink href=address words=words class=Look::Plain.class() /> }
    };
    view! {
        <div class="export-links" role="group" aria-label="导出">
            {link("xlsx", "导出 XLSX")} {link("csv", "导出 CSV")}
        </div>
    }
}
