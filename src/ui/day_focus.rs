//! Days as buttons of which the tab key enters one; arrow keys go from there to the others.

use chrono::{Days, NaiveDate};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The id of a day's button.
#[must_use]
pub fn day_id(day: NaiveDate) -> String {
    format!("day-{day}")
}

/// Arrow keys go from day to day within what is shown.
pub fn move_by_key(event: KeyboardEvent) {
    let Some(days) = days_of_key(&event.key()) else {
        return;
    };
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let Some(day) = focused_day() else {
        return;
    };
    let by = Days::new(days.unsigned_abs());
    let target = if days < 0 {
        day.checked_sub_days(by)
    } else {
        day.checked_add_days(by)
    };
    if let Some(target) = target {
        event.prevent_default();
        focus_day(target);
    }
}

/// How many days an arrow key moves.
fn days_of_key(key: &str) -> Option<i64> {
    Some(match key {
        "ArrowLeft" => -1,
        "ArrowRight" => 1,
        "ArrowUp" => -7,
        "ArrowDown" => 7,
        _ => return None,
    })
}

/// The day that has the focus.
fn focused_day() -> Option<NaiveDate> {
    let id = document().active_element()?.id();
    id.strip_prefix("day-")?.parse().ok()
}

/// Gives a day the focus if it is shown.
fn focus_day(day: NaiveDate) {
    let element = document().get_element_by_id(&day_id(day));
    let element = element.and_then(|found| found.dyn_into::<leptos::web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}
