//! A few items of the demonstration's accounts, one in each state, made by the same acts as the
//! API's: written, reviewed, sent back, released and published on the last working day before the
//! first start.

use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta};
use lanmu_api::article::{
    ActOnVersion, ApproveArticle, ArticleView, CreateArticle, RecordPublication, ReturnArticle,
};
use lanmu_domain::article::{Content, PublicAttribute, Source};
use lanmu_domain::review::{ReturnReason, ReturnTo, SecrecyConclusion};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::scene::Scene;
use super::stories::{STORIES, Story, Until};
use crate::db::WriteTx;
use crate::entity::person;
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, posts_of};

/// Minutes from one story to the next.
const BETWEEN_STORIES: i64 = 60;
/// Minutes from one act to the next.
const BETWEEN_ACTS: i64 = 12;

/// Plays the stories on the last working day before `today`, from nine in the morning.
pub(super) async fn write_articles(write: &mut WriteTx, scene: &Scene<'_>) -> Result<(), Problem> {
    let Some(day) = scene.today.pred_opt().map(|day| scene.working_before(day)) else {
        return Ok(());
    };
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or(NaiveTime::MIN);
    let zone = *write.now().offset();
    let Some(mut at) = day.and_time(nine).and_local_timezone(zone).single() else {
        return Ok(());
    };
    for story in STORIES {
        if let Some(column_id) = scene.column(story.department, story.column) {
            let mut teller = Teller {
                write: &mut *write,
                story,
                at,
            };
            teller.tell(column_id).await?;
        }
        at += TimeDelta::minutes(BETWEEN_STORIES);
    }
    Ok(())
}

/// Plays one story.
struct Teller<'a> {
    write: &'a mut WriteTx,
    story: &'a Story,
    at: DateTime<FixedOffset>,
}

impl Teller<'_> {
    async fn tell(&mut self, column_id: i64) -> Result<(), Problem> {
        let until = self.story.until;
        let Some(officer) = self.enter("officer").await? else {
            return Ok(());
        };
        let department_id = officer.departments().first().copied().unwrap_or_default();
        let content = content(self.story, column_id);
        let draft = CreateArticle {
            department_id,
            content,
        };
        let mut view = article::create(self.write, &officer, &draft).await?;
        if until == Until::Draft {
            return Ok(());
        }
        let Some(officer) = self.enter("officer").await? else {
            return Ok(());
        };
        let seen = ActOnVersion {
            version: view.version,
        };
        view = article::submit(self.write, &officer, view.row.id, seen).await?;
        if until == Until::InSectionReview {
            return Ok(());
        }
        let Some(head) = self.enter("head").await? else {
            return Ok(());
        };
        if until == Until::Returned {
            article::return_(self.write, &head, view.row.id, sent_back(&view)).await?;
            return Ok(());
        }
        let agreed = approval(
            &view,
            "内容属实，未发现涉密信息。",
            Some(SecrecyConclusion::Clear),
        );
        view = article::approve(self.write, &head, view.row.id, agreed).await?;
        if until == Until::InReleaseReview {
            return Ok(());
        }
        let Some(leader) = self.enter("leader").await? else {
            return Ok(());
        };
        let agreed = approval(&view, "同意发布。", None);
        view = article::approve(self.write, &leader, view.row.id, agreed).await?;
        if until == Until::Released {
            return Ok(());
        }
        let Some(officer) = self.enter("officer").await? else {
            return Ok(());
        };
        let published = RecordPublication {
            version: view.version,
            url: format!(
                "https://demo.lanmu.example/{column_id}/t{}.html",
                view.row.id
            ),
            published_at: self.write.now() - TimeDelta::minutes(2),
            event_ids: Vec::new(),
        };
        article::record_publication(self.write, &officer, view.row.id, &published).await?;
        Ok(())
    }

    /// The next act, some minutes later, by the department's person with this post; `None` where
    /// the account does not exist.
    async fn enter(&mut self, post: &str) -> Result<Option<SignedIn>, Problem> {
        let login = format!("{}-{post}", self.story.letters);
        let found = person::Entity::find()
            .filter(person::Column::SiteId.eq(self.write.site_id()))
            .filter(person::Column::Login.eq(login))
            .one(self.write.tx())
            .await?;
        let Some(person) = found else { return Ok(None) };
        let posts = posts_of(self.write.tx(), person.id).await?;
        self.write.act_as(person.id, &person.name);
        self.write.set_now(self.at);
        self.at += TimeDelta::minutes(BETWEEN_ACTS);
        Ok(Some(SignedIn::holding(person, posts)))
    }
}

fn content(story: &Story, column_id: i64) -> Content {
    Content {
        title: story.title.to_owned(),
        document_number: String::new(),
        column_id,
        source: Source::Original,
        body: story.body.to_owned(),
        attribute: Some(PublicAttribute::Proactive),
        attribute_reason: String::new(),
        legal_basis: String::new(),
    }
}

fn approval(
    view: &ArticleView,
    opinion: &str,
    secrecy: Option<SecrecyConclusion>,
) -> ApproveArticle {
    ApproveArticle {
        version: view.version,
        revision: view.revision.clone(),
        opinion: opinion.to_owned(),
        secrecy,
        signature: None,
    }
}

fn sent_back(view: &ArticleView) -> ReturnArticle {
    ReturnArticle {
        version: view.version,
        revision: view.revision.clone(),
        reason: "请补充活动时间和参加人数，标题中写明乡镇名称。".to_owned(),
        reasons: vec![ReturnReason::Content],
        to: ReturnTo::Officer,
        passage: None,
    }
}
