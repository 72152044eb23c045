//! 正文: paragraphs, headings, lists, links and tables. What is pasted loses its dress at once;
//! the server cleans the HTML again.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::FileList;

use super::link_dialog::{LinkDialog, select, selected_range};

const TABLE: &str = "<table><tbody><tr><th>项目</th><th>内容</th></tr>\
     <tr><td><br></td><td><br></td></tr><tr><td><br></td><td><br></td></tr></tbody></table><p><br></p>";

/// A paragraph that waits for text.
const EMPTY: &str = "<p><br></p>";

/// A tool: its words, the editing command and its argument.
const TOOLS: [(&str, &str, &str); 8] = [
    ("正文", "formatBlock", "p"),
    ("一级标题", "formatBlock", "h2"),
    ("二级标题", "formatBlock", "h3"),
    ("加粗", "bold", ""),
    ("项目列表", "insertUnorderedList", ""),
    ("编号列表", "insertOrderedList", ""),
    ("表格", "insertHTML", TABLE),
    ("撤销", "undo", ""),
];

/// The editor.
#[component]
pub fn BodyEditor(
    /// The text as HTML. Set from outside it replaces what is shown.
    value: RwSignal<String>,
    /// HTML to put where the cursor was.
    insert: RwSignal<Option<String>>,
    /// Files were pasted or dropped.
    on_files: impl Fn(FileList) + Copy + Send + Sync + 'static,
    /// What is wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let left_at = StoredValue::new_local(None::<web_sys::Range>);
    let node = NodeRef::<html::Div>::new();
    let link_open = RwSignal::new(false);
    // The element's content is the browser's while one types; it is set only where it differs.
    Effect::new(move |_| {
        let text = value.get();
        if let Some(element) = node.get()
            && shown(&element) != text
        {
            element.set_inner_html(&text);
        }
    });
    let take = move || {
        if let Some(element) = node.get_untracked() {
            value.set(shown(&element));
        }
    };
    let run = move |command: &str, argument: &str| {
        if let Some(element) = node.get_untracked() {
            let _ = element.focus();
        }
        execute(command, argument);
        if let Some(element) = node.get_untracked() {
            free_lists(&element);
        }
        take();
    };
    Effect::new(move |_| {
        let Some(html) = insert.get() else { return };
        insert.set(None);
        if let Some(element) = node.get_untracked() {
            let _ = element.focus();
            match left_at.get_value() {
                Some(range) => select(Some(range)),
                None => to_the_end(&element),
            }
        }
        run("insertHTML", &html);
    });
    let insert_link = move |address: String| run("createLink", &address);
    view! {
        <div class="body-editor" class:field--wrong=move || error.with(Option::is_some)>
            <span class="field__label" id="body-label">
                "正文"
            </span>
            <span class="field__required" aria-hidden="true">"必填"</span>
            <div class="body-editor__tools" role="toolbar" aria-label="正文格式">
                {TOOLS
                    .into_iter()
                    .map(|(label, command, argument)| {
                        view! {
                            <button
                                type="button"
                                class="body-editor__tool"
                                // The selection in the text must stay.
                                on:mousedown=|event| event.prevent_default()
                                on:click=move |_| run(command, argument)
                            >
                                {label}
                            </button>
                        }
                    })
                    .collect_view()}
                <button
                    type="button"
                    class="body-editor__tool"
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| link_open.set(true)
                >
                    "链接"
                </button>
            </div>
            <div
                class="body-editor__text article-body"
                id="body"
                node_ref=node
                contenteditable="true"
                role="textbox"
                aria-multiline="true"
                aria-labelledby="body-label"
                aria-describedby="body-error"
                aria-invalid=move || error.with(Option::is_some).to_string()
                on:focus=move |_| {
                    if let Some(element) = node.get_untracked() {
                        begin_with_paragraph(&element);
                    }
                }
                on:input=move |_| take()
                on:blur=move |_| left_at.set_value(selected_range())
                on:drop=move |event| {
                    let files = event.data_transfer().and_then(|data| data.files());
                    if let Some(files) = files.filter(|files| files.length() > 0) {
                        event.prevent_default();
                        event.stop_propagation();
                        on_files(files);
                    }
                }
                on:paste=move |event| {
                    let files = event.clipboard_data().and_then(|data| data.files());
                    match files.filter(|files| files.length() > 0 && !has_words(&event)) {
                        Some(files) => {
                            event.prevent_default();
                            on_files(files);
                        }
                        None => paste_plainly(&event),
                    }
                    take();
                }
            ></div>
            <p class="field__error" id="body-error" aria-live="polite">
                {move || error.get()}
            </p>
            <LinkDialog open=link_open on_choose=insert_link />
        </div>
    }
}

/// The browser makes a list inside the paragraph that it was made from, which no HTML allows: the
/// list takes the paragraph's place, and one goes on typing at its end.
fn free_lists(element: &web_sys::HtmlElement) {
    while let Ok(Some(list)) = element.query_selector("p > ul, p > ol") {
        let Some(paragraph) = list.parent_element() else {
            return;
        };
        if paragraph.replace_with_with_node_1(&list).is_err() {
            return;
        }
        if let (Some(item), Ok(Some(selection))) =
            (list.last_element_child(), window().get_selection())
        {
            let _ = selection.select_all_children(&item);
            let _ = selection.collapse_to_end();
        }
    }
}

/// What stands in the editor; nothing, where only the paragraph that waits for text does.
fn shown(element: &web_sys::HtmlElement) -> String {
    let html = element.inner_html();
    if html == EMPTY { String::new() } else { html }
}

/// The first line is a paragraph too: without one to type into, the browser leaves it bare.
fn begin_with_paragraph(element: &web_sys::HtmlElement) {
    execute("defaultParagraphSeparator", "p");
    if !element.inner_html().is_empty() {
        return;
    }
    element.set_inner_html(EMPTY);
    if let (Some(paragraph), Ok(Some(selection))) =
        (element.first_child(), window().get_selection())
    {
        let _ = selection.collapse_with_offset(Some(&paragraph), 0);
    }
}

/// The browser's own editing commands: old, but in every browser since long before Chromium 109,
/// with undo, and without a library larger than this SPA.
fn execute(command: &str, argument: &str) {
    if let Ok(document) = document().dyn_into::<web_sys::HtmlDocument>() {
        let _ = document.exec_command_with_show_ui_and_value(command, false, argument);
    }
}

/// Whether the clipboard has text besides files, as a spreadsheet's has.
fn has_words(event: &web_sys::ClipboardEvent) -> bool {
    let data = event.clipboard_data();
    let text = data.and_then(|data| data.get_data("text/plain").ok());
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Where nobody has typed yet, things go to the end.
fn to_the_end(element: &web_sys::HtmlElement) {
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.select_all_children(element);
        let _ = selection.collapse_to_end();
    }
}

/// Pastes text as paragraphs, and tables and lists as such, without fonts and colours.
fn paste_plainly(event: &web_sys::ClipboardEvent) {
    let Some(data) = event.clipboard_data() else {
        return;
    };
    let html = data.get_data("text/html").unwrap_or_default();
    if html.contains("<table") || html.contains("<li") {
        // Structure is worth keeping; the server strips the rest.
        return;
    }
    event.prevent_default();
    let text = data.get_data("text/plain").unwrap_or_default();
    let paragraphs: String = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| format!("<p>{}</p>", escape(line)))
        .collect();
    let single = text.trim().lines().count() <= 1;
    if single {
        execute("insertText", text.trim());
    } else {
        execute("insertHTML", &paragraphs);
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
