//! An article with all that was said of it, and the acts that its state allows the person.

use lanmu_api::article::{ActOnVersion, ArticleView};
use lanmu_domain::review::{ActKind, ArticleState, Availability};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};

use super::assessment::{AssessmentDialog, AssessmentFacts};
use super::correction::CorrectionDialog;
use super::doubts::{Doubts, to_correct};
use super::emergency::{EmergencyNote, ReleaseDialog, ReviewDialog};
use super::publication::{PublicationDialog, released_at};
use super::withdrawal::{WithdrawDialog, WithdrawalNote};
use crate::api::article::{article, correct, delete, recall};
use crate::date::long_stamp;
use crate::live::refetch_on;
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::article_body::ArticleBody;
use crate::ui::async_view::AsyncView;
use crate::ui::attachment_list::AttachmentList;
use crate::ui::badge::{EmergencyMark, StateBadge};
use crate::ui::button::{Button, Look};
use crate::ui::confirm::Confirm;
use crate::ui::corrections::Corrections;
use crate::ui::dialog::is_dialog_open;
use crate::ui::empty_stage::EmptyStage;
use crate::ui::findings::ArticleFindings;
use crate::ui::marked_body::MarkedBody;
use crate::ui::opinions::Opinions;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::{Remote, use_remote};
use crate::ui::review_case::availabilities;
use crate::ui::toast::use_toasts;

/// The page.
#[component]
pub fn Article() -> impl IntoView {
    let params = use_params_map();
    let id = move || {
        params
            .with(|params| params.get("id")?.parse::<i64>().ok())
            .unwrap_or_default()
    };
    let remote = use_remote(move || article(id()));
    refetch_on(remote, move |changes| {
        // What is typed in a dialog would be lost.
        changes.touches_article(untrack(id)) && !is_dialog_open()
    });
    view! {
        <AsyncView remote=remote let:view>
            <Shown view=view remote=remote />
        </AsyncView>
    }
}

#[component]
fn Shown(
    /// What it shows.
    view: ArticleView,
    /// Where it comes from.
    remote: Remote<ArticleView>,
) -> impl IntoView {
    let title = if view.row.title.is_empty() {
        "（未填标题）"
    } else {
        &view.row.title
    }
    .to_owned();
    let place = format!(
        "{}　{}",
        view.row.column_path.join(" / "),
        view.row.department_name
    );
    let attribute = view
        .content
        .attribute
        .map_or("未选择", |attribute| attribute.label());
    let number = view.content.document_number.clone();
    let publication = view.publication.clone();
    let body = view.content.body.clone();
    // Once it is released, what was sent back before is settled.
    let marks = matches!(
        view.row.state,
        ArticleState::Draft
            | ArticleState::Returned
            | ArticleState::InSectionReview
            | ArticleState::InReleaseReview
    );
    let returns = (view.row.returns > 0).then(|| format!("{} 次", view.row.returns));
    let fact = |name: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <dt>{name}</dt><dd>{text}</dd> })
    };
    view! {
        <PageHeader title=title subtitle=place>
            <EmergencyMark emergency=view.row.emergency />
            <StateBadge state=view.row.state />
        </PageHeader>
        {view.emergency.clone().map(|release| view! { <EmergencyNote release=release /> })}
        <Corrections view=view.clone() />
        <EmptyStage view=view.clone() />
        <Acts view=view.clone() remote=remote />
        <dl class="facts">
            <dt>"公开属性"</dt>
            <dd>{attribute}</dd>
            {fact("理由", view.content.attribute_reason.clone())}
            {fact("法律依据", view.content.legal_basis.clone())}
            <AssessmentFacts due=view.row.assess_by assessments=view.assessments.clone() />
            {fact("来源", view.content.source.words())}
            {fact("文号", number)}
            <dt>"撰写"</dt>
            <dd>{view.author_name.clone()}</dd>
            {returns.map(|times| view! { <dt>"已退回"</dt><dd>{times}</dd> })}
            {publication
                .map(|published| {
                    view! {
                        <dt>"发布地址"</dt>
                        <dd>
                            <a href=published.url.clone() target="_blank" rel="noopener noreferrer">
                                {published.url.clone()}
                            </a>
                        </dd>
                        <dt>"发布时间"</dt>
                        <dd>{long_stamp(published.at)}</dd>
                        {published
                            .withdrawal
                            .clone()
                            .map(|withdrawal| view! { <WithdrawalNote withdrawal=withdrawal /> })}
                        <Doubts publication=published state=view.row.state />
                    }
                })}
        </dl>
        <section class="card">
            {if marks {
                view! { <MarkedBody html=body opinions=view.opinions.clone() /> }.into_any()
            } else {
                view! { <ArticleBody html=body /> }.into_any()
            }}
        </section>
        <AttachmentList body=view.content.body.clone() />
        <ArticleFindings view=view.clone() remote=remote />
        <section class="article-opinions" aria-label="审核意见">
            <h2>"审核意见"</h2>
            <Opinions opinions=view.opinions />
        </section>
    }
}

