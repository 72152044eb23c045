//! The form of an article: save a draft, sign the first review.

use lanmu_api::article::{ActOnVersion, ArticleView};
use lanmu_api::secrecy::{OverrideFinding, TakeBackOverride};
use lanmu_api::working_copy::{Slot, WorkingCopy};
use lanmu_domain::article::Content;
use lanmu_domain::review::Refusal;
use lanmu_domain::text::FieldProblem;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::autosave::{Autosave, KeepingState};
use super::draft::Draft;
use super::fields::Fields;
use super::findings::{Check, EditorFindings, show_list};
use super::missing_reviewers::MissingReviewers;
use super::presence::Presence;
use super::restored::Restored;
use super::storing::{empty, remember_address, store, submit_refusals, up_to_date};
use super::unsaved::{self, Unsaved};
use crate::api::IdempotencyKey;
use crate::api::article as requests;
use crate::api::secrecy::{override_finding, take_back_override};
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::toast::use_toasts;

/// Fields that the form shows errors at.
const FIELDS: [&str; 13] = [
    "department_id",
    "column_id",
    "title",
    "document_number",
    "source",
    "source.name",
    "source.url",
    "source.at",
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
    /// What the person typed before and did not save, as the server has it.
    kept: Option<WorkingCopy>,
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
    let before = stored.as_ref().map(|view| view.content.clone());
    let kept = kept.filter(|kept| before.as_ref() != Some(&kept.content));
    let on_server = kept.is_some();
    let here = unsaved::read(&slot_of(&stored));
    let kept_at = kept.as_ref().filter(|_| here.is_none()).map(|kept| kept.at);
    // What this browser has did not reach the server, so it goes first.
    let other = kept.clone().filter(|kept| {
        let content = here.as_ref().map(|here| &here.content);
        content.is_some_and(|content| *content != kept.content)
    });
    let begun = here.or_else(|| {
        kept.map(
            |WorkingCopy {
                 version, content, ..
             }| Unsaved { version, content },
        )
    });
    let restored = RwSignal::new(begun.is_some());
    let overtaken = begun
        .as_ref()
        .is_some_and(|begun| begun.version != stored.as_ref().map_or(0, |view| view.version));
    match (begun, &stored) {
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
    let form = Signal::derive(move || {
        stored.with(|view| match view {
            Some(view) => Slot::Article(view.row.id),
            None => Slot::New(column_id.unwrap_or_default()),
        })
    });
    let autosave = Autosave::new(draft, stored, (form, slot), on_server);
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
            if draft.says(&view.content) {
                draft.fill(&view.content);
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
            autosave.stop();
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
    let wrong = RwSignal::new(Vec::<FieldProblem>::new());
    // The same functions as on the server say what is missing and what is wrong, all of it at once and
    // before anything is sent.
    let check = move || {
        let found = submit_refusals(
            draft,
            stored.get_untracked().as_ref(),
            session.actor(),
            check_secrecy,
        );
        let problems = draft.content().problems();
        confirming.set(found.is_empty() && problems.is_empty());
        wrong.set(problems);
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
            .or_else(|| {
                wrong.with(|wrong| {
                    let own = wrong.iter().find(|problem| problem.field == field);
                    own.map(|problem| format!("{}。", problem.message))
                })
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
        <Restored
            restored=restored
            overtaken=overtaken
            at=kept_at
            other=other
            on_other=move |content: Content| draft.fill(&content)
            on_discard=discard
        />
        <form
            class="article-form"
            on:submit=move |event| {
                event.prevent_default();
                refusals.set(Vec::new());
                wrong.set(Vec::new());
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
                    <KeepingState autosave=autosave stored=stored />
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
