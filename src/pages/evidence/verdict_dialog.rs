//! 认定有效, 认定无效: with a note, once, not to be undone.

use lanmu_api::publication::{GiveVerdict, PublicationRow};
use leptos::prelude::*;

use super::Chosen;
use crate::api::publication::judge;
use crate::date::long_stamp;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// The dialog. Refused, it stays open with what was written.
#[component]
pub fn VerdictDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is to be judged.
    chosen: RwSignal<Chosen>,
    /// Follows when it was judged.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let note = RwSignal::new(String::new());
    let act = use_act(
        move |(id, form): (i64, GiveVerdict), key| judge(id, form, key),
        move |row: PublicationRow| {
            open.set(false);
            let label = row.verdict.map_or("认定", |given| given.verdict.label());
            toasts.say(format!("已{label}"));
            done.run(());
        },
    );
    // Another publication is another matter: its note begins empty.
    Effect::new(move |_| {
        chosen.track();
        note.set(String::new());
        act.clear();
    });
    let send = move || {
        if let Some((row, accepted)) = chosen.get_untracked() {
            let form = GiveVerdict {
                accepted,
                note: note.get_untracked(),
                published_at: Some(row.published_at),
            };
            act.run((row.id, form));
        }
    };
    let accepts =
        move || chosen.with(|chosen| chosen.as_ref().is_some_and(|(_, accepts)| *accepts));
    let title = Signal::derive(move || words(accepts()).0.to_owned());
    view! {
        <Dialog open=open title=title>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    send();
                }
            >
                <p>{move || chosen.with(|chosen| chosen.as_ref().map(|(row, _)| about(row)))}</p>
                <p class="notice notice--warning">{move || words(accepts()).1}</p>
                <TextArea
                    id="verdict-note"
                    label="认定说明"
                    value=note
                    hint="写明核实了什么，例如：已打开发布页面，页面标注的时间与登记一致。"
                    required=true
                    error=Signal::derive(move || act.field_error("note"))
                />
                <ErrorLine message=Signal::derive(move || act.general_error(&["note"])) />
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <Button
                        look=if untrack(accepts) { Look::Primary } else { Look::Danger }
                        submit=true
                        busy=Signal::derive(move || act.pending())
                    >
                        {move || words(accepts()).2}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}

fn about(row: &PublicationRow) -> String {
    format!(
        "《{}》，{}，登记的发布时间为 {}。",
        row.title,
        row.department_name,
        long_stamp(row.published_at)
    )
}

/// Title, what follows, and the words of the act.
const fn words(accepts: bool) -> (&'static str, &'static str, &'static str) {
    if accepts {
        (
            "认定有效",
            "认定有效后，该发布按登记的时间计入栏目更新，栏目状态随之变化，填录部门会收到通知。认定只能作出一次，不能撤销或更改。",
            "确认有效",
        )
    } else {
        (
            "认定无效",
            "认定无效后，该发布不计入栏目更新，稿件和审签记录仍然保留，填录部门会收到通知。认定只能作出一次，不能撤销或更改。",
            "确认无效",
        )
    }
}
