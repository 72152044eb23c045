//! A file is chosen or dropped, and sent.

use lanmu_api::path;
use leptos::html;
use leptos::prelude::*;
use web_sys::{File, FileList, XmlHttpRequest};

use super::Compared;
use crate::api::file::send_file;
use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;

/// Where a file is put.
#[component]
pub fn Choose(
    /// What came of the latest.
    compared: RwSignal<Option<Compared>>,
    /// Keeps the latest, so that it can be sent once more.
    file: StoredValue<Option<File>, LocalStorage>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let sent = RwSignal::new(None::<u8>);
    let error = RwSignal::new(None::<String>);
    let request = StoredValue::new_local(None::<XmlHttpRequest>);
    let take = move |files: Option<FileList>| {
        let Some(chosen) = files.and_then(|files| files.get(0)) else {
            return;
        };
        if sent.get_untracked().is_some() {
            return;
        }
        error.set(None);
        compared.set(None);
        sent.set(Some(0));
        let name = chosen.name();
        file.set_value(Some(chosen.clone()));
        let begun = send_file(
            path::MATRIX_ANNEX_COMPARE,
            &chosen,
            move |per_cent| {
                sent.try_set(Some(per_cent));
            },
            move |answer| {
                // Cancelled, or the page is gone.
                if sent.try_get_untracked().flatten().is_none() {
                    return;
                }
                sent.set(None);
                match answer {
                    Ok(view) => {
                        let name = name.clone();
                        compared.try_set(Some(Compared { name, view }));
                    }
                    Err(why) => drop(error.try_set(Some(why.message()))),
                }
            },
        );
        if begun.is_none() {
            sent.set(None);
            error.set(Some("文件没有上传成功，请重试。".to_owned()));
        }
        request.set_value(begun);
    };
    let cancel = move || {
        sent.set(None);
        if let Some(request) = request.get_value() {
            // What hears of the end knows that it was cancelled.
            let _ = request.abort();
        }
    };
    view! {
        <div
            class="annex-drop"
            on:dragover=|event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                take(event.data_transfer().and_then(|data| data.files()));
            }
        >
            <input
                type="file"
                class="visually-hidden"
                tabindex="-1"
                aria-hidden="true"
                accept=".xlsx,.docx,.csv"
                node_ref=input
                on:change=move |_| {
                    if let Some(input) = input.get_untracked() {
                        take(input.files());
                        // The same file again is another choice.
                        input.set_value("");
                    }
                }
            />
            {move || match sent.get() {
                None => {
                    view! {
                        <Button
                            look=Look::Primary
                            on_press=move |()| {
                                if let Some(input) = input.get_untracked() {
                                    input.click();
                                }
                            }
                        >
                            "选择分工表文件"
                        </Button>
                        <span class="field__hint">"也可以把文件拖放到此处"</span>
                    }
                        .into_any()
                }
                Some(per_cent) => {
                    view! {
                        <progress
                            class="attachments__progress"
                            max="100"
                            value=per_cent.to_string()
                            aria-label="上传进度"
                        ></progress>
                        <span role="status">"正在核对……"</span>
                        <Button look=Look::Quiet on_press=move |()| cancel()>
                            "取消"
                        </Button>
                    }
                        .into_any()
                }
            }}
        </div>
        <ErrorLine message=Signal::derive(move || error.get()) />
    }
}
