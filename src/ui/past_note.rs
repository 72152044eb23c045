//! Says that a past day is shown.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::button::{Button, Look};
use super::url_state::UrlState;
use crate::date::long_day;
use crate::session::use_session;

/// The past day that a part of the address asks for; `None` for today and what is no day.
#[must_use]
pub fn use_past_day(state: UrlState) -> Memo<Option<NaiveDate>> {
    let session = use_session();
    let today = Memo::new(move |_| session.site_view().map(|site| site.today));
    Memo::new(move |_| {
        let day = state.text.with(|text| text.parse::<NaiveDate>().ok());
        day.filter(|day| today.get().is_none_or(|today| *day < today))
    })
}

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