#[component]
fn Acts(
    /// The article.
    view: ArticleView,
    /// Where it comes from.
    remote: Remote<ArticleView>,
) -> impl IntoView {
    let session = use_session();
    let toasts = use_toasts();
    let navigate = use_navigate();
    let open_acts = session
        .actor()
        .map(|actor| availabilities(&view, &actor))
        .unwrap_or_default();
    let open = move |act: ActKind| {
        open_acts
            .iter()
            .any(|availability: &Availability| availability.act == act && availability.is_allowed())
    };
    let id = view.row.id;
    let version = view.version;
    let recalling = RwSignal::new(false);
    let deleting = RwSignal::new(false);
    // 今日待办 leads here to back-fill the address: the dialog opens at once.
    let asked = use_query_map().with_untracked(|query| query.get("act"));
    let publishes = open(ActKind::RecordPublication);
    let publishing = RwSignal::new(publishes && asked.as_deref() == Some("publication"));
    let withdrawing = RwSignal::new(false);
    let releasing = RwSignal::new(false);
    let reviews_emergency = open(ActKind::ReviewEmergency);
    let reviewing =
        RwSignal::new(reviews_emergency && asked.as_deref() == Some("emergency-review"));
    let assesses = open(ActKind::AssessWithheld);
    let assessing = RwSignal::new(assesses && asked.as_deref() == Some("assessment"));
    let to_correct = to_correct(session, &view);
    let correcting = RwSignal::new(to_correct.is_some() && asked.as_deref() == Some("correction"));
    let recall = use_act(
        move |(), key| recall(id, ActOnVersion { version }, key),
        move |_| {
            recalling.set(false);
            toasts.say("稿件已撤回");
            remote.refetch();
        },
    );
    let delete = use_act(
        move |(), key| delete(id, ActOnVersion { version }, key),
        move |()| {
            toasts.say("草稿已删除");
            navigate("/articles", Default::default());
        },
    );
    let to_draft = use_navigate();
    let correcting_item = RwSignal::new(false);
    let begin_correction = use_act(
        move |(), key| correct(id, ActOnVersion { version }, key),
        move |draft: ArticleView| {
            toasts.say("更正稿件已建立，请修改后提交");
            to_draft(
                &format!("/articles/{}/edit", draft.row.id),
                Default::default(),
            );
        },
    );
    let edits = open(ActKind::Edit);
    let reviews = open(ActKind::Approve);
    view! {
        <div class="form__acts article-acts">
            {publishes
                .then(|| {
                    view! {
                        <Button look=Look::Primary on_press=move |()| publishing.set(true)>
                            "登记发布"
                        </Button>
                    }
                })}
            {reviews_emergency
                .then(|| {
                    view! {
                        <Button look=Look::Primary on_press=move |()| reviewing.set(true)>
                            "事后审核"
                        </Button>
                    }
                })}
            {assesses
                .then(|| {
                    view! {
                        <Button look=Look::Primary on_press=move |()| assessing.set(true)>
                            "评估审查"
                        </Button>
                    }
                })}
            {reviews
                .then(|| {
                    view! {
                        <A href=format!("/inbox/{id}") attr:class=Look::Primary.class()>
                            "去审核"
                        </A>
                    }
                })}
            {edits
                .then(|| {
                    view! {
                        <A href=format!("/articles/{id}/edit") attr:class=Look::Plain.class()>
                            "修改"
                        </A>
                    }
                })}
            {open(ActKind::Recall)
                .then(|| view! { <Button on_press=move |()| recalling.set(true)>"撤回"</Button> })}
            {to_correct
                .is_some()
                .then(|| {
                    view! {
                        <Button on_press=move |()| correcting.set(true)>"更正发布时间"</Button>
                    }
                })}
            {open(ActKind::Correct)
                .then(|| {
                    view! { <Button on_press=move |()| correcting_item.set(true)>"更正"</Button> }
                })}
            {open(ActKind::Withdraw)
                .then(|| {
                    view! {
                        <Button look=Look::Danger on_press=move |()| withdrawing.set(true)>
                            "撤稿"
                        </Button>
                    }
                })}
            <A href=format!("/articles/{id}/form") attr:class=Look::Plain.class()>
                "审批表"
            </A>
            {open(ActKind::EmergencyRelease)
                .then(|| {
                    view! {
                        <Button look=Look::Danger on_press=move |()| releasing.set(true)>
                            "紧急发布"
                        </Button>
                    }
                })}
            {open(ActKind::Delete)
                .then(|| {
                    view! {
                        <Button look=Look::Danger on_press=move |()| deleting.set(true)>
                            "删除草稿"
                        </Button>
                    }
                })}
        </div>
        <Confirm
            open=recalling
            title="撤回稿件"
            message="撤回后已签署的意见全部作废，修改后须重新提交。"
            action="确认撤回"
            act=recall
        />
        <Confirm
            open=correcting_item
            title="更正稿件"
            message="将以本稿内容建立一篇更正稿件，经三审发布后替代本稿。办理期间本稿仍为已发布。"
            action="建立更正稿件"
            act=begin_correction
        />
        <Confirm
            open=deleting
            title="删除草稿"
            message="草稿删除后不能恢复，台账仍保留记录。"
            action="确认删除"
            act=delete
        />
        {publishes.then(|| view! { <PublicationDialog open=publishing view=view.clone() remote=remote /> })}
        {to_correct
            .map(|publication| {
                view! {
                    <CorrectionDialog
                        open=correcting
                        publication=publication
                        released_at=released_at(&view)
                        remote=remote
                    />
                }
            })}
        <ReleaseDialog open=releasing view=view.clone() remote=remote />
        {assesses
            .then(|| view! { <AssessmentDialog open=assessing view=view.clone() remote=remote /> })}
        <ReviewDialog open=reviewing view=view.clone() remote=remote />
        <WithdrawDialog open=withdrawing view=view remote=remote />
    }
}
