//! The county on 23 November 2026: the site under test with what the tests of matrix, calendar,
//! events, attestations and people ask of it.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDate};
use lanmu_api::path::BASE;
use lanmu_domain::role::Role;
use lanmu_server::bootstrap::{Kind, Table, first_start, history};
use lanmu_server::clock::Clock;
use lanmu_server::db::{Db, WriteTx};
use lanmu_server::entity::{
    duty, duty_tenure, ledger_line, publication, publication_event, site_column,
};
use lanmu_server::router::router;
use lanmu_server::settings::Settings;
use lanmu_server::state::AppState;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter,
    QueryOrder,
};
use serde_json::Value;

use crate::support::{Actor, Reply, Storage, TestServer};

/// Monday morning.
const NOW: &str = "2026-11-23T09:30:00+08:00";

/// The site of a test.
pub struct Site(TestServer);

/// Somebody at a browser, with paths below `/api/v1`.
pub struct Person(pub Actor);

/// An answer.
pub struct Answer(Reply);

impl Site {
    /// The site without any publication.
    pub async fn start() -> Self {
        let server = TestServer::start().await;
        let now = DateTime::parse_from_rfc3339(NOW).unwrap();
        server.advance(now - server.state.clock.now());
        Self(server)
    }

    /// The site with the demonstration's past.
    pub async fn with_history() -> Self {
        let site = Self::start().await;
        let state = &site.0.state;
        let mut write = WriteTx::begin_system(state, 1).await.unwrap();
        history::write_history(&mut write, state.clock.now())
            .await
            .unwrap();
        write.finish().await.unwrap();
        site
    }

    /// Where the server listens.
    pub fn base(&self) -> &str {
        &self.0.base
    }

    /// Signs in as e.g. `czj-officer`, `nyj-head`, `coordinator`, `secadmin`.
    pub async fn sign_in(&self, who: &str) -> Person {
        let server = &self.0;
        let (letters, post) = who.split_once('-').unwrap_or(("", who));
        let department = match letters {
            "nyj" => "县农业农村局",
            "zfb" => "县政府办公室",
            "fgj" => "县发展和改革局",
            "zrj" => "县自然资源和规划局",
            "lyj" => "县林业局",
            _ => "县财政局",
        };
        Person(match post {
            "officer" => server.officer(department).await,
            "head" => server.section_head(department).await,
            "leader" => server.leader(department).await,
            "coordinator" => server.coordinator().await,
            "sysadmin" => server.system_administrator().await,
            "secadmin" => server.security_administrator().await,
            "auditor" => server.audit_administrator().await,
            _ => panic!("nobody is {who}"),
        })
    }

    /// Somebody else in the same post, so that it does not stand empty when somebody leaves.
    pub async fn second(&self, role: Role, department: &str) -> Person {
        Person(self.0.newcomer(role, Some(department)).await)
    }

    /// Another coordinator.
    pub async fn second_coordinator(&self) -> Person {
        Person(self.0.newcomer(Role::Coordinator, None).await)
    }

    /// Signs in with a password that was handed out.
    pub async fn sign_in_with(&self, login: &str, password: &str) -> Person {
        let actor = self.0.anonymous();
        actor.sign_in(login, password).await.ok();
        Person(actor)
    }

    /// Somebody who is not signed in.
    pub fn anon(&self) -> Person {
        Person(self.0.anonymous())
    }

    pub async fn department_id(&self, name: &str) -> i64 {
        self.0.department_id(name).await
    }

    /// The same as JSON.
    pub async fn department(&self, name: &str) -> Value {
        Value::from(self.department_id(name).await)
    }

    /// The duty of a department for the column with this last name.
    pub async fn duty(&self, owner: &str, leaf: &str) -> i64 {
        let owner = self.department_id(owner).await;
        find_duty(self.db(), owner, leaf).await
    }

    /// Something was published that names these events.
    pub async fn publish(&self, duty_id: i64, department_id: i64, at: &str, events: &[i64]) {
        self.publish_and_record(duty_id, department_id, (at, at), events)
            .await;
    }

    /// Something was published, and recorded later.
    pub async fn publish_and_record(
        &self,
        duty_id: i64,
        department_id: i64,
        (at, recorded): (&str, &str),
        events: &[i64],
    ) {
        let db = self.db();
        let duty = duty::Entity::find_by_id(duty_id)
            .one(db)
            .await
            .unwrap()
            .unwrap();
        let at = DateTime::parse_from_rfc3339(at).unwrap().to_utc();
        let recorded = DateTime::parse_from_rfc3339(recorded).unwrap().to_utc();
        let stored = publication::ActiveModel {
            site_id: Set(duty.site_id),
            column_id: Set(duty.column_id),
            department_id: Set(department_id),
            title: Set("更新".to_owned()),
            url: Set("https://demo.lanmu.example/1.html".to_owned()),
            published_at: Set(at),
            recorded_by_name: Set("测试".to_owned()),
            recorded_at: Set(recorded),
            ..Default::default()
        };
        let publication = stored.insert(db).await.unwrap();
        for event_id in events {
            let named = publication_event::ActiveModel {
                publication_id: Set(publication.id),
                event_id: Set(*event_id),
                column_id: Set(duty.column_id),
                department_id: Set(department_id),
            };
            publication_event::Entity::insert(named)
                .exec_without_returning(db)
                .await
                .unwrap();
        }
    }

