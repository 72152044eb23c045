//! `lanmu-server backup`.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{anyhow, bail};
use lanmu_domain::text::file_size;
use sea_orm::{EntityTrait, QuerySelect};

use crate::backup::{Maker, make};
use crate::cli::Backup;
use crate::clock::Clock;
use crate::db::Db;
use crate::entity::site;
use crate::settings::Settings;
use crate::state::AppState;

/// Makes a backup as the page does, also while a server runs, and says where it lies. It stands in
/// the ledger of every site without a name. Ctrl C cancels it.
///
/// # Errors
/// The database cannot be reached, or the backup could not be made.
pub async fn backup(options: &Backup) -> anyhow::Result<ExitCode> {
    let db = Db::connect(&options.storage.existing_url()?).await?;
    let sites: Vec<i64> = site::Entity::find()
        .select_only()
        .column(site::Column::Id)
        .into_tuple()
        .all(db.conn())
        .await?;
    if sites.is_empty() {
        bail!("there is no site to back up");
    }
    let settings = Settings {
        backups: options.folder.path(&options.storage),
        ..Settings::default()
    };
    let state = AppState::new(db.clone(), Clock::system(), settings);
    let run = state
        .backups
        .begin(Maker::default(), state.clock.now())
        .map_err(|problem| anyhow!("{problem}"))?;
    let stopped = Arc::clone(&run);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            stopped.cancel();
        }
    });
    let file = make(&state, &sites, &run).await?;
    db.close().await?;
    let path = state.backups.folder().join(&file.name);
    println!("{}\t{}", path.display(), file_size(file.bytes));
    Ok(ExitCode::SUCCESS)
}
