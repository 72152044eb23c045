//! Contexts and routes.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::path;

use crate::pages::{
    articles, calendar, change_password, delegations, events, evidence, figures, inbox, ledger,
    matrix, not_found, people, red_lines, today, work_calendar,
};
use crate::session::provide_session;
use crate::shell::Shell;
use crate::ui::toast::provide_toasts;

/// Removes what stood in for the SPA while it loaded, and shows it.
pub fn mount() {
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    leptos::mount::mount_to_body(App);
}

/// Everything.
#[component]
fn App() -> impl IntoView {
    leptos_meta::provide_meta_context();
    provide_session();
    provide_toasts();
    view! {
        <Router>
            <Routes fallback=|| view! { <not_found::NotFound /> }>
                <ParentRoute path=path!("") view=Shell>
                    <Route path=path!("") view=today::Today />
                    <Route path=path!("matrix") view=matrix::Matrix />
                    <Route path=path!("matrix/duties/:id") view=matrix::Duty />
                    <Route path=path!("calendar") view=calendar::Calendar />
                    <Route path=path!("red-lines") view=red_lines::RedLines />
                    <Route path=path!("work-calendar") view=work_calendar::WorkCalendar />
                    <Route path=path!("inbox") view=inbox::Inbox />
                    <Route path=path!("inbox/:id") view=inbox::ReviewCard />
                    <Route path=path!("articles") view=articles::Articles />
                    <Route path=path!("articles/new") view=articles::NewArticle />
                    <Route path=path!("articles/:id") view=articles::Article />
                    <Route path=path!("articles/:id/edit") view=articles::EditArticle />
                    <Route path=path!("events") view=events::Events />
                    <Route path=path!("events/new") view=events::NewEvent />
                    <Route path=path!("figures") view=figures::Figures />
                    <Route path=path!("ledger") view=ledger::Ledger />
                    <Route path=path!("evidence") view=evidence::Evidence />
                    <Route path=path!("people") view=people::People />
                    <Route path=path!("delegations") view=delegations::Delegations />
                    <Route path=path!("password") view=change_password::ChangePassword />
                    <Route path=path!("*any") view=not_found::NotFound />
                </ParentRoute>
            </Routes>
        </Router>
    }
}
