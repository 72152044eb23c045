//! A server under test.

use lanmu_domain::role::Role;
use lanmu_server::bootstrap::{Account, Kind, Table, first_start};
use lanmu_server::clock::Clock;
use lanmu_server::db::Db;
use lanmu_server::router::router;
use lanmu_server::settings::Settings;
use lanmu_server::state::AppState;
use tempfile::TempDir;
use tokio::net::TcpListener;

use super::{Actor, Storage, opening, people};

/// A server that really listens, on a port of its own.
pub struct TestServer {
    /// What its handlers have at hand; the tests look into the database through it.
    pub state: AppState,
    /// Where it listens, e.g. `http://127.0.0.1:40123`.
    pub base: String,
    // These go last: its backups and its database.
    _backups: Option<TempDir>,
    storage: Storage,
}

impl TestServer {
    /// A server with the site.
    pub async fn start() -> Self {
        Self::start_with(Settings::default()).await
    }

    /// A server with the site and other settings. Its backups lie in a folder of its own.
    pub async fn start_with(mut settings: Settings) -> Self {
        let backups = TempDir::new().expect("a folder");
        settings.backups = backups.path().join("backups");
        let storage = Storage::with_site().await;
        let db = Db::connect(&storage.url())
            .await
            .expect("the database opens");
        let state = AppState::new(db, Clock::fixed(opening()), settings);
        let mut server = Self::over(storage, state).await;
        server._backups = Some(backups);
        server
    }

    /// A server at its first start, with the accounts that it makes.
    pub async fn first(kind: Kind) -> (Self, Vec<Account>) {
        let storage = Storage::empty().await;
        let db = Db::open(&storage.url()).await.expect("the database opens");
        let state = AppState::new(db, Clock::fixed(opening()), Settings::default());
        let accounts = first_start(&state, kind, &Table::Shipped)
            .await
            .expect("the first start");
        let accounts = accounts.expect("accounts, for there was no site");
        (Self::over(storage, state).await, accounts)
    }

    /// A server over a database that the test has prepared.
    pub async fn over(storage: Storage, state: AppState) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let service = router(state.clone());
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self {
            state,
            base,
            _backups: None,
            storage,
        }
    }

    /// The address of its database.
    pub fn database_url(&self) -> String {
        self.storage.url()
    }

    /// Moves its clock.
    pub fn advance(&self, by: chrono::Duration) {
        self.state.clock.advance(by);
    }

    /// Somebody who is not signed in.
    pub fn anonymous(&self) -> Actor {
        Actor::new(&self.base)
    }

    /// 填录人员 of a department.
    pub async fn officer(&self, department: &str) -> Actor {
        self.somebody(Role::Officer, Some(department)).await
    }

    /// 股室领导 of a department.
    pub async fn section_head(&self, department: &str) -> Actor {
        self.somebody(Role::SectionHead, Some(department)).await
    }

    /// 分管领导 of a department.
    pub async fn leader(&self, department: &str) -> Actor {
        self.somebody(Role::Leader, Some(department)).await
    }

    /// 协调人.
    pub async fn coordinator(&self) -> Actor {
        self.somebody(Role::Coordinator, None).await
    }

    /// 系统管理员.
    pub async fn system_administrator(&self) -> Actor {
        self.somebody(Role::SystemAdministrator, None).await
    }

    /// 安全管理员.
    pub async fn security_administrator(&self) -> Actor {
        self.somebody(Role::SecurityAdministrator, None).await
    }

    /// 审计管理员.
    pub async fn audit_administrator(&self) -> Actor {
        self.somebody(Role::AuditAdministrator, None).await
    }

    /// A new person with this post, besides those who hold it already.
    pub async fn newcomer(&self, role: Role, department: Option<&str>) -> Actor {
        let now = self.state.clock.now().to_utc();
        let login = people::hire(self.state.db.conn(), role, department, now).await;
        Actor::signed_in(&self.base, &login).await
    }

    /// The id of a department.
    pub async fn department_id(&self, name: &str) -> i64 {
        people::department_id(self.state.db.conn(), name).await
    }

    async fn somebody(&self, role: Role, department: Option<&str>) -> Actor {
        let now = self.state.clock.now().to_utc();
        let login = people::holder(self.state.db.conn(), role, department, now).await;
        Actor::signed_in(&self.base, &login).await
    }
}
