//! 登记触发事件 as a page.

use lanmu_domain::permission::Permission;
use lanmu_domain::rule::Trigger;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::form::EventForm;
use crate::session::use_session;
use crate::ui::page_header::PageHeader;

/// The page.
#[component]
pub fn NewEvent() -> impl IntoView {
    let session = use_session();
    let navigate = use_navigate();
    let back = UnsyncCallback::new(move |()| navigate("/events", Default::default()));
    let form = if untrack(|| session.may(Permission::RegisterEvents)) {
        view! {
            <div class="event-page">
                <EventForm triggers=Trigger::ALL.to_vec() done=back leave=back />
            </div>
        }
        .into_any()
    } else {
        view! { <p>"只有填录人员和协调人可以登记触发事件。"</p> }.into_any()
    };
    view! {
        <PageHeader title="登记触发事件" />
        {form}
    }
}
