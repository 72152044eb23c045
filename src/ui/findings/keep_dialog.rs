//! 保留并说明理由.

use leptos::prelude::*;

use crate::ui::act::Act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::text_area::TextArea;

/// Reasons that are given often; they can be changed before they are sent.
const USUAL: [&str; 3] = [
    "单位对外公布的办公联系方式",
    "依法应当公开的信息",
    "引用文件原文，确需保留",
];

/// The finding that is to stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// Its key.
    pub key: String,
    /// What it is, in words.
    pub words: String,
}

/// The dialog; open while a finding is being explained. The act gets key and reason.
#[component]
pub fn KeepDialog(
    /// The finding.
    keeping: RwSignal<Option<Keeping>>,
    /// The act.
    act: Act<(String, String)>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(keeping.with(Option::is_some)));
    view! {
        <Dialog open=open title="保留并说明理由" on_closed=move |()| keeping.set(None)>
            {move || {
                keeping
                    .get_untracked()
                    .map(|found| view! { <KeepForm found=found open=open act=act /> })
            }}
        </Dialog>
    }
}

#[component]
fn KeepForm(
    /// The finding.
    found: Keeping,
    /// The dialog.
    open: RwSignal<bool>,
    /// The act.
    act: Act<(String, String)>,
) -> impl IntoView {
    act.clear();
    let reason = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let error = Signal::derive(move || {
        let blank = missing.get() && reason.with(|text| text.trim().is_empty());
        blank
            .then(|| "请填写保留理由。".to_owned())
            .or_else(|| act.field_error("reason"))
    });
    let general = Signal::derive(move || act.general_error(&["reason"]));
    let key = found.key;
    let press = move || {
        let text = reason.get_untracked().trim().to_owned();
        missing.set(text.is_empty());
        if !text.is_empty() {
            act.run((key.clone(), text));
        }
    };
    view! {
        <p class="finding__text">{found.words}</p>
        <div class="chips" role="group" aria-label="常用理由">
            {USUAL
                .map(|words| {
                    let chosen = move || reason.with(|text| text == words).to_string();
                    view! {
                        <button
                            type="button"
                            class="chip"
                            aria-pressed=chosen
                            on:click=move |_| reason.set(words.to_owned())
                        >
                            {words}
                        </button>
                    }
                })
                .collect_view()}
        </div>
        <TextArea
            id="keep-reason"
            label="保留理由"
            value=reason
            required=true
            hint="理由随稿件送各级审核人员查看，并记入台账。"
            error=error
        />
        <ErrorLine message=general />
        <div class="dialog__acts">
            <Button on_press=move |()| open.set(false)>"取消"</Button>
            <Button
                look=Look::Primary
                busy=Signal::derive(move || act.pending())
                on_press=move |()| press()
            >
                "确认保留"
            </Button>
        </div>
    }
}
