//! What the tests put into the database and read from it past the interface.

use std::collections::HashMap;

use chrono::{NaiveDate, Utc};
use lanmu_api::path;
use lanmu_domain::role::Role;
use lanmu_server::entity::{
    article, duty, event_duty, finding_override, ledger_head, ledger_line, notification, person,
    post, publication_event, review, site_column, term, trigger_event,
};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection,
    EntityTrait, QueryFilter, QueryOrder,
};
use serde_json::Value;

use super::Scene;
use crate::support::{Actor, TestServer};

/// The ids of a column, by its path, and of the duty on it; 0 where there is none.
pub async fn column(server: &TestServer, path: &str) -> (i64, i64) {
    let db = server.state.db.conn();
    let column = site_column::Entity::find()
        .filter(site_column::Column::PathText.eq(path))
        .one(db)
        .await
        .expect("columns")
        .unwrap_or_else(|| panic!("no column {path}"));
    let duty = duty::Entity::find()
        .filter(duty::Column::ColumnId.eq(column.id))
        .one(db)
        .await
        .expect("duties");
    (column.id, duty.map_or(0, |duty| duty.id))
}

impl Scene {
    fn db(&self) -> &DatabaseConnection {
        self.server.state.db.conn()
    }

    async fn site_id(&self) -> i64 {
        let head = ledger_head::Entity::find()
            .one(self.db())
            .await
            .expect("heads");
        head.expect("the site has a ledger").site_id
    }

    /// Gives somebody another post.
    pub async fn grant(&self, person: &Actor, role: Role, department_id: i64) {
        let row = post::ActiveModel {
            site_id: Set(self.site_id().await),
            person_id: Set(person.person_id),
            role: Set(role.key().to_owned()),
            department_id: Set(Some(department_id)),
            title: Set(role.label().to_owned()),
            granted_at: Set(Utc::now()),
            ended_at: Set(None),
            ..Default::default()
        };
        row.insert(self.db()).await.expect("post");
    }

    /// Ends everything that somebody holds.
    pub async fn end_posts(&self, person: &Actor) {
        post::Entity::update_many()
            .col_expr(post::Column::EndedAt, Expr::value(Utc::now()))
            .filter(post::Column::PersonId.eq(person.person_id))
            .exec(self.db())
            .await
            .expect("ended");
    }

    /// The name of somebody.
    pub async fn name_of(&self, person: &Actor) -> String {
        let found = person::Entity::find_by_id(person.person_id);
        found
            .one(self.db())
            .await
            .expect("people")
            .expect("the person")
            .name
    }

    /// A document was issued that concerns a duty.
    pub async fn event(&self, duty_id: i64, cancelled: bool) -> i64 {
        let row = trigger_event::ActiveModel {
            site_id: Set(self.site_id().await),
            kind: Set("document_issued".to_owned()),
            title: Set("文件".to_owned()),
            document_number: Set(String::new()),
            occurred_on: Set(NaiveDate::from_ymd_opt(2026, 3, 9).expect("a day")),
            registered_by: Set(None),
            registered_by_name: Set(String::new()),
            registered_at: Set(Utc::now()),
            cancelled_at: Set(cancelled.then(Utc::now)),
            cancel_reason: Set(None),
            ..Default::default()
        };
        let event_id = row.insert(self.db()).await.expect("event").id;
        let link = event_duty::ActiveModel {
            event_id: Set(event_id),
            duty_id: Set(duty_id),
        };
        let insert = event_duty::Entity::insert(link);
        insert
            .exec_without_returning(self.db())
            .await
            .expect("link");
        event_id
    }

    /// Retires every term of the secrecy check.
    pub async fn retire_terms(&self) {
        term::Entity::update_many()
            .col_expr(term::Column::RetiredAt, Expr::value(Utc::now()))
            .exec(self.db())
            .await
            .expect("retired");
    }

    /// Somebody said why a finding stays, when the item still was a draft.
    pub async fn give_reason(&self, article_id: i64, key: &str, person: &Actor) {
        let row = finding_override::ActiveModel {
            site_id: Set(self.site_id().await),
            article_id: Set(article_id),
            finding_key: Set(key.to_owned()),
            reason: Set("单位公开的联系方式".to_owned()),
            person_id: Set(person.person_id),
            person_name: Set(self.name_of(person).await),
            on_behalf_of_name: Set(None),
            post: Set(Role::Officer.label().to_owned()),
            at: Set(Utc::now()),
            ..Default::default()
        };
        row.insert(self.db()).await.expect("reason");
    }

