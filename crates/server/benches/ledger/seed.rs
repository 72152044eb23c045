//! The database of the bench: a site whose ledger is a whole chain of so many lines, ten years of a
//! county.

use std::path::Path;

use chrono::{Duration, FixedOffset, TimeZone as _};
use lanmu_domain::ledger::{LedgerAct, LedgerLine};
use lanmu_domain::review::Stage;
use lanmu_server::clock::shanghai;
use sea_orm::sqlx::{Connection as _, Row as _, SqliteConnection, query};

use crate::SITE;
use crate::shared::{first_site, quick};

/// The acts of an item, in order, with the stage that the line keeps.
const ACTS: [(LedgerAct, Option<Stage>); 6] = [
    (LedgerAct::ArticleCreated, None),
    (LedgerAct::Submitted, Some(Stage::First)),
    (LedgerAct::SectionApproved, Some(Stage::Section)),
    (LedgerAct::ReleaseApproved, Some(Stage::Release)),
    (LedgerAct::PublicationRecorded, None),
    (LedgerAct::ArticleEdited, None),
];
const DEPARTMENTS: i64 = 53;

/// Makes the database in a folder of its own.
pub async fn database(folder: &Path, lines: i64) -> anyhow::Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    let beginning = shanghai().with_ymd_and_hms(2016, 1, 1, 9, 0, 0).unwrap();
    first_site(folder, beginning.date_naive()).await?;
    let mut db = quick(folder).await?;
    chain(&mut db, lines, beginning).await?;
    db.close().await?;
    std::fs::write(folder.join("ready"), "")?;
    Ok(())
}

async fn chain(
    db: &mut SqliteConnection,
    lines: i64,
    beginning: chrono::DateTime<FixedOffset>,
) -> anyhow::Result<()> {
    let head = query("SELECT sequence, hash FROM ledger_head WHERE site_id = ?")
        .bind(SITE)
        .fetch_one(&mut *db)
        .await?;
    let (mut sequence, mut previous): (i64, String) = (head.try_get(0)?, head.try_get(1)?);
    let step = Duration::seconds(10 * 365 * 86_400 / lines.max(1));
    query("BEGIN").execute(&mut *db).await?;
    for n in 0..lines {
        sequence += 1;
        let (act, kept_stage) = ACTS[usize::try_from(n % 6)?];
        let act = if n % 10_007 == 0 {
            LedgerAct::Withdrawn
        } else {
            act
        };
        let department = n / 6 % DEPARTMENTS + 1;
        let line = LedgerLine {
            sequence,
            at: beginning + step * i32::try_from(n)?,
            act,
            person_id: Some(department),
            person_name: "填录员".to_owned(),
            post: "填录人员".to_owned(),
            department_id: Some(department),
            department_name: format!("第{department}局"),
            column_path: "政务公开 / 通知公告".to_owned(),
            article_id: Some(n / 6),
            subject: format!("关于第 {} 号事项的通知", n / 6),
            revision: "ab".repeat(32),
            note: "同意".to_owned(),
            kept_stage,
        };
        let hash = line.hash(&previous);
        query(
            "INSERT INTO ledger_line (site_id, sequence, at, act, person_id, person_name, post, \
             department_id, department_name, column_path, article_id, subject, revision, note, \
             stage, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(SITE)
        .bind(sequence)
        .bind(line.at.to_utc())
        .bind(line.act.key())
        .bind(line.person_id)
        .bind(line.person_name)
        .bind(line.post)
        .bind(line.department_id)
        .bind(line.department_name)
        .bind(line.column_path)
        .bind(line.article_id)
        .bind(line.subject)
        .bind(line.revision)
        .bind(line.note)
        .bind(kept_stage.map(Stage::number))
        .bind(&previous)
        .bind(&hash)
        .execute(&mut *db)
        .await?;
        previous = hash;
    }
    query("UPDATE ledger_head SET sequence = ?, hash = ? WHERE site_id = ?")
        .bind(sequence)
        .bind(&previous)
        .bind(SITE)
        .execute(&mut *db)
        .await?;
    query("COMMIT").execute(&mut *db).await?;
    Ok(())
}
