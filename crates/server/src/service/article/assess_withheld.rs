//! 评估审查: a leader looks again at what is withheld.

use chrono::NaiveDate;
use lanmu_api::article::ArticleView;
use lanmu_api::withheld::{AssessWithheld, AssessmentView};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{Act, WithheldVerdict, assessment_due};
use lanmu_domain::role::Role;
use lanmu_domain::text::day::long_day;
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use super::acting::acting;
use super::notify::tell;
use super::opinions::{end_review, others_involved};
use super::seen::{clean_words, close, decide_or_refuse, line_about, load_seen, subject, touched};
use crate::clock::local;
use crate::db::WriteTx;
use crate::entity::key::{from_key, to_key};
use crate::entity::withheld_assessment;
use crate::error::Problem;
use crate::service::freshness::figures;
use crate::session::SignedIn;

/// Keeps it filed until the next day, or sends it back to be prepared anew.
///
/// # Errors
/// 404, 409 stale or refused, 403, 422 for the reason.
pub async fn assess_withheld(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: &AssessWithheld,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let opinion = clean_words("opinion", "评估意见", &request.opinion)?;
    let verdict = request.verdict;
    let act = Act::AssessWithheld {
        verdict,
        opinion: opinion.clone(),
    };
    let who = &acting(write, who, &loaded, act.kind()).await?;
    let decided = decide_or_refuse(who, &loaded, &act)?;
    let next = match verdict {
        WithheldVerdict::Maintained => Some(next_assessment(write).await?),
        WithheldVerdict::Reopened => None,
    };
    withheld_assessment::ActiveModel {
        article_id: Set(article_id),
        revision_hash: Set(loaded.revision.hash.clone()),
        verdict: Set(to_key(&verdict)),
        opinion: Set(opinion.clone()),
        person_id: Set(who.person.id),
        person_name: Set(who.signed_name()),
        post: Set(who.title(Role::Leader, Some(loaded.article.department_id))),
        at: Set(write.now_utc()),
        next_due: Set(next),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    let words = format!("{}：{opinion}", verdict.label());
    let mut people = others_involved(&loaded, who);
    people.push(loaded.article.created_by);
    people.retain(|id| *id != who.person.id);
    let text = format!("稿件《{}》已评估审查，{words}", subject(&loaded.content));
    tell(write.tx(), &loaded, people, &text, write.now_utc()).await?;
    let (how, ledger_act, note) = match next {
        Some(day) => (
            "评估审查后维持不予公开",
            LedgerAct::WithheldMaintained,
            format!("{opinion}。下次评估审查：{}", long_day(day)),
        ),
        None => (
            "评估审查后退回重新办理",
            LedgerAct::WithheldReopened,
            opinion,
        ),
    };
    let mut row = touched(write, who, &loaded, decided.state, how);
    row.assess_by = Set(next);
    if next.is_none() {
        end_review(write, &loaded, super::outcome::VOIDED).await?;
        row.returns = Set(loaded.article.returns + 1);
    }
    let entry = line_about(who, Role::Leader, &loaded, note);
    close(write, row, (ledger_act, entry)).await
}

/// The day of the next assessment, by the figure in force today.
///
/// # Errors
/// The database does not answer.
pub(super) async fn next_assessment(write: &WriteTx) -> Result<NaiveDate, Problem> {
    let today = write.now().date_naive();
    let figures = figures(write.tx(), write.site_id()).await?;
    let months = figures.on(today).withheld_assessment_months;
    Ok(assessment_due(today, months))
}

/// What assessments found, the latest first.
///
/// # Errors
/// The database does not answer, or a key that this version does not know.
pub(super) async fn assessments<C: ConnectionTrait>(
    db: &C,
    article_id: i64,
) -> Result<Vec<AssessmentView>, DbErr> {
    let found = withheld_assessment::Entity::find()
        .filter(withheld_assessment::Column::ArticleId.eq(article_id))
        .order_by_desc(withheld_assessment::Column::Id)
        .all(db)
        .await?;
    let views = found.into_iter().map(|row| {
        Ok(AssessmentView {
            verdict: from_key(&row.verdict)?,
            opinion: row.opinion,
            by: row.person_name,
            post: row.post,
            at: local(row.at),
            next: row.next_due,
        })
    });
    views.collect()
}
