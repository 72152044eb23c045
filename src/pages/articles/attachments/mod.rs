//! 附件与图片: uploaded here, put into the text with a description, and listed.

mod pictures;
mod upload_row;

use leptos::html;
use leptos::prelude::*;
use web_sys::FileList;

use crate::ui::button::Button;
use pictures::Pictures;
use upload_row::{Chosen, UploadRow};

/// What the dialog of the browser offers; what is taken is decided by what is in the file.
const ACCEPT: &str = ".jpg,.jpeg,.png,.gif,.webp,.pdf,.ofd,.doc,.docx,.xls,.xlsx,.wps,.et";

/// The files that are being uploaded, or wait to be put into the text.
#[derive(Clone, Copy)]
pub struct Uploads {
    list: RwSignal<Vec<Chosen>>,
    next: StoredValue<u32>,
}

impl Uploads {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self {
            list: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        }
    }

    /// Begins to upload files that were chosen, dropped or pasted.
    pub fn take(self, files: &FileList) {
        for file in (0..files.length()).filter_map(|index| files.get(index)) {
            let id = self.next.get_value();
            self.next.set_value(id + 1);
            let upload = Chosen::begin(id, &file);
            self.list.update(|list| list.push(upload));
        }
    }

    fn remove(self, id: u32) {
        self.list
            .update(|list| list.retain(|upload| upload.id != id));
    }
}

/// The panel below the text.
#[component]
pub fn AttachmentPanel(
    /// The text as HTML.
    body: RwSignal<String>,
    /// HTML that the editor is to put where the cursor was.
    insert: RwSignal<Option<String>>,
    /// The files.
    uploads: Uploads,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let choose = move || {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move || {
        let Some(input) = input.get_untracked() else {
            return;
        };
        if let Some(files) = input.files() {
            uploads.take(&files);
        }
        // The same file again is another choice.
        input.set_value("");
    };
    view! {
        <section
            class="attachments"
            aria-label="附件与图片"
            on:dragover=|event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
                    uploads.take(&files);
                }
            }
        >
            <h2>"附件与图片"</h2>
            <p class="field__hint">
                "图片不超过 10 MB，文件不超过 50 MB；可以拖放到此处，图片也可以直接粘贴到正文。拍摄地点、作者等信息自动去除。"
            </p>
            <input
                type="file"
                class="visually-hidden"
                tabindex="-1"
                aria-hidden="true"
                multiple=true
                accept=ACCEPT
                node_ref=input
                on:change=move |_| chosen()
            />
            <Button on_press=move |()| choose()>"上传图片或文件"</Button>
            <ul class="attachments__list" aria-live="polite">
                <For each=move || uploads.list.get() key=|upload| upload.id let:upload>
                    {
                        let id = upload.id;
                        view! {
                            <UploadRow
                                upload=upload
                                on_insert=move |html: String| {
                                    insert.set(Some(html));
                                    uploads.remove(id);
                                }
                                on_remove=move || uploads.remove(id)
                            />
                        }
                    }
                </For>
            </ul>
            <Pictures body=body />
        </section>
    }
}
