//! Whether somebody sits in front of the page.

use std::cell::Cell;

use leptos::prelude::*;

/// Whoever has touched nothing for so long, in milliseconds, does not ask: the page does.
const UNTOUCHED: f64 = 60_000.0;

thread_local! {
    static TOUCHED: Cell<f64> = const { Cell::new(0.0) };
}

/// Takes note of every key and every touch, as long as the app lives.
pub(super) fn watch() {
    touched();
    for event in ["pointerdown", "keydown", "wheel", "touchmove"] {
        let _ = window_event_listener_untyped(event, |_| touched());
    }
}

fn touched() {
    TOUCHED.set(js_sys::Date::now());
}

/// Whether nobody touches the page: what it then fetches does not keep the session alive.
#[must_use]
pub fn is_untouched() -> bool {
    js_sys::Date::now() - TOUCHED.get() > UNTOUCHED
}
