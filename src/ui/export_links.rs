//! What is on screen as a file.

use leptos::prelude::*;

use super::button::Look;

/// 导出 XLSX, 导出 CSV: links, so that the browser saves the file with the name that the server
/// gives it.
#[component]
pub fn ExportLinks(
    /// The address with its query, without the format.
    #[prop(into)]
    href: Signal<String>,
) -> impl IntoView {
    let link = move |format: &'static str, words: &'static str| {
        let href = move || {
            let href = href.get();
            let mark = if href.contains('?') { '&' } else { '?' };
            format!("{href}{mark}format={format}")
        };
        view! {
            <a class=Look::Plain.class() href=href download="" rel="external">
                {words}
            </a>
        }
    };
    view! {
        <div class="export-links" role="group" aria-label="导出">
            {link("xlsx", "导出 XLSX")} {link("csv", "导出 CSV")}
        </div>
    }
}
