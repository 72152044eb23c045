//! 更正: the time of a doubtful publication was mistyped.

use chrono::{DateTime, FixedOffset};
use lanmu_api::article::{ArticleView, PublishedAt};
use lanmu_api::publication::{CorrectPublication, PublicationRow};
use leptos::prelude::*;

use super::time_warning::TimeWarning;
use crate::api::publication::correct;
use crate::date::{from_local_input, long_stamp, to_local_input};
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::day_picker::DayPicker;
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::remote::Remote;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

const FIELDS: [&str; 2] = ["published_at", "note"];

/// The dialog.
#[component]
pub fn CorrectionDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The publication.
    publication: PublishedAt,
    /// When the item was released.
    released_at: Option<DateTime<FixedOffset>>,
    /// Where the article comes from.
    remote: Remote<ArticleView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let id = publication.id;
    let at = RwSignal::new(to_local_input(publication.at));
    let note = RwSignal::new(String::new());
    let time_wrong = RwSignal::new(false);
    let act = use_act(
        move |form: CorrectPublication, key| correct(id, form, key),
        move |row: PublicationRow| {
            open.set(false);
            toasts.say(if row.doubts.is_empty() {
                "发布时间已更正，栏目状态已更新"
            } else {
                "发布时间已更正，仍存疑，待协调人核实"
            });
            remote.refetch();
        },
    );
    let send = move || {
        let time = from_local_input(&at.get_untracked());
        time_wrong.set(time.is_none());
        if let Some(published_at) = time {
            act.run(CorrectPublication {
                published_at,
                note: note.get_untracked(),
            });
        }
    };
    view! {
        <Dialog open=open title="更正发布时间">
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    send();
                }
            >
                <p>
                    {format!("原登记的发布时间为 {}。", long_stamp(publication.at))}
                    "只在填写有误时更正；原时间保留在台账中。"
                </p>
                <DayPicker
                    id="correction-time"
                    label="实际发布时间"
                    value=at
                    on_change=move |text| at.set(text)
                    timed=true
                    required=true
                    error=Signal::derive(move || {
                        time_wrong
                            .get()
                            .then(|| "请填写完整的日期和时间。".to_owned())
                            .or_else(|| act.field_error("published_at"))
                    })
                />
                <TimeWarning at=at released_at=released_at />
                <TextArea
                    id="correction-note"
                    label="更正原因"
                    value=note
                    required=true
                    error=Signal::derive(move || act.field_error("note"))
                />
                <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <Button
                        look=Look::Primary
                        submit=true
                        busy=Signal::derive(move || act.pending())
                    >
                        "确认更正"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
