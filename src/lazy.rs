//! Pages that are fetched when somebody first opens them, so that a first visit loads what the inbox
//! needs and nothing else. The build splits the program at these functions (`scripts/split.mjs`);
//! pages of one chunk come together.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos_router::LazyRoute;

use crate::pages::{
    articles, backups, calendar, delegations, emergencies, events, evidence, figures, help, inbox,
    ledger, matrix, notifications, overview, people, red_lines, roster, terms, work_calendar,
};
use crate::ui::button::{Button, Look};

/// A route whose page lies in a chunk: its type, its function, what fetches it, the chunk, the page.
macro_rules! lazy_page {
    ($route:ident, $function:ident, $preload:ident, $chunk:ident, $page:path) => {
        #[doc = concat!("`", stringify!($page), "`, from the chunk `", stringify!($chunk), "`.")]
        pub struct $route;

        #[wasm_split($chunk, wasm_split_path = ::leptos::wasm_split, preload($preload), fallible)]
        fn $function() -> Result<AnyView, SplitLoaderError> {
            Ok($page().into_any())
        }

        impl LazyRoute for $route {
            fn data() -> Self {
                Self
            }

            async fn view(_: Self) -> AnyView {
                $function().await.unwrap_or_else(|_| not_loaded())
            }

            async fn preload() {
                // Asked for again, and answered for, by `view`.
                let _ = $preload().await;
            }
        }
    };
}

lazy_page!(
    ReviewCardPage,
    review_card_page,
    load_review_card,
    articles,
    inbox::ReviewCard
);
lazy_page!(
    MatrixPage,
    matrix_page,
    load_matrix,
    columns,
    matrix::Matrix
);
lazy_page!(AnnexPage, annex_page, load_annex, versions, matrix::Annex);
lazy_page!(
    MatrixCheckPage,
    matrix_check_page,
    load_matrix_check,
    columns,
    matrix::MatrixCheck
);
lazy_page!(
    MatrixVersionsPage,
    matrix_versions_page,
    load_matrix_versions,
    versions,
    matrix::Versions
);
lazy_page!(
    MatrixDraftPage,
    matrix_draft_page,
    load_matrix_draft,
    versions,
    matrix::MatrixDraft
);
lazy_page!(DutyPage, duty_page, load_duty, columns, matrix::Duty);
lazy_page!(
    CalendarPage,
    calendar_page,
    load_calendar,
    calendar_views,
    calendar::Calendar
);
lazy_page!(
    RedLinesPage,
    red_lines_page,
    load_red_lines,
    calendar_views,
    red_lines::RedLines
);
lazy_page!(
    OverviewPage,
    overview_page,
    load_overview,
    calendar_views,
    overview::Overview
);
lazy_page!(
    NotificationsPage,
    notifications_page,
    load_notifications,
    articles,
    notifications::Notifications
);
lazy_page!(EventsPage, events_page, load_events, events, events::Events);
lazy_page!(
    NewEventPage,
    new_event_page,
    load_new_event,
    events,
    events::NewEvent
);
lazy_page!(
    EvidencePage,
    evidence_page,
    load_evidence,
    events,
    evidence::Evidence
);
lazy_page!(
    ArticlesPage,
    articles_page,
    load_articles,
    articles,
    articles::Articles
);
lazy_page!(
    ArticlePage,
    article_page,
    load_article,
    articles,
    articles::Article
);
lazy_page!(
    NewArticlePage,
    new_article_page,
    load_new_article,
    editor,
    articles::NewArticle
);
lazy_page!(
    EditArticlePage,
    edit_article_page,
    load_edit_article,
    editor,
    articles::EditArticle
);
lazy_page!(
    DelegationsPage,
    delegations_page,
    load_delegations,
    office,
    delegations::Delegations
);
lazy_page!(
    EmergenciesPage,
    emergencies_page,
    load_emergencies,
    events,
    emergencies::Emergencies
);
lazy_page!(
    PrintLedgerPage,
    print_ledger_page,
    load_print_ledger,
    office,
    ledger::PrintLedger
);
lazy_page!(
    LedgerVerificationPage,
    ledger_verification_page,
    load_ledger_verification,
    office,
    ledger::LedgerVerification
);
lazy_page!(
    ApprovalFormPage,
    approval_form_page,
    load_approval_form,
    articles,
    articles::ApprovalForm
);
lazy_page!(LedgerPage, ledger_page, load_ledger, office, ledger::Ledger);
lazy_page!(
    FiguresPage,
    figures_page,
    load_figures,
    office,
    figures::Figures
);
lazy_page!(
    SecrecyTermsPage,
    secrecy_terms_page,
    load_secrecy_terms,
    office,
    terms::TermsPage
);
lazy_page!(HelpPage, help_page, load_help, help, help::Help);
lazy_page!(PeoplePage, people_page, load_people, office, people::People);
lazy_page!(
    BackupsPage,
    backups_page,
    load_backups,
    office,
    backups::Backups
);
lazy_page!(
    HandoverPage,
    handover_page,
    load_handover,
    office,
    people::Handover
);
lazy_page!(
    RostersPage,
    rosters_page,
    load_rosters,
    roster,
    roster::Rosters
);
lazy_page!(
    RosterPage,
    roster_page,
    load_roster,
    roster,
    roster::RosterOfDepartment
);
lazy_page!(
    CollectionsPage,
    collections_page,
    load_collections,
    roster,
    roster::Collections
);
lazy_page!(
    RosterCollectionPage,
    roster_collection_page,
    load_roster_collection,
    roster,
    roster::CollectionPage
);
lazy_page!(
    PrintRosterPage,
    print_roster_page,
    load_print_roster,
    roster,
    roster::PrintForms
);
lazy_page!(
    WorkCalendarPage,
    work_calendar_page,
    load_work_calendar,
    office,
    work_calendar::WorkCalendar
);

/// Fetches the review card while somebody still reads the list, so that it opens at once.
pub fn fetch_review_card() {
    leptos::task::spawn_local(ReviewCardPage::preload());
}

/// The network failed, or a new version was installed meanwhile and the chunk is gone.
fn not_loaded() -> AnyView {
    let reload = || drop(window().location().reload());
    view! {
        <div class="error-state" role="alert">
            <p class="error-state__title">
                "页面没有加载成功，可能是网络中断，也可能是平台刚刚更新。请重新加载。"
            </p>
            <Button look=Look::Plain on_press=reload>
                "重新加载"
            </Button>
        </div>
    }
    .into_any()
}
