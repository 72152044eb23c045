//! The first start: the site from the table, its accounts, the demonstration's past.

mod accounts;
mod columns;
mod departments;
mod duties;
pub mod history;
mod print;
mod rosters;
mod rules;
mod staff;
mod table;

use anyhow::anyhow;
use lanmu_domain::ledger::LedgerAct;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbBackend, DbErr, EntityTrait,
    PaginatorTrait,
};

use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{matrix_version, site};
use crate::error::Problem;
use crate::state::AppState;
use table::ReadTable;

pub use accounts::Account;
pub use columns::SEPARATOR;
pub use print::{account_table, write_accounts};
pub use table::Table;

/// Name of the website, as the notice gives it.
const SITE_NAME: &str = "盐边县人民政府网站";

/// What kind of site the first start makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// With accounts of several departments and a made-up past; marked on every page.
    Demonstration,
    /// For real use: the table, three administrators and a coordinator.
    Empty,
}

/// Makes the site where there is none, all of it or nothing. Gives the accounts with their
/// passwords, which are stored nowhere in clear; `None` where a site exists.
///
/// # Errors
/// The table is faulty, naming every place; the database cannot be reached.
pub async fn first_start(
    state: &AppState,
    kind: Kind,
    table: &Table,
) -> anyhow::Result<Option<Vec<Account>>> {
    if has_site(state).await? {
        return Ok(None);
    }
    let Some(mut write) = make_site(state, kind, table).await? else {
        return Ok(None);
    };
    let accounts = match kind {
        Kind::Demonstration => accounts::make(&write, &accounts::demonstration(), false).await,
        Kind::Empty => accounts::make(&write, &accounts::empty(), true).await,
    }
    .map_err(described)?;
    if kind == Kind::Demonstration {
        rosters::store(&write).await.map_err(described)?;
        history::write_history(&mut write, state.clock.now())
            .await
            .map_err(described)?;
    }
    write.finish().await.map_err(described)?;
    Ok(Some(accounts))
}

/// Whether the first start is over.
///
/// # Errors
/// The database cannot be reached.
pub async fn has_site(state: &AppState) -> Result<bool, DbErr> {
    Ok(site::Entity::find().count(state.db.conn()).await? > 0)
}

/// The site without people, in a write that is still open; `None` where a site exists.
///
/// # Errors
/// The table is faulty, naming every place; the database cannot be reached.
pub async fn make_site(
    state: &AppState,
    kind: Kind,
    table: &Table,
) -> anyhow::Result<Option<Box<WriteTx>>> {
    let ReadTable {
        plan,
        reason,
        effective_from,
    } = table.read(state.clock.today())?;
    let mut write = WriteTx::begin_system(state, 0).await.map_err(described)?;
    // Two first starts at once: the second waits here and then finds the site of the first.
    if write.tx().get_database_backend() == DbBackend::Postgres {
        write
            .tx()
            .execute_unprepared("LOCK TABLE site IN SHARE ROW EXCLUSIVE MODE")
            .await?;
    }
    if site::Entity::find().count(write.tx()).await? > 0 {
        return Ok(None);
    }
    if kind == Kind::Demonstration {
        write.set_now(history::opening(write.now()));
    }
    let site = site::ActiveModel {
        name: Set(SITE_NAME.to_owned()),
        demonstration: Set(kind == Kind::Demonstration),
        created_at: Set(write.now_utc()),
        ..Default::default()
    };
    let site_id = site.insert(write.tx()).await?.id;
    let write = write.for_site(site_id);
    rules::store(&write).await?;
    let departments = departments::store(&write, &plan.departments).await?;
    let columns = columns::store(&write, &plan.columns).await?;
    let version = matrix_version::ActiveModel {
        site_id: Set(site_id),
        number: Set(1),
        effective_from: Set(effective_from),
        reason: Set(reason.clone()),
        created_at: Set(write.now_utc()),
        state: Set("in_force".to_owned()),
        ..Default::default()
    };
    let version_id = version.insert(write.tx()).await?.id;
    let version = duties::Version {
        id: version_id,
        since: effective_from,
    };
    duties::store(&write, version, &plan, &columns, &departments).await?;

    let line = |subject: String, note: String| LedgerEntry {
        subject,
        note,
        ..Default::default()
    };
    let demonstration = if kind == Kind::Demonstration {
        "演示站点"
    } else {
        ""
    };
    write
        .ledger(
            LedgerAct::SiteCreated,
            line(SITE_NAME.to_owned(), demonstration.to_owned()),
        )
        .await
        .map_err(described)?;
    let counted = format!(
        "部门 {} 个，栏目 {} 个，责任 {} 项，待确认 {} 处",
        plan.departments.len(),
        plan.columns.len(),
        plan.duties.len(),
        plan.doubts.len()
    );
    write
        .ledger(LedgerAct::MatrixImported, line(reason, counted))
        .await
        .map_err(described)?;
    Ok(Some(write))
}

fn described(problem: Problem) -> anyhow::Error {
    anyhow!("{problem}").context("the first start")
}
