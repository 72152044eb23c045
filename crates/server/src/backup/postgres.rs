//! A PostgreSQL database: `pg_dump`, which PostgreSQL keeps for this, and `pg_restore` to read the
//! archive again.

use std::io::ErrorKind;
use std::path::Path;
use std::process::Stdio;

use percent_encoding::percent_decode_str;
use sea_orm::sqlx::ConnectOptions as _;
use sea_orm::sqlx::postgres::PgConnectOptions;
use tokio::process::Command;

use super::failure::Failure;
use super::run::Run;

/// Copies the database into a file.
///
/// # Errors
/// It was cancelled; the disk is full; `pg_dump` is missing, too old, or refused.
pub(super) async fn copy(
    database: &PgConnectOptions,
    part: &Path,
    run: &Run,
) -> Result<(), Failure> {
    let mut dump = Command::new("pg_dump");
    dump.args(["--format=custom", "--no-password", "--file"])
        .arg(part)
        .envs(connection(database));
    let said = wait(dump, "pg_dump", run).await?;
    match said {
        None => Ok(()),
        Some(said) if said.contains("server version mismatch") => Err(Failure::failed(
            "服务器上的 pg_dump 版本低于数据库，不能备份。请安装与数据库同版本或更新的 \
             PostgreSQL 客户端程序（Debian、Ubuntu 为 postgresql-client）后重试。",
        )),
        Some(said) if said.contains("No space left on device") => Err(Failure::no_room()),
        Some(said) if said.contains("could not write") => Err(Failure::of_disk(said)),
        Some(said) => Err(Failure::of_database(said)),
    }
}

/// Reads the archive to its end. Its table of contents alone would not say that the rest is there.
///
/// # Errors
/// It was cancelled; the archive is damaged; `pg_restore` is missing.
pub(super) async fn check(part: &Path, run: &Run) -> Result<(), Failure> {
    let mut read = Command::new("pg_restore");
    read.args(["--file", "/dev/null"]).arg(part);
    match wait(read, "pg_restore", run).await? {
        None => Ok(()),
        Some(said) => {
            tracing::error!(%said, "a backup is damaged");
            Err(Failure::failed(
                "备份文件检查未通过，已删除。请检查磁盘后重试。",
            ))
        }
    }
}

/// Waits until the program ends, or ends it. Gives what it said where it failed.
async fn wait(mut command: Command, name: &str, run: &Run) -> Result<Option<String>, Failure> {
    let child = command
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failure::failed(format!(
                "服务器上没有 {name}，不能备份。请安装 PostgreSQL 客户端程序（Debian、Ubuntu 为 \
                 postgresql-client）后重试。"
            )),
            _ => Failure::of_database(format!("{name}: {error}")),
        })?;
    let mut cancelled = run.cancelled();
    let output = tokio::select! {
        output = child.wait_with_output() => output,
        _ = cancelled.wait_for(|cancelled| *cancelled) => return Err(Failure::Cancelled),
    };
    let output = output.map_err(|error| Failure::of_database(format!("{name}: {error}")))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Ok((!output.status.success()).then_some(said))
}

/// The connection as the environment of a program: everybody on the machine reads arguments.
fn connection(database: &PgConnectOptions) -> Vec<(&'static str, String)> {
    let url = database.to_url_lossy();
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let host = match database.get_socket() {
        Some(socket) => socket.display().to_string(),
        None => database.get_host().to_owned(),
    };
    let mut variables = vec![
        ("PGHOST", host),
        ("PGPORT", database.get_port().to_string()),
        ("PGUSER", database.get_username().to_owned()),
    ];
    variables.extend(
        database
            .get_database()
            .map(|name| ("PGDATABASE", name.to_owned())),
    );
    variables.extend(url.password().map(|word| ("PGPASSWORD", decoded(word))));
    let of_query = [
        ("sslmode", "PGSSLMODE"),
        ("sslrootcert", "PGSSLROOTCERT"),
        ("sslcert", "PGSSLCERT"),
        ("sslkey", "PGSSLKEY"),
    ];
    for (key, value) in url.query_pairs() {
        let known = of_query.iter().find(|(name, _)| *name == key);
        variables.extend(known.map(|(_, variable)| (*variable, value.clone().into_owned())));
    }
    variables
}

#[cfg(test)]
mod tests {
    use std::str::FromStr as _;

    use super::*;

    #[test]
    fn the_connection_is_told_in_the_environment() {
        let address = "postgres://lanmu:p%40ss%2Fword@db.example:5433/site?sslmode=require";
        let database = PgConnectOptions::from_str(address).expect("an address");
        let told = connection(&database);
        for (name, value) in [
            ("PGHOST", "db.example"),
            ("PGPORT", "5433"),
            ("PGUSER", "lanmu"),
            ("PGPASSWORD", "p@ss/word"),
            ("PGDATABASE", "site"),
            ("PGSSLMODE", "require"),
        ] {
            assert!(told.contains(&(name, value.to_owned())), "{name}");
        }
    }
}
