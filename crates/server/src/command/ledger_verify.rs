//! `lanmu-server ledger verify`.

use std::process::ExitCode;

use sea_orm::{EntityTrait, QueryOrder};

use crate::cli::Storage;
use crate::db::Db;
use crate::entity::site;
use crate::ledger;

/// Checks the ledger of every site and names the first altered line of each.
///
/// # Errors
/// The database cannot be reached.
pub async fn ledger_verify(storage: &Storage) -> anyhow::Result<ExitCode> {
    let db = Db::connect(&storage.url()?).await?;
    let mut code = ExitCode::SUCCESS;
    for site in site::Entity::find().order_by_asc(site::Column::Id).all(db.conn()).await? {
        let found = ledger::verify(db.conn(), site.id).await?;
        match found.problem {
            None => println!("{}：校验通过，共 {} 条，末条校验值 {}", site.name, found.lines, found.last_hash),
            Some(problem) => {
                println!("{}：校验未通过，{problem}", site.name);
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}