    /// A review that was opened while nobody looked, as if two submissions raced.
    pub async fn open_review_behind(&self, view: &Value) {
        let article = article::Entity::find_by_id(super::id_of(view));
        let article = article
            .one(self.db())
            .await
            .expect("articles")
            .expect("the article");
        let row = review::ActiveModel {
            site_id: Set(article.site_id),
            article_id: Set(article.id),
            revision_id: Set(article.revision_id.expect("a revision")),
            revision_hash: Set(view["revision"].as_str().expect("a hash").to_owned()),
            open: Set(true),
            stage: Set(2),
            outcome: Set(None),
            opened_at: Set(Utc::now()),
            closed_at: Set(None),
            ..Default::default()
        };
        row.insert(self.db()).await.expect("review");
    }

    /// The events that publications name.
    pub async fn discharged(&self) -> Vec<i64> {
        let rows = publication_event::Entity::find()
            .all(self.db())
            .await
            .expect("rows");
        rows.into_iter().map(|row| row.event_id).collect()
    }

    /// What somebody was told, newest first.
    pub async fn notified(&self, person: &Actor) -> Vec<String> {
        notification::Entity::find()
            .filter(notification::Column::PersonId.eq(person.person_id))
            .order_by_desc(notification::Column::Id)
            .all(self.db())
            .await
            .expect("notifications")
            .into_iter()
            .map(|row| row.text)
            .collect()
    }

    /// The lines of the department, newest first, as its officer reads them.
    pub async fn ledger(&self) -> Vec<Value> {
        let page = self.officer.get(path::LEDGER).await.expect(200);
        page["items"].as_array().expect("items").clone()
    }

    /// The acts on articles in the ledger, oldest first.
    pub async fn ledger_acts(&self) -> Vec<String> {
        ledger_line::Entity::find()
            .filter(ledger_line::Column::ArticleId.is_not_null())
            .order_by_asc(ledger_line::Column::Sequence)
            .all(self.db())
            .await
            .expect("lines")
            .into_iter()
            .map(|row| row.act)
            .collect()
    }

    /// How many lines each article has, refused acts left out.
    pub async fn acts_by_article(&self) -> HashMap<i64, usize> {
        let lines = ledger_line::Entity::find()
            .filter(ledger_line::Column::Act.ne("refused"))
            .all(self.db())
            .await
            .expect("lines");
        let mut counts = HashMap::new();
        for id in lines.into_iter().filter_map(|line| line.article_id) {
            *counts.entry(id).or_default() += 1;
        }
        counts
    }

    pub async fn whole_ledger_length(&self) -> u64 {
        let head = ledger_head::Entity::find_by_id(self.site_id().await);
        let head = head.one(self.db()).await.expect("a head").expect("a head");
        u64::try_from(head.sequence).expect("a length")
    }

    pub async fn ledger_is_intact(&self) -> bool {
        let check = self
            .auditor
            .get(path::LEDGER_VERIFICATION)
            .await
            .expect(200);
        check["intact"] == true
    }

    /// Rewrites the note of the first line with this act, past everything; gives its sequence.
    pub async fn alter_ledger(&self, act: &str) -> i64 {
        let line = ledger_line::Entity::find()
            .filter(ledger_line::Column::Act.eq(act))
            .one(self.db())
            .await
            .expect("lines")
            .expect("a line");
        ledger_line::Entity::update_many()
            .col_expr(ledger_line::Column::Note, Expr::value("改写"))
            .filter(ledger_line::Column::SiteId.eq(line.site_id))
            .filter(ledger_line::Column::Sequence.eq(line.sequence))
            .exec(self.db())
            .await
            .expect("altered");
        line.sequence
    }

    /// Lets every write to the ledger fail.
    pub async fn break_ledger(&self) {
        self.run("ALTER TABLE ledger_line RENAME TO ledger_line_away")
            .await;
    }

    pub async fn mend_ledger(&self) {
        self.run("ALTER TABLE ledger_line_away RENAME TO ledger_line")
            .await;
    }

    async fn run(&self, sql: &str) {
        self.db().execute_unprepared(sql).await.expect("done");
    }
}
