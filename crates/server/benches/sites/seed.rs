//! The database of the bench: one site made from the shipped table with the past of
//! [`County`], and as many copies of it as are asked for. In SQL, since the server's own way to
//! write, a ledger line at a time, would take hours.

use std::path::Path;

use sea_orm::sqlx::{AssertSqlSafe, Connection as _, Row as _, SqliteConnection, query, raw_sql};

use crate::county::County;
use crate::shared::{first_site, quick};

/// What belongs to a site, parents first.
const TABLES: [&str; 11] = [
    "department",
    "site_column",
    "matrix_version",
    "duty",
    "duty_tenure",
    "holiday_year_change",
    "parameter_value",
    "publication",
    "trigger_event",
    "event_duty",
    "publication_event",
];
const ROWS_AT_ONCE: usize = 1_000;

/// Makes the database in a folder of its own.
pub async fn database(folder: &Path, county: &County, sites: usize) -> anyhow::Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    first_site(folder, county.today).await?;
    let mut db = quick(folder).await?;
    extend(&mut db, county.duties.len()).await?;
    past(&mut db, county).await?;
    copies(&mut db, sites).await?;
    db.close().await?;
    std::fs::write(folder.join("ready"), "")?;
    Ok(())
}

async fn run(db: &mut SqliteConnection, sql: String) -> anyhow::Result<()> {
    raw_sql(AssertSqlSafe(sql)).execute(db).await?;
    Ok(())
}

/// More duties than the table has: it begins again, with columns of other names.
async fn extend(db: &mut SqliteConnection, duties: usize) -> anyhow::Result<()> {
    let has: i64 = query("SELECT count(*) FROM duty")
        .fetch_one(&mut *db)
        .await?
        .get(0);
    let columns: i64 = query("SELECT max(id) FROM site_column")
        .fetch_one(&mut *db)
        .await?
        .get(0);
    let more = i64::try_from(duties)? - has;
    run(db, format!(
        "INSERT INTO site_column (id, site_id, parent_id, name, path, path_text, kind, position) \
         SELECT d.id + {columns}, c.site_id, c.parent_id, c.name || '二', c.path, \
         c.path_text || '二' || d.id, c.kind, c.position \
         FROM duty d JOIN site_column c ON c.id = d.column_id WHERE d.id <= {more}; \
         INSERT INTO duty (id, site_id, matrix_version_id, column_id, annex_row, position, \
         requirement, owner_text, mode, rules, remark, since) \
         SELECT id + {has}, site_id, matrix_version_id, id + {columns}, annex_row, \
         position + {has}, requirement, owner_text, mode, rules, remark, since \
         FROM duty WHERE id <= {more}; \
         INSERT INTO duty_tenure (duty_id, department_id, position, since) \
         SELECT duty_id + {has}, department_id, position, since \
         FROM duty_tenure WHERE duty_id <= {more};"
    )).await
}

async fn past(db: &mut SqliteConnection, county: &County) -> anyhow::Result<()> {
    let columns = query("SELECT column_id FROM duty ORDER BY id")
        .fetch_all(&mut *db)
        .await?;
    let (mut publications, mut events, mut links, mut named) = (vec![], vec![], vec![], vec![]);
    for (index, duty) in county.duties.iter().enumerate() {
        let (duty_id, column_id): (usize, i64) = (index + 1, columns[index].get(0));
        for publication in &duty.publications {
            let (id, department) = (publication.id, publication.department_id);
            let at = publication.published_at.to_utc().to_rfc3339();
            publications.push(format!(
                "({id},1,{column_id},{department},'第 {id} 条','/{column_id}/{id}.html','{at}','填录','{at}')"
            ));
            named.extend(
                publication
                    .event_ids
                    .iter()
                    .map(|event| format!("({id},{event},{column_id},{department})")),
            );
        }
        for event in &duty.events {
            let (id, on) = (event.id, event.occurred_on);
            let kind = serde_json::to_value(event.trigger)?;
            let kind = kind.as_str().unwrap_or_default();
            events.push(format!(
                "({id},1,'{kind}','','','{on}','登记','{on}T00:00:00+00:00')"
            ));
            links.push(format!("({id},{duty_id})"));
        }
    }
    let tables = [
        (
            "publication (id, site_id, column_id, department_id, title, url, published_at, \
             recorded_by_name, recorded_at)",
            publications,
        ),
        (
            "trigger_event (id, site_id, kind, title, document_number, occurred_on, \
             registered_by_name, registered_at)",
            events,
        ),
        ("event_duty (event_id, duty_id)", links),
        (
            "publication_event (publication_id, event_id, column_id, department_id)",
            named,
        ),
    ];
    for (table, rows) in tables {
        for rows in rows.chunks(ROWS_AT_ONCE) {
            run(db, format!("INSERT INTO {table} VALUES {}", rows.join(","))).await?;
        }
    }
    Ok(())
}

/// The other sites: every row of the first once more, ids moved by as many as the first has.
async fn copies(db: &mut SqliteConnection, sites: usize) -> anyhow::Result<()> {
    let indexes = query("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL \
                         AND tbl_name IN ('publication', 'publication_event', 'trigger_event', 'event_duty')")
        .fetch_all(&mut *db)
        .await?;
    for index in &indexes {
        let name: String = index.get(0);
        run(db, format!("DROP INDEX {name}")).await?;
    }
    for number in 2..=sites {
        run(
            db,
            format!(
                "INSERT INTO site (id, name, demonstration, created_at) \
             SELECT {number}, '第 {number} 县', demonstration, created_at FROM site WHERE id = 1"
            ),
        )
        .await?;
    }
    for table in TABLES {
        let columns = query(AssertSqlSafe(format!("PRAGMA table_info({table})")))
            .fetch_all(&mut *db)
            .await?;
        let columns: Vec<String> = columns.iter().map(|column| column.get("name")).collect();
        let mut values = Vec::new();
        for column in &columns {
            values.push(moved(db, table, column).await?);
        }
        // Rows without a site of their own hang on one whose ids are those of the first site's.
        let of_first = match table {
            "duty_tenure" => "t.duty_id <= (SELECT max(id) FROM duty WHERE site_id = 1)",
            "event_duty" | "publication_event" => {
                "t.event_id <= (SELECT max(id) FROM trigger_event WHERE site_id = 1)"
            }
            _ => "t.site_id = 1",
        };
        run(
            db,
            format!(
                "INSERT INTO {table} ({}) SELECT {} FROM site s CROSS JOIN {table} t \
             WHERE s.id > 1 AND {of_first}",
                columns.join(", "),
                values.join(", ")
            ),
        )
        .await?;
    }
    for index in &indexes {
        run(db, index.get(1)).await?;
    }
    Ok(())
}

/// A column of a copied row.
async fn moved(db: &mut SqliteConnection, table: &str, column: &str) -> anyhow::Result<String> {
    let referred = match column {
        "site_id" => return Ok("s.id".to_owned()),
        "id" => table,
        "department_id" => "department",
        "column_id" | "parent_id" => "site_column",
        "matrix_version_id" => "matrix_version",
        "duty_id" => "duty",
        "event_id" => "trigger_event",
        "publication_id" => "publication",
        _ => return Ok(format!("t.{column}")),
    };
    let of_first = if referred == "duty_tenure" {
        "1 = 1"
    } else {
        "site_id = 1"
    };
    let ids = format!("SELECT max(id) FROM {referred} WHERE {of_first}");
    let step: i64 = query(AssertSqlSafe(ids)).fetch_one(&mut *db).await?.get(0);
    Ok(format!("t.{column} + (s.id - 1) * {step}"))
}
