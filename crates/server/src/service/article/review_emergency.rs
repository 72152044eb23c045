//! 事后审核: somebody else looks at an emergency release, and may order it withdrawn.

use lanmu_api::article::ArticleView;
use lanmu_api::emergency::ReviewEmergency;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{Act, ArticleState, EmergencyVerdict};
use lanmu_domain::role::Role;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::{Set, Unchanged};

use super::acting::acting;
use super::case::LoadedArticle;
use super::notify::tell;
use super::seen::{clean_words, close, decide_or_refuse, line_about, load_seen, subject, touched};
use super::withdraw::{TakenDown, take_down};
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::emergency_release;
use crate::entity::key::to_key;
use crate::error::Problem;
use crate::session::SignedIn;

/// Stores the verdict, once. What is ordered withdrawn is taken down where it is public, and sent
/// back where it is not.
///
/// # Errors
/// 404, 409 stale or refused, 403, 422 for the opinion.
pub async fn review_emergency(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: &ReviewEmergency,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let opinion = clean_words("opinion", "审核意见", &request.opinion)?;
    let verdict = request.verdict;
    let act = Act::ReviewEmergency {
        verdict,
        opinion: opinion.clone(),
    };
    let who = &acting(write, who, &loaded, act.kind()).await?;
    let decided = decide_or_refuse(who, &loaded, &act)?;
    let Some(release) = &loaded.emergency_row else {
        return Err(Problem::internal("a review without an emergency release"));
    };
    let post = post(who, loaded.article.department_id);
    let sent_back = decided.state == ArticleState::Returned;
    emergency_release::ActiveModel {
        id: Unchanged(release.id),
        verdict: Set(Some(to_key(&verdict))),
        opinion: Set(Some(opinion.clone())),
        reviewer_id: Set(Some(who.person.id)),
        reviewer_name: Set(Some(who.person.name.clone())),
        reviewer_post: Set(Some(post.clone())),
        reviewed_at: Set(Some(write.now_utc())),
        void: Set(sent_back),
        ..Default::default()
    }
    .update(write.tx())
    .await?;
    tell_people(write, who, &loaded, verdict, &opinion).await?;
    let (how, ledger_act) = match verdict {
        EmergencyVerdict::Upheld => ("事后审核维持发布", LedgerAct::EmergencyUpheld),
        EmergencyVerdict::WithdrawalOrdered => {
            ("事后审核责令撤稿", LedgerAct::EmergencyWithdrawalOrdered)
        }
    };
    let mut row = touched(write, who, &loaded, decided.state, how);
    if sent_back {
        row.emergency = Set(false);
        row.returns = Set(loaded.article.returns + 1);
    }
    if decided.state == ArticleState::Withdrawn {
        let taken = TakenDown {
            reason: format!("事后审核责令撤稿：{opinion}"),
            at: write.now_utc(),
            replaced_by: None,
        };
        take_down(write, who, article_id, &taken).await?;
        row.live_revision_id = Set(None);
    }
    let entry = LedgerEntry {
        post,
        ..line_about(who, Role::SectionHead, &loaded, opinion)
    };
    close(write, row, (ledger_act, entry)).await
}

/// Under which post somebody reviews: that in the department goes first.
fn post(who: &SignedIn, department_id: i64) -> String {
    let own = [Role::SectionHead, Role::Leader]
        .into_iter()
        .find(|role| who.actor.post_in(*role, department_id).is_some());
    match own {
        Some(role) => who.title(role, Some(department_id)),
        None => who.title(Role::Coordinator, None),
    }
}

/// Who released, wrote or began it.
async fn tell_people(
    write: &WriteTx,
    who: &SignedIn,
    loaded: &LoadedArticle,
    verdict: EmergencyVerdict,
    opinion: &str,
) -> Result<(), Problem> {
    let release = loaded.emergency_row.as_ref();
    let people = [
        release.map(|release| release.person_id),
        release.and_then(|release| release.submitter_id),
        Some(loaded.revision.author_id),
        Some(loaded.article.created_by),
    ];
    let others = people
        .into_iter()
        .flatten()
        .filter(|id| *id != who.person.id);
    let said = if opinion.is_empty() {
        "。".to_owned()
    } else {
        format!("：{opinion}")
    };
    let text = format!(
        "紧急发布的稿件《{}》已由{}事后审核，{}{said}",
        subject(&loaded.content),
        who.person.name,
        verdict.label()
    );
    Ok(tell(
        write.tx(),
        loaded,
        others.collect::<Vec<_>>(),
        &text,
        write.now_utc(),
    )
    .await?)
}
