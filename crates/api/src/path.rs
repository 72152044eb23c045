//! The addresses, once.

/// Everything lies below this.
pub const BASE: &str = "/api/v1";

/// Header that every write carries: a retry after a lost answer does nothing twice.
pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";

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
    /// GET.
    CALENDAR => "/calendar";
    /// GET.
    TODAY => "/today";
    /// GET.
    INBOX => "/inbox";
    /// GET, POST.
    ARTICLES => "/articles";
    /// POST.
    EVENTS => "/events";
    /// GET, POST.
    FIGURES => "/figures";
    /// POST.
    FIGURES_PREVIEW => "/figures/preview";
    /// GET.
    LEDGER => "/ledger";
    /// GET.
    LEDGER_VERIFICATION => "/ledger/verification";
    /// GET, POST.
    PEOPLE => "/people";
    /// GET: the OpenAPI document.
    OPENAPI => "/openapi.json";
}

/// GET.
#[must_use]
pub fn duty(id: i64) -> String {
    format!("{BASE}/duties/{id}")
}

/// POST.
#[must_use]
pub fn duty_attestations(id: i64) -> String {
    format!("{BASE}/duties/{id}/attestations")
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
/// `publication`, `withdraw`, `delete`.
#[must_use]
pub fn article_act(id: i64, verb: &str) -> String {
    format!("{BASE}/articles/{id}/{verb}")
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
