//! Days as buttons of which the tab key enters one; arrow keys go from there to the others.

use crate::ui::focus::focus;
use chrono::{Days, NaiveDate};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

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
        focus(&day_id(target));
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
