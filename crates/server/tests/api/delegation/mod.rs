//! 委托代办: making and ending, what it gives and for how long, and what it never gives.

mod acting;
mod lifetime;
mod making;
mod separation;

use chrono::Duration;
use lanmu_api::path;
use lanmu_domain::role::Role;
use lanmu_server::entity::post;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

use crate::scene::Scene;
use crate::support::{Actor, Reply};

impl Scene {
    /// The holding of a role by somebody, the last one granted.
    pub async fn post_of(&self, person: &Actor, role: Role) -> i64 {
        post::Entity::find()
            .filter(post::Column::PersonId.eq(person.person_id))
            .filter(post::Column::Role.eq(role.key()))
            .filter(post::Column::EndedAt.is_null())
            .order_by_desc(post::Column::Id)
            .one(self.server.state.db.conn())
            .await
            .expect("posts")
            .expect("the person holds it")
            .id
    }

    /// The body of a delegation of a person's post for some minutes from now.
    pub async fn delegation(&self, of: &Actor, role: Role, to: &Actor, minutes: i64) -> Value {
        let ends_at = self.server.state.clock.now() + Duration::minutes(minutes);
        json!({
            "post_ids": [self.post_of(of, role).await],
            "delegate_id": to.person_id,
            "ends_at": ends_at.to_rfc3339(),
            "reason": "外出学习",
        })
    }

    /// Passes a post on for some minutes from now; gives the id.
    pub async fn pass_on(&self, of: &Actor, role: Role, to: &Actor, minutes: i64) -> i64 {
        let body = self.delegation(of, role, to, minutes).await;
        let made = of.post(path::DELEGATIONS, &body).await.expect(201);
        made["ids"][0].as_i64().expect("an id")
    }
}

impl Actor {
    /// Ends a delegation early.
    pub async fn end_delegation(&self, id: i64) -> Reply {
        let body = json!({ "reason": "提前返岗" });
        self.post(&path::delegation_end(id), &body).await
    }
}
