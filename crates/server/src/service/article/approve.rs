//! 同意: the second review with the secrecy conclusion, or the release.

use lanmu_api::article::{ApproveArticle, ArticleView};
use lanmu_domain::article::PublicAttribute;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{Act, ArticleState, SecrecyConclusion, Stage, clean_handwriting};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::acting::acting;
use super::assess_withheld::next_assessment;
use super::case::LoadedArticle;
use super::last_seen::mark_seen;
use super::notify::{tell, tell_stage};
use super::opinions::{Beside, Said, end_review, involved, others_involved, say};
use super::seen::{clean_words, close, decide_or_refuse, line_about, load_seen, subject, touched};
use super::verdict;
use crate::db::WriteTx;
use crate::entity::review;
use crate::error::Problem;
use crate::session::SignedIn;

/// Signs the stage that is awaited.
///
/// # Errors
/// 404, 409 stale or refused, 403, 422 for the opinion.
pub async fn approve(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: ApproveArticle,
) -> Result<ArticleView, Problem> {
    sign(write, who, article_id, request, "").await
}

/// The same; the note in the ledger begins with `manner`.
pub(super) async fn sign(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: ApproveArticle,
    manner: &str,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let opinion = clean_words("opinion", "审核意见", &request.opinion)?;
    let signature = clean_signature(request.signature.as_deref())?;
    let secrecy = request.secrecy;
    let act = Act::Approve {
        revision: request.revision,
        secrecy,
        opinion: opinion.clone(),
    };
    let who = &acting(write, who, &loaded, act.kind()).await?;
    let outcome = decide_or_refuse(who, &loaded, &act)?;
    let (Some(stage), Some(review)) = (outcome.signs, &loaded.review) else {
        return Err(Problem::internal("an approval without a stage or a review"));
    };
    let said = Said {
        review_id: review.id,
        stage,
        verdict: verdict::APPROVED,
        secrecy,
        text: &opinion,
        beside: Beside {
            signature,
            ..Beside::default()
        },
    };
    say(write, who, &loaded, said).await?;
    mark_seen(write, who, article_id, loaded.revision.id).await?;
    let filed = outcome.state == ArticleState::Filed;
    if filed {
        end_review(write, &loaded, super::outcome::FILED).await?;
        tell_filed(write, who, &loaded).await?;
    } else if stage == Stage::Release {
        end_review(write, &loaded, super::outcome::RELEASED).await?;
        tell_released(write, who, &loaded).await?;
    } else {
        await_release(write, review.id).await?;
        let mut cannot_review = involved(&loaded);
        cannot_review.extend(who.people());
        tell_stage(
            write.tx(),
            &loaded,
            Stage::Release,
            &cannot_review,
            write.now_utc(),
        )
        .await?;
    }
    let (ledger_act, how) = match stage {
        Stage::Release if filed => (LedgerAct::Filed, "审发同意归档"),
        Stage::Release => (LedgerAct::ReleaseApproved, "审发同意"),
        Stage::First | Stage::Section => (LedgerAct::SectionApproved, "审核同意"),
    };
    let mut row = touched(write, who, &loaded, outcome.state, how);
    let mut said = format!("{manner}{}", note(secrecy, &opinion));
    let attribute = loaded.content.attribute;
    if let Some(attribute) = attribute.filter(|_| filed) {
        said = format!("{}，不上网发布。{said}", attribute.label());
    }
    if filed && attribute == Some(PublicAttribute::Withheld) {
        row.assess_by = Set(Some(next_assessment(write).await?));
    }
    let entry = line_about(who, stage.role(), &loaded, said);
    close(write, row, (ledger_act, entry)).await
}

fn clean_signature(path: Option<&str>) -> Result<Option<String>, Problem> {
    clean_handwriting(path.unwrap_or_default())
        .map_err(|problem| Problem::invalid_field("signature", problem.message()))
}

async fn await_release(write: &WriteTx, review_id: i64) -> Result<(), Problem> {
    review::Entity::update_many()
        .col_expr(review::Column::Stage, Expr::value(Stage::Release.number()))
        .filter(review::Column::Id.eq(review_id))
        .exec(write.tx())
        .await?;
    Ok(())
}

async fn tell_released(
    write: &WriteTx,
    who: &SignedIn,
    loaded: &LoadedArticle,
) -> Result<(), Problem> {
    let text = format!(
        "稿件《{}》已审发，请发布后登记发布地址和时间。",
        subject(&loaded.content)
    );
    let people = others_involved(loaded, who);
    Ok(tell(write.tx(), loaded, people, &text, write.now_utc()).await?)
}

async fn tell_filed(
    write: &WriteTx,
    who: &SignedIn,
    loaded: &LoadedArticle,
) -> Result<(), Problem> {
    let attribute = loaded.content.attribute.map_or("", PublicAttribute::label);
    let text = format!(
        "稿件《{}》已审定为{attribute}，归档保存，不上网发布。",
        subject(&loaded.content)
    );
    let people = others_involved(loaded, who);
    Ok(tell(write.tx(), loaded, people, &text, write.now_utc()).await?)
}

fn note(secrecy: Option<SecrecyConclusion>, opinion: &str) -> String {
    match secrecy {
        Some(conclusion) => format!("保密审查：{}。{opinion}", conclusion.label()),
        None => opinion.to_owned(),
    }
}
