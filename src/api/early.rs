//! What a first view shows is asked for before its page is made: the answers come while it is, and
//! nothing is shown twice on the way.

use std::cell::RefCell;

use js_sys::Promise;
use lanmu_api::path;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// An answer that nobody wanted for so long may be out of date; in milliseconds.
const FRESH: f64 = 5_000.0;

thread_local! {
    static ASKED: RefCell<Vec<Asked>> = const { RefCell::new(Vec::new()) };
}

/// A request that is on its way, or answered.
struct Asked {
    path: &'static str,
    /// Until when its answer holds.
    until: f64,
    answer: Promise,
}

/// Asks who is signed in, and for what the page at this address shows.
pub fn ask_for(pathname: &str, search: &str) {
    ask(path::SESSION, FRESH);
    // First, and however old: what happens from here on is not in the page's answer.
    ask(path::CHANGES_SINCE, f64::INFINITY);
    match (pathname, search) {
        ("/", "") => ask(path::TODAY, FRESH),
        ("/inbox", "") => ask(path::INBOX, FRESH),
        _ => {}
    }
}

fn ask(path: &'static str, fresh: f64) {
    let asked = Asked {
        path,
        until: js_sys::Date::now() + fresh,
        answer: window().fetch_with_str(path),
    };
    ASKED.with_borrow_mut(|all| all.push(asked));
}

/// Somebody else is signed in: what was asked for is another's.
pub fn forget() {
    ASKED.with_borrow_mut(Vec::clear);
}

/// The answer to what was asked for early, once: whether it is good, and its text.
pub(super) async fn answer(path: &str) -> Option<(bool, String)> {
    let asked = ASKED.with_borrow_mut(|all| {
        let at = all.iter().position(|asked| asked.path == path)?;
        Some(all.swap_remove(at))
    })?;
    if js_sys::Date::now() > asked.until {
        return None;
    }
    let response: Response = JsFuture::from(asked.answer).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    Some((response.ok(), text.as_string()?))
}
