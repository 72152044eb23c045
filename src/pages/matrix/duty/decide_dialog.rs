//! 确认核对无变化: by the section head.

use lanmu_api::evidence::{AttestationView, DecideAttestation};
use lanmu_domain::freshness::AttestationDecision;
use leptos::prelude::*;

use crate::api;
use crate::date::long_stamp;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// The dialog. Refused, it stays open with what was written.
#[component]
pub fn DecideDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is to be decided.
    chosen: RwSignal<Option<AttestationView>>,
    /// Follows when it was decided.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let note = RwSignal::new(String::new());
    let act = use_act(
        move |(id, form): (i64, DecideAttestation), key| {
            api::evidence::decide_attestation(id, form, key)
        },
        move |view: AttestationView| {
            open.set(false);
            let confirmed = view
                .decision
                .is_some_and(|said| said.decision == AttestationDecision::Confirmed);
            toasts.say(if confirmed {
                "已确认，该次核对计入更新"
            } else {
                "已退给填录人员，该次核对不计入更新"
            });
            done.run(());
        },
    );
    let decide = move |confirmed: bool| {
        if let Some(attestation) = chosen.get_untracked() {
            let note = note.get_untracked();
            act.run((attestation.id, DecideAttestation { confirmed, note }));
        }
    };
    view! {
        <Dialog open=open title="确认核对无变化">
            <p>{move || chosen.with(|chosen| chosen.as_ref().map(about))}</p>
            <blockquote class="duty-quote">
                {move || chosen.with(|chosen| chosen.as_ref().map(|it| it.note.clone()))}
            </blockquote>
            <p class="notice notice--warning">
                "该栏目已连续核对两次而没有更新。确认后，本次核对计入更新，重新起算；不同意的，本次核对不计入，填录人员应当更新内容。决定只能作出一次。"
            </p>
            <TextArea
                id="decision-note"
                label="说明"
                value=note
                hint="不同意的，必须写明理由。"
                error=Signal::derive(move || act.field_error("note"))
            />
            <ErrorLine message=Signal::derive(move || act.general_error(&["note"])) />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Danger
                    busy=Signal::derive(move || act.pending())
                    on_press=move |()| decide(false)
                >
                    "不同意"
                </Button>
                <Button
                    look=Look::Primary
                    busy=Signal::derive(move || act.pending())
                    on_press=move |()| decide(true)
                >
                    "确认无变化"
                </Button>
            </div>
        </Dialog>
    }
}

fn about(attestation: &AttestationView) -> String {
    format!(
        "{}{}于{}登记：",
        attestation.department_name,
        attestation.by,
        long_stamp(attestation.at)
    )
}
