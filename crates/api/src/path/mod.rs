//! The addresses, once.

mod one;

pub use one::*;

/// Everything lies below this.
pub const BASE: &str = "/api/v1";

/// Header that every write carries: a retry after a lost answer does nothing twice.
pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";

/// Header of a read that a page makes by itself while nobody touches it: it does not count as use
/// of the session, which otherwise would never end on an open page.
pub const IN_BACKGROUND: &str = "X-Lanmu-Background";

macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident => $path:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = concat!("/api/v1", $path);)*
    };
}

paths! {
    /// GET: the site, without a session.
    SITE => "/site";
    /// GET, POST, DELETE.
    SESSION => "/session";
    /// POST.
    SESSION_PASSWORD => "/session/password";
    /// GET.
    DEPARTMENTS => "/departments";
    /// GET.
    COLUMNS => "/columns";
    /// GET.
    MATRIX => "/matrix";
    /// GET: the same as a file.
    MATRIX_EXPORT => "/matrix/export";
    /// GET: the table in the form of Annex 2, as a file.
    MATRIX_ANNEX => "/matrix/annex";
    /// POST: a file against the table in force; stores nothing.
    MATRIX_ANNEX_COMPARE => "/matrix/annex/compare";
    /// POST: the differences of a file as changes to choose from; stores nothing.
    MATRIX_ANNEX_PROPOSE => "/matrix/annex/propose";
    /// GET: versions of the matrix, and drafts of new ones.
    MATRIX_VERSIONS => "/matrix/versions";
    /// GET: two versions as tables, `from` and `to` in the query.
    MATRIX_VERSIONS_COMPARE => "/matrix/versions/compare";
    /// POST.
    MATRIX_DRAFTS => "/matrix/drafts";
    /// GET: the groups by which owners can be named.
    MATRIX_GROUPS => "/matrix/groups";
    /// GET: how a requirement in words is read.
    MATRIX_REQUIREMENT => "/matrix/requirement";
    /// GET: what the table leaves open.
    MATRIX_CHECK => "/matrix/check";
    /// GET: the same as a file.
    MATRIX_CHECK_EXPORT => "/matrix/check/export";
    /// GET, POST: copies of the database.
    BACKUPS => "/backups";
    /// POST: stops the one that runs.
    BACKUP_CANCEL => "/backups/running/cancel";
    /// GET.
    CALENDAR => "/calendar";
    /// GET: every obligation with its status.
    OBLIGATIONS => "/obligations";
    /// GET: the same as a file.
    OBLIGATIONS_EXPORT => "/obligations/export";
    /// GET.
    RED_LINES => "/red-lines";
    /// GET: the same as a file.
    RED_LINES_EXPORT => "/red-lines/export";
    /// GET: the ledger as a file.
    LEDGER_EXPORT => "/ledger/export";
    /// GET: the trigger events as a file.
    EVENTS_EXPORT => "/events/export";
    /// GET: the publications as a file.
    PUBLICATIONS_EXPORT => "/publications/export";
    /// GET: who reviews for whom.
    REVIEWERS => "/reviewers";
    /// GET: who was on time.
    PUNCTUALITY => "/punctuality";
    /// GET: the same as a file.
    PUNCTUALITY_EXPORT => "/punctuality/export";
    /// GET.
    WORK_CALENDAR => "/work-calendar";
    /// POST: what a file says; stores nothing.
    WORK_CALENDAR_READ => "/work-calendar/read";
    /// POST: which deadlines would move; stores nothing.
    WORK_CALENDAR_PREVIEW => "/work-calendar/preview";
    /// GET: who leads and who does the work, by department.
    ROSTERS => "/rosters";
    /// GET: the same as a file.
    ROSTERS_EXPORT => "/rosters/export";
    /// GET: the forms with whole numbers.
    ROSTER_FORMS => "/rosters/forms";
    /// GET: the same as a document.
    ROSTER_FORMS_EXPORT => "/rosters/forms/export";
    /// GET, POST.
    ROSTER_COLLECTIONS => "/roster-collections";
    /// GET.
    TODAY => "/today";
    /// GET.
    INBOX => "/inbox";
    /// GET, POST.
    ARTICLES => "/articles";
    /// GET, POST.
    FEEDS => "/feeds";
    /// GET.
    PUBLICATIONS => "/publications";
    /// POST.
    EVENTS => "/events";
    /// GET: the duties that an event would concern, with the due dates that it would set.
    EVENT_PREVIEW => "/events/preview";
    /// GET, POST.
    FIGURES => "/figures";
    /// POST.
    FIGURES_PREVIEW => "/figures/preview";
    /// GET.
    LEDGER => "/ledger";
    /// GET.
    LEDGER_VERIFICATION => "/ledger/verification";
    /// GET, POST: checks with who made them.
    LEDGER_VERIFICATIONS => "/ledger/verifications";
    /// GET: a hash that was filed earlier against the ledger.
    LEDGER_ANCHOR => "/ledger/anchor";
    /// GET, POST.
    PEOPLE => "/people";
    /// GET: events (`text/event-stream`).
    CHANGES => "/changes";
    /// GET: the same asked for, where events are cut.
    CHANGES_SINCE => "/changes/since";
    /// POST: 批量同意.
    ARTICLE_APPROVALS => "/articles/approvals";
    /// GET, POST.
    DELEGATIONS => "/delegations";
    /// GET: posts that can be passed on, and people who could stand in.
    DELEGATION_CHOICES => "/delegations/choices";
    /// GET, POST: the terms of the secrecy check, with the link domains.
    TERMS => "/terms";
    /// GET: the same as a file.
    TERMS_EXPORT => "/terms/export";
    /// POST.
    LINK_DOMAINS => "/link-domains";
    /// POST: a file, with its name in the query.
    ATTACHMENTS => "/attachments";
    /// GET: the same as a file.
    ARTICLES_EXPORT => "/articles/export";
    /// GET: emergency releases.
    EMERGENCIES => "/emergencies";
    /// GET: the same as a file.
    EMERGENCIES_EXPORT => "/emergencies/export";
    /// GET: their share of all releases.
    EMERGENCIES_SHARE => "/emergencies/share";
    /// GET: columns, departments and items by name.
    SEARCH => "/search";
    /// GET: what the person was told.
    NOTIFICATIONS => "/notifications";
    /// POST: marks what the person was told as read.
    NOTIFICATIONS_READ => "/notifications/read";
    /// GET: how long items have waited for their review.
    REVIEWS_WAITING => "/reviews/waiting";
    /// GET: who was on time, month by month.
    PUNCTUALITY_MONTHS => "/punctuality/months";
    /// GET: the OpenAPI document.
    OPENAPI => "/openapi.json";
}
