//! 截止: somebody leaves the roster.

use lanmu_api::roster::{EndRosterEntry, RosterEntryView, RosterView};
use leptos::prelude::*;

use crate::api::roster::end_entry;
use crate::date::browser_now;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::day_picker::DayPicker;
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::remote::Remote;
use crate::ui::toast::use_toasts;

/// The dialog. Refused, it stays open.
#[component]
pub fn EndDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The entry.
    entry: RosterEntryView,
    /// Fetched again afterwards.
    remote: Remote<RosterView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let (id, version) = (entry.id, entry.version);
    let last_day = RwSignal::new(browser_now().date_naive().to_string());
    let undated = RwSignal::new(false);
    let act = use_act(
        move |form: EndRosterEntry, key| end_entry(id, form, key),
        move |()| {
            open.set(false);
            toasts.say("已截止，记录仍可查询");
            remote.refetch();
        },
    );
    let send = move || {
        let day = last_day.get_untracked().parse();
        undated.set(day.is_err());
        if let Ok(last_day) = day {
            act.run(EndRosterEntry { version, last_day });
        }
    };
    let title = format!("截止：{}", entry.listed.name);
    view! {
        <Dialog open=open title=title>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    send();
                }
            >
                <p>"截止日期之后不再列入工作机构表，此前的记录保留。账号和岗位不受影响。"</p>
                <DayPicker
                    id=format!("roster-last-day-{id}")
                    label="截止日期"
                    value=last_day
                    on_change=move |text| last_day.set(text)
                    hint="在任的最后一天。"
                    required=true
                    error=Signal::derive(move || {
                        undated.get().then(|| "请填写完整的日期。".to_owned())
                    })
                />
                <ErrorLine message=Signal::derive(move || act.error().map(|why| why.message())) />
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <Button
                        look=Look::Danger
                        submit=true
                        busy=Signal::derive(move || act.pending())
                    >
                        "确认截止"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
