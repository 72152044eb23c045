//! The form of an article: save a draft, sign the first review.

use lanmu_api::article::{ActOnVersion, ArticleView, CreateArticle, UpdateArticle};
use lanmu_api::secrecy::{OverrideFinding, TakeBackOverride};
use lanmu_domain::article::Content;
use lanmu_domain::review::{Act as ReviewAct, ArticleState, Case, Refusal, decide};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::draft::Draft;
use super::fields::Fields;
use super::findings::{Check, EditorFindings, show_list};
use super::missing_reviewers::MissingReviewers;
use super::presence::Presence;
use super::unsaved::{self, Unsaved};
use crate::api::article as requests;
use crate::api::secrecy::{override_finding, take_back_override};
use crate::api::{ClientError, IdempotencyKey};
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::toast::use_toasts;

/// Fields that the form shows errors at.
const FIELDS: [&str; 10] = [
    "department_id",
    "column_id",
    "title",
    "document_number",
    "source",
    "body",
    "attribute",
    "attribute_reason",
    "legal_basis",
    "content.column_id",
];

/// The form.
#[component]
pub fn ArticleForm(
    /// What the server has; `None` for a new article.
    stored: Option<ArticleView>,
    /// The department for which it is written.
    department_id: Option<i64>,
    /// The column, where it is known.
    column_id: Option<i64>,
) -> impl IntoView {
    let session = use_session();
    let toasts = use_toasts();
    let navigate = use_navigate();
    let person_id = session.actor().map_or(0, |actor| actor.person_id);
    let draft = Draft::new(department_id, column_id);
    let slot_of = move |stored: &Option<ArticleView>| {
        unsaved::slot(
            person_id,
            stored.as_ref().map(|view| view.row.id),
            column_id,
        )
    };
    let kept = unsaved::read(&slot_of(&stored));
    let restored = RwSignal::new(kept.is_some());
    let overtaken = kept
        .as_ref()
        .is_some_and(|kept| kept.version != stored.as_ref().map_or(0, |view| view.version));
    match (kept, &stored) {
        (Some(Unsaved { content, .. }), _) => draft.fill(&content),
        (None, Some(view)) => draft.fill(&view.content),
        (None, None) => {}
    }
    let stored = RwSignal::new(stored);
    let slot = Signal::derive(move || stored.with(slot_of));
    unsaved::keep(draft, slot, move || {
        stored.with(|view| {
            view.as_ref()
                .map(|view| (view.version, view.content.clone()))
        })
    });
    let discard = move || {
        unsaved::forget(&slot.get_untracked());
        restored.set(false);
        match stored.get_untracked() {
            Some(view) => draft.fill(&view.content),
            None => draft.fill(&Content {
                column_id: column_id.unwrap_or_default(),
                ..empty()
            }),
        }
    };

    let accept = move |view: ArticleView| {
        unsaved::forget(&slot.get_untracked());
        restored.set(false);
        remember_address(view.row.id);
        stored.set(Some(view));
    };
    let save = use_act(
        move |content: Content, key| store(stored, draft, content, key),
        move |view: ArticleView| {
            // What was cleaned on the way shows at once, unless somebody typed on.
            if draft.body.get_untracked() != view.content.body
                && draft.content().plain_text() == view.content.plain_text()
            {
                draft.body.set(view.content.body.clone());
            }
            accept(view);
            toasts.say("草稿已保存");
        },
    );
    let submit = use_act(
        move |_: Content, key: IdempotencyKey| async move {
            let view = up_to_date(stored, draft, accept).await?;
            requests::submit(
                view.row.id,
                ActOnVersion {
                    version: view.version,
                },
                key,
            )
            .await
        },
        move |view: ArticleView| {
            unsaved::forget(&slot.get_untracked());
            toasts.say("已签署初审，稿件进入审核");
            navigate(&format!("/articles/{}", view.row.id), Default::default());
        },
    );

    let check_secrecy = Check::new(draft, stored);
    let keeping = RwSignal::new(None);
    // What the server finds is what is stored: storing comes first.
    let keep = use_act(
        move |(finding, reason): (String, String), key| async move {
            let view = up_to_date(stored, draft, accept).await?;
            let form = OverrideFinding {
                version: view.version,
                key: finding,
                reason,
            };
            override_finding(view.row.id, form, key).await
        },
        move |view: ArticleView| {
            keeping.set(None);
            accept(view);
            toasts.say("已记录保留理由");
        },
    );
    let take_back = use_act(
        move |finding: String, key| async move {
            let view = up_to_date(stored, draft, accept).await?;
            let form = TakeBackOverride {
                version: view.version,
                key: finding,
            };
            take_back_override(view.row.id, form, key).await
        },
        move |view: ArticleView| {
            accept(view);
            toasts.say("已收回说明");
        },
    );

    let confirming = RwSignal::new(false);
    let refusals = RwSignal::new(Vec::<Refusal>::new());
    // The same function as on the server says what is missing, before anything is sent.
    let check = move || {
        let found = submit_refusals(
            draft,
            stored.get_untracked().as_ref(),
            session.actor(),
            check_secrecy,
        );
        confirming.set(found.is_empty());
        if found.contains(&Refusal::FindingsOpen) {
            show_list();
        }
        refusals.set(found);
    };
    let field_error = move |field: &str| {
        refusals
            .with(|refusals| {
                let own = refusals
                    .iter()
                    .find(|refusal| refusal.field() == Some(field));
                own.map(|refusal| refusal.message().to_owned())
            })
            .or_else(|| save.field_error(field))
            .or_else(|| submit.field_error(field))
            .or_else(|| save.field_error(&format!("content.{field}")))
    };
    let general = Signal::derive(move || {
        let unplaced = refusals.with(|refusals| {
            let unplaced = refusals.iter().filter(|refusal| refusal.field().is_none());
            unplaced
                .map(|refusal| refusal.message())
                .collect::<String>()
        });
        (!unplaced.is_empty())
            .then_some(unplaced)
            .or_else(|| save.general_error(&FIELDS))
            .or_else(|| take_back.general_error(&FIELDS))
            .or_else(|| submit.general_error(&FIELDS))
    });
    let busy = Signal::derive(move || save.pending() || submit.pending());
    view! {
        <Presence stored=stored />
        {move || {
            restored
                .get()
                .then(|| {
                    view! {
                        <div class="notice">
                            <p>
                                {if overtaken {
                                    "已恢复您上次未保存的内容。此后稿件被他人修改过，请核对后再保存。"
                                } else {
                                    "已恢复您上次未保存的内容。"
                                }}
                            </p>
                            <Button look=Look::Quiet on_press=move |()| discard()>
                                "放弃恢复的内容"
                            </Button>
                        </div>
                    }
                })
        }}
        <form
            class="article-form"
            on:submit=move |event| {
                event.prevent_default();
                refusals.set(Vec::new());
                save.run(draft.content());
            }
        >
            <Fields
                draft=draft
                fixed_department=stored.with_untracked(Option::is_some)
                error=field_error
            >
                <EditorFindings draft check=check_secrecy keeping keep take_back />
            </Fields>
            <div class="article-form__acts">
                <ErrorLine message=general />
                <div class="form__acts">
                    <Button submit=true busy=Signal::derive(move || save.pending()) disabled=busy>
                        "保存草稿"
                    </Button>
                    <Button look=Look::Primary disabled=busy on_press=move |()| check()>
                        "签署初审并提交"
                    </Button>
                    <p class="article-form__status" role="status">
                        {move || {
                            stored
                                .with(|view| {
                                    view.as_ref().map(|view| format!("已保存，第 {} 版", view.version))
                                })
                        }}
                    </p>
                </div>
            </div>
        </form>
        <Dialog open=confirming title="签署初审">
            <p>
                "我已核对本稿的文字、内容完整性和拟发布栏目，同意提交审核。提交后由股室领导审核、分管领导审发。"
            </p>
            {move || {
                let files = draft.content().attribute.filter(|attribute| !attribute.is_publishable());
                files
                    .map(|attribute| {
                        view! {
                            <p class="notice">
                                {format!("本稿为{}，审发后归档，不上网发布。", attribute.label())}
                            </p>
                        }
                    })
            }}
            <MissingReviewers department_id=draft.department_id.get_untracked().unwrap_or_default() />
            <ErrorLine message=general />
            <div class="dialog__acts">
                <Button on_press=move |()| confirming.set(false)>"取消"</Button>
                <Button
                    look=Look::Primary
                    busy=Signal::derive(move || submit.pending())
                    on_press=move |()| submit.run(draft.content())
                >
                    "确认提交"
                </Button>
            </div>
        </Dialog>
    }
}

/// What is stored once everything in the form is: stored first where it differs, under a key of its
/// own, since storing and what follows are two acts.
async fn up_to_date(
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

async fn store(
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

fn submit_refusals(
    draft: Draft,
    stored: Option<&ArticleView>,
    actor: Option<lanmu_domain::role::Actor>,
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
    decide(&case, &actor, &ReviewAct::Submit)
        .err()
        .unwrap_or_default()
}

fn empty() -> Content {
    Content {
        title: String::new(),
        document_number: String::new(),
        column_id: 0,
        source: lanmu_domain::article::Source::Original,
        body: String::new(),
        attribute: None,
        attribute_reason: String::new(),
        legal_basis: String::new(),
    }
}

/// A reload after the first save must come back to the article, and the form must stay as it is.
fn remember_address(id: i64) {
    if let Ok(history) = window().history() {
        let address = format!("/articles/{id}/edit");
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}
