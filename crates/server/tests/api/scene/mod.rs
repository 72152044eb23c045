//! 县农业农村局 and its neighbours on the county's own table: the people and columns on which the
//! tests of writing, reviewing and the ledger play. People act through the public interface; what
//! they cannot do there in one line goes to the database.

mod acts;
mod database;
mod invariant;
mod story;

use chrono::Duration;
use lanmu_domain::role::Role;

use crate::support::{Actor, TestServer};

pub use story::{
    content, draft, filed, id_of, in_release, in_section, released, version_of, withheld,
};

/// The department of the story.
const AGRICULTURE: &str = "县农业农村局";
/// The department that must not see any of it.
const FINANCE: &str = "县财政局";

/// The site, people of two departments, and some columns.
pub struct Scene {
    pub server: TestServer,
    pub agriculture: i64,
    pub finance: i64,
    /// 三农服务 / 市场信息, within half a year, of the department alone.
    pub market: i64,
    pub market_duty: i64,
    /// 三农服务 / 惠农政策, likewise.
    pub policy: i64,
    /// 政府预决算信息专栏, of 县财政局 alone.
    pub budget: i64,
    pub budget_duty: i64,
    /// 政务公开 / 新闻中心 / 热点关注, kept by the city.
    pub external: i64,
    /// 三农服务, which only holds others.
    pub parent: i64,
    pub officer: Actor,
    /// Another officer of the department.
    pub colleague: Actor,
    pub head: Actor,
    pub leader: Actor,
    pub finance_officer: Actor,
    pub finance_head: Actor,
    pub coordinator: Actor,
    pub auditor: Actor,
    pub administrator: Actor,
}

impl Scene {
    pub async fn new() -> Self {
        let server = TestServer::start().await;
        let (market, market_duty) = database::column(&server, "三农服务 / 市场信息").await;
        let (policy, _) = database::column(&server, "三农服务 / 惠农政策").await;
        let budget = "政务公开 / 财政信息 / 财政预决算 / 政府预决算信息专栏";
        let (budget, budget_duty) = database::column(&server, budget).await;
        let (external, _) = database::column(&server, "政务公开 / 新闻中心 / 热点关注").await;
        let (parent, _) = database::column(&server, "三农服务").await;
        Self {
            agriculture: server.department_id(AGRICULTURE).await,
            finance: server.department_id(FINANCE).await,
            market,
            market_duty,
            policy,
            budget,
            budget_duty,
            external,
            parent,
            officer: server.officer(AGRICULTURE).await,
            colleague: server.newcomer(Role::Officer, Some(AGRICULTURE)).await,
            head: server.section_head(AGRICULTURE).await,
            leader: server.leader(AGRICULTURE).await,
            finance_officer: server.officer(FINANCE).await,
            finance_head: server.section_head(FINANCE).await,
            coordinator: server.coordinator().await,
            auditor: server.audit_administrator().await,
            administrator: server.system_administrator().await,
            server,
        }
    }

    /// Moves the clock.
    pub fn later(&self, minutes: i64) {
        self.server.advance(Duration::minutes(minutes));
    }

    /// The server's time.
    pub fn now(&self) -> String {
        self.server.state.clock.now().to_rfc3339()
    }
}
