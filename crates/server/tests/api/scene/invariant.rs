//! What must be true of the database whatever people did: asked of the tables, not of the rules.

use std::collections::{HashMap, HashSet};

use lanmu_server::entity::{
    article, emergency_release, opinion, post, publication, review, revision,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::Scene;

impl Scene {
    /// Every released or published item was approved, on the very revision, by three different
    /// people in the three stages, the second with 不涉密, or a leader who did not write it
    /// released that revision in an emergency; and it is 主动公开. What is filed was approved like that
    /// and is not 主动公开. No item has two open reviews.
    pub async fn nothing_went_out_unapproved(&self) {
        let db = self.server.state.db.conn();
        let articles = article::Entity::find().all(db).await.expect("articles");
        for item in &articles {
            let open = review::Entity::find()
                .filter(review::Column::ArticleId.eq(item.id))
                .filter(review::Column::Open.eq(true))
                .all(db)
                .await
                .expect("reviews");
            let waits = matches!(
                item.state.as_str(),
                "in_section_review" | "in_release_review"
            );
            assert_eq!(open.len(), usize::from(waits), "open reviews of {item:?}");
            if matches!(item.state.as_str(), "released" | "published" | "filed") {
                self.was_approved(item).await;
            }
        }
        let public = publication::Entity::find()
            .filter(publication::Column::ArticleId.is_not_null())
            .filter(publication::Column::WithdrawnAt.is_null())
            .all(db)
            .await
            .expect("publications");
        let by_id: HashMap<i64, &article::Model> = articles.iter().map(|a| (a.id, a)).collect();
        for row in public {
            let item = by_id[&row.article_id.expect("an article")];
            let public = matches!(item.state.as_str(), "published" | "corrected");
            assert!(public, "public: {item:?}");
        }
    }

    async fn was_approved(&self, item: &article::Model) {
        let db = self.server.state.db.conn();
        let current = revision::Entity::find_by_id(item.revision_id.expect("a revision"))
            .one(db)
            .await
            .expect("revisions")
            .expect("the revision");
        let filed = item.state == "filed";
        let public = current.content["attribute"] == "proactive";
        assert_eq!(public, !filed, "{item:?}");
        let withheld = current.content["attribute"] == "withheld";
        assert_eq!(item.assess_by.is_some(), withheld, "{item:?}");
        let given = opinion::Entity::find()
            .filter(opinion::Column::ArticleId.eq(item.id))
            .filter(opinion::Column::RevisionHash.eq(&current.hash))
            .filter(opinion::Column::Verdict.eq("approved"))
            .filter(opinion::Column::Voided.eq(false))
            .order_by_asc(opinion::Column::Stage)
            .all(db)
            .await
            .expect("opinions");
        let stages: Vec<i16> = given.iter().map(|o| o.stage).collect();
        let people: Vec<i64> = given
            .iter()
            .flat_map(|o| std::iter::once(o.person_id).chain(o.on_behalf_of_id))
            .collect();
        let different: HashSet<i64> = people.iter().copied().collect();
        let in_order = given.windows(2).all(|pair| pair[0].at <= pair[1].at);
        let clear = given
            .iter()
            .any(|o| o.stage == 2 && (withheld || o.secrecy.as_deref() == Some("clear")));
        let reviewers = || given.iter().filter(|o| o.stage > 1);
        let by_others = reviewers().all(|o| {
            o.person_id != current.author_id && o.on_behalf_of_id != Some(current.author_id)
        });
        let approved = stages == [1, 2, 3]
            && different.len() == people.len()
            && in_order
            && clear
            && by_others;
        assert!(
            approved || !filed && self.a_leader_released(item, &current).await,
            "went out without three approvals: {item:?} {given:?}"
        );
    }

    async fn a_leader_released(&self, item: &article::Model, current: &revision::Model) -> bool {
        let db = self.server.state.db.conn();
        let release = emergency_release::Entity::find()
            .filter(emergency_release::Column::ArticleId.eq(item.id))
            .filter(emergency_release::Column::Void.eq(false))
            .one(db)
            .await
            .expect("releases");
        let Some(release) = release else { return false };
        let leads = post::Entity::find()
            .filter(post::Column::PersonId.eq(release.person_id))
            .filter(post::Column::Role.eq("leader"))
            .filter(post::Column::DepartmentId.eq(item.department_id))
            .one(db)
            .await
            .expect("posts");
        leads.is_some()
            && item.emergency
            && release.revision_hash == current.hash
            && release.person_id != current.author_id
            && !release.reason.trim().is_empty()
            && release.verdict.as_deref() != Some("withdrawal_ordered")
            && release.reviewer_id != Some(release.person_id)
    }
}
