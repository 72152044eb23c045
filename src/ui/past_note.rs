//! Says that a past day is shown.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::button::{Button, Look};
use super::url_state::UrlState;
use crate::date::long_day;

/// “正在查看……当日的状态”, with the way back; nothing today.
#[component]
pub fn PastNote(
    /// The day of the statuses.
    day: NaiveDate,
    /// Whether it is a past one.
    past: bool,
    /// Where the day is kept.
    state: UrlState,
) -> impl IntoView {
    past.then(|| {
        view! {
            <p class="past-note" role="status">
                {format!("正在查看截至{}的状态，以当日已登记的内容为准。", long_day(day))}
                <Button look=Look::Quiet on_press=move |()| state.set("")>
                    "回到今天"
                </Button>
            </p>
        }
    })
}
