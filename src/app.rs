//! Contexts and routes.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{Lazy, path};

use crate::api::early::ask_for;
use crate::appearance::provide_appearance;
use crate::lazy::{
    AnnexPage, ApprovalFormPage, ArticlePage, ArticlesPage, BackupsPage, CalendarPage,
    CollectionsPage, DelegationsPage, DutyPage, EditArticlePage, EmergenciesPage, EventsPage,
    EvidencePage, FiguresPage, HandoverPage, HelpPage, LedgerPage, LedgerVerificationPage,
    MatrixCheckPage, MatrixDraftPage, MatrixPage, MatrixVersionsPage, NewArticlePage, NewEventPage,
    NotificationsPage, OverviewPage, PeoplePage, PrintLedgerPage, PrintRosterPage, RedLinesPage,
    ReviewCardPage, RosterCollectionPage, RosterPage, RostersPage, SecrecyTermsPage,
    WorkCalendarPage,
};
use crate::live::provide_live;
use crate::pages::{change_password, inbox, not_found, today};
use crate::session::provide_session;
use crate::shell::Shell;
use crate::ui::toast::provide_toasts;

/// Removes what stood in for the SPA while it loaded, and shows it.
pub fn mount() {
    let location = window().location();
    ask_for(
        &location.pathname().unwrap_or_default(),
        &location.search().unwrap_or_default(),
    );
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
    provide_appearance();
    provide_live();
    provide_toasts();
    view! {
        <Router>
            <Routes fallback=|| view! { <not_found::NotFound /> }>
                <ParentRoute path=path!("") view=Shell>
                    <Route path=path!("") view=today::Today />
                    <Route path=path!("matrix") view={Lazy::<MatrixPage>::new()} />
                    <Route path=path!("matrix/annex") view={Lazy::<AnnexPage>::new()} />
                    <Route path=path!("matrix/check") view={Lazy::<MatrixCheckPage>::new()} />
                    <Route path=path!("matrix/versions") view={Lazy::<MatrixVersionsPage>::new()} />
                    <Route path=path!("matrix/drafts/:id") view={Lazy::<MatrixDraftPage>::new()} />
                    <Route path=path!("matrix/duties/:id") view={Lazy::<DutyPage>::new()} />
                    <Route path=path!("calendar") view={Lazy::<CalendarPage>::new()} />
                    <Route path=path!("red-lines") view={Lazy::<RedLinesPage>::new()} />
                    <Route path=path!("overview") view={Lazy::<OverviewPage>::new()} />
                    <Route path=path!("notifications") view={Lazy::<NotificationsPage>::new()} />
                    <Route path=path!("work-calendar") view={Lazy::<WorkCalendarPage>::new()} />
                    <Route path=path!("inbox") view=inbox::Inbox />
                    <Route path=path!("inbox/:id") view={Lazy::<ReviewCardPage>::new()} />
                    <Route path=path!("articles") view={Lazy::<ArticlesPage>::new()} />
                    <Route path=path!("articles/new") view={Lazy::<NewArticlePage>::new()} />
                    <Route path=path!("articles/:id") view={Lazy::<ArticlePage>::new()} />
                    <Route path=path!("articles/:id/edit") view={Lazy::<EditArticlePage>::new()} />
                    <Route path=path!("events") view={Lazy::<EventsPage>::new()} />
                    <Route path=path!("events/new") view={Lazy::<NewEventPage>::new()} />
                    <Route path=path!("terms") view={Lazy::<SecrecyTermsPage>::new()} />
                    <Route path=path!("figures") view={Lazy::<FiguresPage>::new()} />
                    <Route path=path!("ledger/print") view={Lazy::<PrintLedgerPage>::new()} />
                    <Route path=path!("ledger/verification") view={Lazy::<LedgerVerificationPage>::new()} />
                    <Route path=path!("articles/:id/form") view={Lazy::<ApprovalFormPage>::new()} />
                    <Route path=path!("ledger") view={Lazy::<LedgerPage>::new()} />
                    <Route path=path!("evidence") view={Lazy::<EvidencePage>::new()} />
                    <Route path=path!("emergencies") view={Lazy::<EmergenciesPage>::new()} />
                    <Route path=path!("delegations") view={Lazy::<DelegationsPage>::new()} />
                    <Route path=path!("people") view={Lazy::<PeoplePage>::new()} />
                    <Route path=path!("backups") view={Lazy::<BackupsPage>::new()} />
                    <Route path=path!("help") view={Lazy::<HelpPage>::new()} />
                    <Route path=path!("people/:id/handover") view={Lazy::<HandoverPage>::new()} />
                    <Route path=path!("roster") view={Lazy::<RostersPage>::new()} />
                    <Route path=path!("roster/print") view={Lazy::<PrintRosterPage>::new()} />
                    <Route path=path!("roster/collections") view={Lazy::<CollectionsPage>::new()} />
                    <Route path=path!("roster/collections/:id") view={Lazy::<RosterCollectionPage>::new()} />
                    <Route path=path!("roster/:id") view={Lazy::<RosterPage>::new()} />
                    <Route path=path!("password") view=change_password::ChangePassword />
                    <Route path=path!("*any") view=not_found::NotFound />
                </ParentRoute>
            </Routes>
        </Router>
    }
}
