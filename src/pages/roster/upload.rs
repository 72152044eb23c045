//! A file is chosen and sent to where it belongs.

use leptos::html;
use leptos::prelude::*;
use serde::de::IgnoredAny;

use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;
use crate::ui::upload::{UploadProgress, file_problem, use_upload};

/// A button that opens the choice of a file and sends what is chosen. Refused, it says why.
#[component]
pub fn UploadButton(
    /// Its words.
    #[prop(into)]
    words: String,
    /// Which files are offered.
    accept: &'static str,
    /// Where the file goes; `None` while something is missing.
    #[prop(into)]
    address: Callback<(), Option<String>>,
    /// How much it stands out.
    #[prop(optional)]
    look: Look,
    /// What the server says of other fields.
    #[prop(optional, into)]
    on_fields: Option<Callback<crate::api::ClientError>>,
    /// It is stored.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let upload = use_upload();
    let error = RwSignal::new(None::<String>);
    let open = move || {
        error.set(None);
        if address.run(()).is_some()
            && let Some(input) = input.get_untracked()
        {
            input.click();
        }
    };
    let take = move || {
        let Some(chosen) = input.get_untracked() else {
            return;
        };
        let file = chosen.files().and_then(|files| files.get(0));
        // The same file again is another choice.
        let (Some(file), Some(address)) = (file, address.run(())) else {
            return;
        };
        chosen.set_value("");
        upload.send(
            &address,
            &file,
            move |answer: Result<IgnoredAny, _>| match answer {
                Ok(_) => on_done.run(()),
                Err(why) => {
                    error.set(Some(file_problem(&why)));
                    if let Some(on_fields) = on_fields {
                        on_fields.run(why);
                    }
                }
            },
        );
    };
    view! {
        <div class="roster-upload">
            <input
                type="file"
                class="visually-hidden"
                tabindex="-1"
                aria-hidden="true"
                accept=accept
                node_ref=input
                on:change=move |_| take()
            />
            <Button look=look busy=upload.sending() on_press=move |()| open()>
                {words}
            </Button>
            <UploadProgress upload=upload />
            <ErrorLine message=Signal::derive(move || error.get()) />
        </div>
    }
}
