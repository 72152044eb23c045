//! `lanmu-server ledger verify`.

use std::process::ExitCode;

use anyhow::bail;
use sea_orm::{EntityTrait, QueryOrder};

use crate::cli::Storage;
use crate::db::Db;
use crate::entity::site;
use crate::ledger;

/// Checks the ledger of one site or of all and names the first altered line of each.
///
/// # Errors
/// The database cannot be reached, or there is no such site.
pub async fn ledger_verify(storage: &Storage, only: Option<i64>) -> anyhow::Result<ExitCode> {
    let db = Db::connect(&storage.existing_url()?).await?;
    let mut sites = site::Entity::find()
        .order_by_asc(site::Column::Id)
        .all(db.conn())
        .await?;
    sites.retain(|site| only.is_none_or(|id| id == site.id));
    if sites.is_empty() {
        bail!("there is no such site");
    }
    let mut code = ExitCode::SUCCESS;
    for site in sites {
        let found = ledger::verify(db.conn(), site.id).await?;
        let (name, lines) = (site.name, found.lines);
        match found.problem {
            None => println!(
                "{name}：校验通过，共 {lines} 条，末条校验值 {}",
                found.last_hash
            ),
            Some(problem) => {
                println!("{name}：校验未通过，{problem}");
                code = ExitCode::from(1);
            }
        }
    }
    db.close().await?;
    Ok(code)
}
