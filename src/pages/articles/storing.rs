//! How what stands in the form becomes what is stored, and what keeps it from being submitted.

use lanmu_api::article::{ArticleView, CreateArticle, UpdateArticle};
use lanmu_domain::article::{Content, Source};
use lanmu_domain::review::{Act, ArticleState, Case, Refusal, decide};
use lanmu_domain::role::Actor;
use leptos::prelude::*;

use super::draft::Draft;
use super::findings::Check;
use crate::api::article as requests;
use crate::api::{ClientError, IdempotencyKey};

/// What is stored once everything in the form is: stored first where it differs, under a key of its
/// own, since storing and what follows are two acts.
pub async fn up_to_date(
    stored: RwSignal<Option<ArticleView>>,
    draft: Draft,
    accept: impl Fn(ArticleView),
) -> Result<ArticleView, ClientError> {
    let content = draft.content_untracked();
    match stored.get_untracked() {
        Some(view) if view.content == content => Ok(view),
        _ => {
            let view = store(stored, draft, content, IdempotencyKey::new()).await?;
            accept(view.clone());
            Ok(view)
        }
    }
}

/// Stores it: a new article, or a new revision.
pub async fn store(
    stored: RwSignal<Option<ArticleView>>,
    draft: Draft,
    content: Content,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    match stored.get_untracked() {
        Some(view) => {
            let form = UpdateArticle {
                version: view.version,
                content,
            };
            requests::update(view.row.id, form, key).await
        }
        None => {
            let department_id = draft.department_id.get_untracked().unwrap_or_default();
            requests::create(
                CreateArticle {
                    department_id,
                    content,
                },
                key,
            )
            .await
        }
    }
}

/// What keeps it from being submitted, by the same function as on the server.
#[must_use]
pub fn submit_refusals(
    draft: Draft,
    stored: Option<&ArticleView>,
    actor: Option<Actor>,
    check: Check,
) -> Vec<Refusal> {
    let Some(actor) = actor else {
        return vec![Refusal::RoleMissing];
    };
    let content = draft.content();
    let case = Case {
        // Saving comes first and makes a draft of it, whatever it was.
        state: stored.map_or(ArticleState::Draft, |view| match view.row.state {
            ArticleState::Returned => ArticleState::Returned,
            _ => ArticleState::Draft,
        }),
        department_id: draft.department_id.get_untracked().unwrap_or_default(),
        content: &content,
        revision: "",
        author_id: actor.person_id,
        signatures: &[],
        open_findings: check.open(&content),
        correction_open: false,
        emergency: None,
    };
    decide(&case, &actor, &Act::Submit)
        .err()
        .unwrap_or_default()
}

/// A form in which nothing stands.
#[must_use]
pub fn empty() -> Content {
    Content {
        title: String::new(),
        document_number: String::new(),
        column_id: 0,
        source: Source::Original,
        body: String::new(),
        attribute: None,
        attribute_reason: String::new(),
        legal_basis: String::new(),
    }
}

/// A reload after the first save must come back to the article, and the form must stay as it is.
pub fn remember_address(id: i64) {
    if let Ok(history) = window().history() {
        let address = format!("/articles/{id}/edit");
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}
