//! A file is chosen or dropped, and sent.

use lanmu_api::path;
use leptos::html;
use leptos::prelude::*;
use web_sys::{File, FileList};

use super::Compared;
use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;
use crate::ui::upload::{UploadProgress, file_problem, use_upload};

/// Where a file is put.
#[component]
pub fn Choose(
    /// What came of the latest.
    compared: RwSignal<Option<Compared>>,
    /// Keeps the latest, so that it can be sent once more.
    file: StoredValue<Option<File>, LocalStorage>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let upload = use_upload();
    let error = RwSignal::new(None::<String>);
    let take = move |files: Option<FileList>| {
        let Some(chosen) = files.and_then(|files| files.get(0)) else {
            return;
        };
        if upload.sending().get_untracked() {
            return;
        }
        error.set(None);
        compared.set(None);
        let name = chosen.name();
        file.set_value(Some(chosen.clone()));
        upload.send(
            path::MATRIX_ANNEX_COMPARE,
            &chosen,
            move |answer| match answer {
                Ok(view) => compared.set(Some(Compared {
                    name: name.clone(),
                    view,
                })),
                Err(why) => error.set(Some(file_problem(&why))),
            },
        );
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
            <Show when=move || !upload.sending().get()>
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
            </Show>
            <UploadProgress upload=upload />
        </div>
        <ErrorLine message=Signal::derive(move || error.get()) />
    }
}
