//! `lanmu-server status`.

use std::fmt::Write as _;
use std::process::ExitCode;

use lanmu_domain::freshness::Status as DutyStatus;
use serde_json::{Map, Value, json};

use crate::cli::Status;
use crate::clock::Clock;
use crate::db::Db;
use crate::service::freshness::sweep::{SiteCounts, sweep};

/// Counts the obligations of every site by status, as they stand today.
///
/// # Errors
/// The database cannot be reached, or is of another version.
pub async fn status(options: &Status) -> anyhow::Result<ExitCode> {
    let db = Db::connect(&options.storage.existing_url()?).await?;
    let today = Clock::system().today();
    let sites = sweep(db.conn(), today).await?;
    db.close().await?;
    if options.as_json {
        let sites: Vec<Value> = sites.iter().map(as_json).collect();
        println!("{:#}", json!({ "today": today, "sites": sites }));
    } else {
        print!("{}", table(&sites));
    }
    Ok(ExitCode::SUCCESS)
}

fn as_json(counted: &SiteCounts) -> Value {
    let of_status = counted.counts.iter();
    let counts: Map<String, Value> = of_status
        .map(|of| (of.status.key().to_owned(), of.count.into()))
        .collect();
    json!({ "id": counted.site.id, "name": counted.site.name, "counts": counts })
}

/// One line for each site, the name last: it has any width.
fn table(sites: &[SiteCounts]) -> String {
    let mut text = String::new();
    for status in DutyStatus::ALL {
        let _ = write!(text, "{}\t", status.label());
    }
    text.push_str("网站\n");
    for counted in sites {
        for of in &counted.counts {
            let _ = write!(text, "{}\t", of.count);
        }
        let _ = writeln!(text, "{}", counted.site.name);
    }
    text
}