    pub async fn last_ledger_line(&self) -> ledger_line::Model {
        ledger_line::Entity::find()
            .order_by_desc(ledger_line::Column::Sequence)
            .one(self.db())
            .await
            .unwrap()
            .unwrap()
    }

    pub fn advance_days(&self, days: i64) {
        self.0.advance(Duration::days(days));
    }

    pub fn advance_seconds(&self, seconds: i64) {
        self.0.advance(Duration::seconds(seconds));
    }

    pub fn today(&self) -> NaiveDate {
        self.0.state.clock.today()
    }

    pub fn db(&self) -> &DatabaseConnection {
        self.0.state.db.conn()
    }
}

/// The demonstration as its first start makes it, with its own accounts.
pub struct Demonstration {
    base: String,
    passwords: HashMap<String, String>,
    // Goes last: its database.
    _storage: Storage,
}

impl Demonstration {
    pub async fn start() -> Self {
        let storage = Storage::empty().await;
        let db = Db::open(&storage.url()).await.unwrap();
        let clock = Clock::fixed(DateTime::parse_from_rfc3339(NOW).unwrap());
        let state = AppState::new(db, clock, Settings::default());
        let accounts = first_start(&state, Kind::Demonstration, &Table::Shipped)
            .await
            .unwrap()
            .unwrap();
        let passwords = accounts
            .into_iter()
            .map(|a| (a.login, a.password))
            .collect();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let service = router(state);
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self {
            base,
            passwords,
            _storage: storage,
        }
    }

    pub async fn sign_in(&self, login: &str) -> Person {
        let actor = Actor::new(&self.base);
        actor.sign_in(login, &self.passwords[login]).await.ok();
        Person(actor)
    }
}

async fn find_duty(db: &DatabaseConnection, owner: i64, leaf: &str) -> i64 {
    let owned = duty_tenure::Entity::find()
        .filter(duty_tenure::Column::DepartmentId.eq(owner))
        .all(db)
        .await
        .unwrap();
    let columns = site_column::Entity::find()
        .filter(site_column::Column::Name.eq(leaf))
        .all(db)
        .await;
    duty::Entity::find()
        .filter(duty::Column::Id.is_in(owned.iter().map(|owner| owner.duty_id)))
        .filter(duty::Column::ColumnId.is_in(columns.unwrap().iter().map(|column| column.id)))
        .order_by_asc(duty::Column::Position)
        .one(db)
        .await
        .unwrap()
        .unwrap_or_else(|| panic!("no duty {leaf}"))
        .id
}

impl Person {
    pub async fn get(&self, path: &str) -> Answer {
        Answer(self.0.get(&format!("{BASE}{path}")).await)
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        Answer(self.0.post(&format!("{BASE}{path}"), body).await)
    }

    pub async fn put(&self, path: &str, body: &Value) -> Answer {
        Answer(self.0.put(&format!("{BASE}{path}"), body).await)
    }

    pub async fn delete(&self, path: &str) -> Answer {
        Answer(self.0.delete(&format!("{BASE}{path}")).await)
    }
}

impl Answer {
    /// The body, if it was done.
    #[track_caller]
    pub fn ok(self) -> Value {
        assert_eq!(self.0.status, 200, "{}", self.0.text);
        self.0.json
    }

    /// The text of a file with this ending that is to be saved.
    #[track_caller]
    pub fn file(self, ending: &str) -> String {
        assert_eq!(self.0.status, 200, "{}", self.0.text);
        let disposition = self.0.header("content-disposition");
        let plain = format!("attachment; filename=\"export.{ending}\"; filename*=UTF-8''");
        assert!(disposition.starts_with(&plain), "{disposition}");
        assert_eq!(self.0.header("cache-control"), "no-store");
        self.0.text
    }

    /// The body, if something was made.
    #[track_caller]
    pub fn created(self) -> Value {
        assert_eq!(self.0.status, 201, "{}", self.0.text);
        self.0.json
    }

    /// The error, if it was refused with this status and code.
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Value {
        assert_eq!(self.0.status, status, "{}", self.0.text);
        let error = self.0.json["error"].clone();
        assert_eq!(error["code"], code, "{error}");
        // The contract holds in full.
        self.0.error();
        error
    }
}

/// The rows of a CSV, the byte order mark left out.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .records()
        .map(|record| {
            record
                .expect("a record")
                .iter()
                .map(str::to_owned)
                .collect()
        })
        .collect()
}
