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
    at: f64,
    answer: Promise,
}

/// Asks who is signed in, and for what the page at this address shows.
pub fn ask_for(pathname: &str, search: &str) {
    ask(path::SESSION);
    match (pathname, search) {
        ("/", "") => ask(path::TODAY),
        ("/inbox", "") => ask(path::INBOX),
        _ => {}
    }
}

fn ask(path: &'static str) {
    let asked = Asked {
        path,
        at: js_sys::Date::now(),
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
    if js_sys::Date::now() - asked.at > FRESH {
        return None;
    }
    let response: Response = JsFuture::from(asked.answer).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    Some((response.ok(), text.as_string()?))
}
