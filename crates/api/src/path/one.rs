//! The addresses of one thing, and of what is done to it.

use super::BASE;
use crate::working_copy::Slot;

/// GET.
#[must_use]
pub fn duty(id: i64) -> String {
    format!("{BASE}/duties/{id}")
}

/// GET: a version of the matrix by its number.
#[must_use]
pub fn matrix_version(number: i64) -> String {
    format!("{BASE}/matrix/versions/{number}")
}

/// POST: a planned version does not come.
#[must_use]
pub fn matrix_version_cancel(number: i64) -> String {
    format!("{BASE}/matrix/versions/{number}/cancel")
}

/// GET, PUT.
#[must_use]
pub fn matrix_draft(id: i64) -> String {
    format!("{BASE}/matrix/drafts/{id}")
}

/// `preview` (GET), `discard`, `put-in-force`, `presence` (POST).
#[must_use]
pub fn matrix_draft_act(id: i64, verb: &str) -> String {
    format!("{BASE}/matrix/drafts/{id}/{verb}")
}

/// DELETE: a backup by the name of its file.
#[must_use]
pub fn backup(name: &str) -> String {
    format!("{BASE}/backups/{name}")
}

/// DELETE: revoke a feed.
#[must_use]
pub fn feed(id: i64) -> String {
    format!("{BASE}/feeds/{id}")
}

/// GET: the same as a file.
#[must_use]
pub fn year_export(year: i32) -> String {
    format!("{BASE}/years/{year}/export")
}

/// GET: how columns stood over a year.
#[must_use]
pub fn year(year: i32) -> String {
    format!("{BASE}/years/{year}")
}

/// POST.
#[must_use]
pub fn duty_attestations(id: i64) -> String {
    format!("{BASE}/duties/{id}/attestations")
}

/// PUT.
#[must_use]
pub fn work_calendar_year(year: i32) -> String {
    format!("{BASE}/work-calendar/{year}")
}

/// POST: the section head decides.
#[must_use]
pub fn attestation_decision(id: i64) -> String {
    format!("{BASE}/attestations/{id}/decision")
}

/// POST: an act on a publication, by its name: `verdict`, `correction`.
#[must_use]
pub fn publication_act(id: i64, name: &str) -> String {
    format!("{BASE}/publications/{id}/{name}")
}

/// POST: `owners` or `owners/preview`.
#[must_use]
pub fn duty_act(id: i64, verb: &str) -> String {
    format!("{BASE}/duties/{id}/{verb}")
}

/// POST: `cancel` or `cancel/preview`.
#[must_use]
pub fn figure_act(id: i64, verb: &str) -> String {
    format!("{BASE}/figures/{id}/{verb}")
}

/// GET.
#[must_use]
pub fn column(id: i64) -> String {
    format!("{BASE}/columns/{id}")
}

/// POST: an act on a column, by its verb: `close`, `reopen`, `rules`, each also with `/preview`.
#[must_use]
pub fn column_act(id: i64, verb: &str) -> String {
    format!("{BASE}/columns/{id}/{verb}")
}

/// GET, PUT.
#[must_use]
pub fn article(id: i64) -> String {
    format!("{BASE}/articles/{id}")
}

/// POST: an act on an article, by its verb: `submit`, `approve`, `return`, `recall`,
/// `publication`, `withdraw`, `override-finding`, `take-back-override`, `delete`.
#[must_use]
pub fn article_act(id: i64, verb: &str) -> String {
    format!("{BASE}/articles/{id}/{verb}")
}

/// GET: the review card beside the article.
#[must_use]
pub fn article_review_card(id: i64) -> String {
    format!("{BASE}/articles/{id}/review-card")
}

/// GET: the content that the article is compared with; `against` is the key of
/// [`crate::review_card::Against`].
#[must_use]
pub fn article_comparison(id: i64, against: &str) -> String {
    format!("{BASE}/articles/{id}/comparison?against={against}")
}

/// POST: which revision is on the person's card.
#[must_use]
pub fn article_seen(id: i64) -> String {
    format!("{BASE}/articles/{id}/seen")
}

/// POST: the editor is open; who else has it open.
#[must_use]
pub fn article_presence(id: i64) -> String {
    format!("{BASE}/articles/{id}/presence")
}

/// GET, PUT: what the person has typed and not saved.
#[must_use]
pub fn working_copy(slot: Slot) -> String {
    format!("{BASE}/working-copies/{slot}")
}

/// GET: the trigger events that a publication of the article could discharge.
#[must_use]
pub fn article_open_events(id: i64) -> String {
    format!("{BASE}/articles/{id}/open-events")
}

/// GET.
#[must_use]
pub fn event(id: i64) -> String {
    format!("{BASE}/events/{id}")
}

/// POST.
#[must_use]
pub fn event_cancel(id: i64) -> String {
    format!("{BASE}/events/{id}/cancel")
}

/// POST: an act on a person, by its verb: `posts`, `reset-password`, `activation`.
#[must_use]
pub fn person_act(id: i64, verb: &str) -> String {
    format!("{BASE}/people/{id}/{verb}")
}

/// DELETE: end a post.
#[must_use]
pub fn person_post(person_id: i64, post_id: i64) -> String {
    format!("{BASE}/people/{person_id}/posts/{post_id}")
}

/// POST: end a delegation early.
#[must_use]
pub fn delegation_end(id: i64) -> String {
    format!("{BASE}/delegations/{id}/end")
}

/// GET: the stages that nobody in the department could sign for an item of the person's own.
#[must_use]
pub fn empty_stages(department_id: i64) -> String {
    format!("{BASE}/departments/{department_id}/empty-stages")
}

/// PUT: change a term; DELETE: retire it.
#[must_use]
pub fn term(id: i64) -> String {
    format!("{BASE}/terms/{id}")
}

/// DELETE: links may no longer lead there.
#[must_use]
pub fn link_domain(id: i64) -> String {
    format!("{BASE}/link-domains/{id}")
}

/// GET: the roster of a department; POST: add an entry.
#[must_use]
pub fn roster(department_id: i64) -> String {
    format!("{BASE}/departments/{department_id}/roster")
}

/// PUT: change an entry.
#[must_use]
pub fn roster_entry(id: i64) -> String {
    format!("{BASE}/roster-entries/{id}")
}

/// POST: end an entry.
#[must_use]
pub fn roster_entry_end(id: i64) -> String {
    format!("{BASE}/roster-entries/{id}/end")
}

/// GET: a collection.
#[must_use]
pub fn roster_collection(id: i64) -> String {
    format!("{BASE}/roster-collections/{id}")
}

/// POST: an act on a collection, by its verb: `remind`, `close`, `hand-ins`.
#[must_use]
pub fn roster_collection_act(id: i64, verb: &str) -> String {
    format!("{BASE}/roster-collections/{id}/{verb}")
}

/// POST: the sealed form of a hand-in, as a file.
#[must_use]
pub fn hand_in_scan(id: i64) -> String {
    format!("{BASE}/roster-hand-ins/{id}/scan")
}

/// POST: a document of a department, as a file.
#[must_use]
pub fn department_documents(department_id: i64) -> String {
    format!("{BASE}/departments/{department_id}/documents")
}

/// GET: the file of a document.
#[must_use]
pub fn department_document(id: i64) -> String {
    format!("{BASE}/department-documents/{id}/file")
}

/// GET: what somebody holds; POST: hand it over.
#[must_use]
pub fn handover(person_id: i64) -> String {
    format!("{BASE}/people/{person_id}/handover")
}
