//! A file on its way to the server: how far it is, that it is being read, and a way to stop it.

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use web_sys::{File, XmlHttpRequest};

use super::button::{Button, Look};
use crate::api::ClientError;
use crate::api::file::send_file;

/// Sends one file at a time.
#[derive(Clone, Copy)]
pub struct Upload {
    /// Per cent of the file that has been sent; none while no file is on its way.
    sent: RwSignal<Option<u8>>,
    request: StoredValue<Option<XmlHttpRequest>, LocalStorage>,
}

/// Nothing is on its way yet.
#[must_use]
pub fn use_upload() -> Upload {
    Upload {
        sent: RwSignal::new(None),
        request: StoredValue::new_local(None),
    }
}

impl Upload {
    /// Sends the file to a path, unless one is on its way; `done` hears the answer, not that it was
    /// cancelled or that the page is gone.
    pub fn send<T: DeserializeOwned>(
        self,
        path: &str,
        file: &File,
        done: impl Fn(Result<T, ClientError>) + Clone + 'static,
    ) {
        if self.sent.with_untracked(Option::is_some) {
            return;
        }
        self.sent.set(Some(0));
        let answered = done.clone();
        let request = send_file(
            path,
            file,
            move |per_cent| {
                self.sent.try_set(Some(per_cent));
            },
            move |answer| {
                if self.sent.try_get_untracked().flatten().is_some() {
                    self.sent.set(None);
                    answered(answer);
                }
            },
        );
        if request.is_none() {
            self.sent.set(None);
            done(Err(ClientError::Network));
        }
        self.request.set_value(request);
    }

    /// Whether a file is on its way.
    #[must_use]
    pub fn sending(self) -> Signal<bool> {
        Signal::derive(move || self.sent.with(Option::is_some))
    }

    /// Stops it.
    pub fn cancel(self) {
        self.sent.set(None);
        if let Some(request) = self.request.get_value() {
            // What hears of the end knows that it was cancelled.
            let _ = request.abort();
        }
    }
}

/// What is wrong with a file that was refused.
#[must_use]
pub fn file_problem(error: &ClientError) -> String {
    let about_file = error.field("file").or_else(|| error.field("name"));
    about_file.unwrap_or_else(|| error.message())
}

/// How far a file is, and 取消上传; nothing while none is on its way.
#[component]
pub fn UploadProgress(
    /// The file.
    upload: Upload,
    /// Its name, where there are several.
    #[prop(optional, into)]
    name: String,
    /// It was cancelled.
    #[prop(optional, into)]
    on_cancel: Option<UnsyncCallback<()>>,
) -> impl IntoView {
    let sending = Memo::new(move |_| upload.sent.with(Option::is_some));
    let arrived = Memo::new(move |_| upload.sent.get() == Some(100));
    let per_cent = move || upload.sent.get().unwrap_or_default();
    let label = StoredValue::new(format!("{name}上传进度"));
    let cancel = move || {
        upload.cancel();
        if let Some(on_cancel) = &on_cancel {
            on_cancel.run(());
        }
    };
    let cancel = StoredValue::new_local(cancel);
    view! {
        <Show when=move || sending.get()>
            <span class="upload">
                <progress
                    class="upload__bar"
                    max="100"
                    value=move || per_cent().to_string()
                    aria-label=label.get_value()
                ></progress>
                // Every per cent would be read out.
                <span aria-hidden=move || (!arrived.get()).then_some("true") role="status">
                    {move || {
                        if arrived.get() {
                            "正在读取……".to_owned()
                        } else {
                            format!("已上传 {}%", per_cent())
                        }
                    }}
                </span>
                <Button look=Look::Quiet on_press=move |()| cancel.with_value(|cancel| cancel())>
                    "取消上传"
                </Button>
            </span>
        </Show>
    }
}
