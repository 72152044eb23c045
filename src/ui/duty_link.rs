//! The way to the reasons of a duty.

use crate::api::query;
use crate::ui::url_state::use_url_state;

/// The address of a duty; a past day that the page shows stays chosen.
#[must_use]
pub fn duty_href(duty_id: i64) -> String {
    let as_of = use_url_state("as_of").text;
    let query = query(&[(
        "as_of",
        Some(leptos::prelude::GetUntracked::get_untracked(&as_of)),
    )]);
    format!("/matrix/duties/{duty_id}{query}")
}
