//! 新建调整: why the matrix is to change; the rest is written in the draft.

use lanmu_api::matrix_draft::{DraftView, SaveDraft};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use crate::api::matrix_draft::create_draft;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::text_area::TextArea;

const FIELDS: [&str; 2] = ["reason", "document_number"];

/// The dialog; done, it leads to the draft.
#[component]
pub fn NewDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let navigate = use_navigate();
    let reason = RwSignal::new(String::new());
    let document = RwSignal::new(String::new());
    let act = use_act(create_draft, move |draft: DraftView| {
        open.set(false);
        navigate(&format!("/matrix/drafts/{}", draft.id), Default::default());
    });
    view! {
        <Dialog open=open title="新建调整">
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    act.run(SaveDraft {
                        reason: reason.get_untracked(),
                        document_number: document.get_untracked(),
                        ..Default::default()
                    });
                }
            >
                <TextArea
                    id="new-draft-reason"
                    label="调整原因"
                    value=reason
                    rows=2
                    required=true
                    error=Signal::derive(move || act.field_error("reason"))
                />
                <Field
                    id="new-draft-document"
                    label="文号"
                    value=document
                    hint="依据的文件，可以以后补填。"
                    error=Signal::derive(move || act.field_error("document_number"))
                />
                <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <Button
                        look=Look::Primary
                        submit=true
                        busy=Signal::derive(move || act.pending())
                    >
                        "建立草案"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
