//! What passes from a department that ends to the one into which it goes, besides its duties:
//! posts, delegations, items, open events, what waits for a decision, feeds, the roster.

use std::collections::HashSet;

use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::role::Role;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::Reform;
use crate::db::LedgerEntry;
use crate::entity::key::from_key;
use crate::entity::{
    article, attestation, calendar_feed, delegation, department, emergency_release,
    event_department, person, post, publication_event,
};
use crate::error::Problem;
use crate::service::post_for;

impl Reform<'_> {
    pub(super) async fn pass_on(
        &mut self,
        from: &department::Model,
        into: &department::Model,
    ) -> Result<(), Problem> {
        let posts = self.posts(from, into).await?;
        let tx = self.write.tx();
        let articles = article::Entity::update_many()
            .col_expr(article::Column::DepartmentId, Expr::value(into.id))
            .filter(article::Column::DepartmentId.eq(from.id))
            .exec(tx)
            .await?;
        // What is settled stays where it was settled.
        attestation::Entity::update_many()
            .col_expr(attestation::Column::DepartmentId, Expr::value(into.id))
            .filter(attestation::Column::DepartmentId.eq(from.id))
            .filter(attestation::Column::Awaits.eq(true))
            .filter(attestation::Column::Decision.is_null())
            .exec(tx)
            .await?;
        emergency_release::Entity::update_many()
            .col_expr(
                emergency_release::Column::DepartmentId,
                Expr::value(into.id),
            )
            .filter(emergency_release::Column::DepartmentId.eq(from.id))
            .filter(emergency_release::Column::Verdict.is_null())
            .exec(tx)
            .await?;
        calendar_feed::Entity::update_many()
            .col_expr(calendar_feed::Column::DepartmentId, Expr::value(into.id))
            .filter(calendar_feed::Column::DepartmentId.eq(from.id))
            .exec(tx)
            .await?;
        self.events(from.id, into.id).await?;
        self.notes.push(format!(
            "“{}”的{posts}个岗位和{}篇稿件转入“{}”；已签署的审核意见保留原样。",
            from.name, articles.rows_affected, into.name
        ));
        self.rosters(from, into).await
    }

    /// Ends the posts and gives them anew; who holds the same role there already keeps one.
    async fn posts(
        &self,
        from: &department::Model,
        into: &department::Model,
    ) -> Result<usize, Problem> {
        let tx = self.write.tx();
        let held = |id: i64| {
            post::Entity::find()
                .filter(post::Column::DepartmentId.eq(id))
                .filter(post::Column::EndedAt.is_null())
                .all(tx)
        };
        let there = held(into.id).await?;
        let leaving = held(from.id).await?;
        let count = leaving.len();
        for row in leaving {
            let old_id = row.id;
            let same = |own: &&post::Model| own.person_id == row.person_id && own.role == row.role;
            let new_id = match there.iter().find(same) {
                Some(own) => own.id,
                None => self.begin_post(&row, into).await?,
            };
            self.line(LedgerAct::PostEnded, &row, from).await?;
            let mut ended = row.into_active_model();
            ended.ended_at = Set(Some(self.write.now_utc()));
            ended.update(tx).await?;
            delegation::Entity::update_many()
                .col_expr(delegation::Column::PostId, Expr::value(new_id))
                .col_expr(delegation::Column::DepartmentId, Expr::value(into.id))
                .filter(delegation::Column::PostId.eq(old_id))
                .filter(delegation::Column::EndTold.eq(false))
                .exec(tx)
                .await?;
        }
        Ok(count)
    }

    async fn begin_post(
        &self,
        row: &post::Model,
        into: &department::Model,
    ) -> Result<i64, Problem> {
        let begun = post::ActiveModel {
            site_id: Set(row.site_id),
            person_id: Set(row.person_id),
            role: Set(row.role.clone()),
            department_id: Set(Some(into.id)),
            title: Set(row.title.clone()),
            granted_at: Set(self.write.now_utc()),
            ended_at: Set(None),
            ..Default::default()
        };
        let id = begun.insert(self.write.tx()).await?.id;
        self.line(LedgerAct::PostGranted, row, into).await?;
        Ok(id)
    }

    async fn line(
        &self,
        act: LedgerAct,
        row: &post::Model,
        department: &department::Model,
    ) -> Result<(), Problem> {
        let person = person::Entity::find_by_id(row.person_id)
            .one(self.write.tx())
            .await?
            .ok_or_else(Problem::not_found)?;
        let role: Role = from_key(&row.role)?;
        let entry = LedgerEntry {
            post: post_for(&self.who.actor, None),
            department_id: Some(department.id),
            department_name: department.name.clone(),
            subject: format!("{}（{}）", person.name, person.login),
            note: format!("{}：{}，随部门合并转入", role.label(), row.title),
            ..Default::default()
        };
        self.write.ledger(act, entry).await
    }

    /// What obliged the one and is not answered by it obliges the other too; the past keeps whom it
    /// obliged.
    async fn events(&self, from: i64, into: i64) -> Result<(), Problem> {
        let tx = self.write.tx();
        let of = |id: i64| {
            event_department::Entity::find()
                .filter(event_department::Column::DepartmentId.eq(id))
                .all(tx)
        };
        let known: HashSet<i64> = of(into)
            .await?
            .into_iter()
            .map(|row| row.event_id)
            .collect();
        let answered: HashSet<i64> = publication_event::Entity::find()
            .filter(publication_event::Column::DepartmentId.eq(from))
            .all(tx)
            .await?
            .into_iter()
            .map(|row| row.event_id)
            .collect();
        for row in of(from).await? {
            if known.contains(&row.event_id) || answered.contains(&row.event_id) {
                continue;
            }
            let obliged = event_department::ActiveModel {
                event_id: Set(row.event_id),
                department_id: Set(into),
            };
            event_department::Entity::insert(obliged)
                .exec_without_returning(tx)
                .await?;
        }
        Ok(())
    }
}
