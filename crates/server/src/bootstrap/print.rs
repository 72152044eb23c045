//! Telling the person at the first start how to sign in, once.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use anyhow::Context;

use super::{Account, Kind};

/// The accounts as a table for the terminal.
#[must_use]
pub fn account_table(accounts: &[Account], kind: Kind) -> String {
    let above = match kind {
        Kind::Demonstration => "已建立演示站点，数据均为虚构。账号和密码只显示这一次：",
        Kind::Empty => "已建立站点。初始账号和密码只显示这一次，首次登录须修改密码：",
    };
    // A Chinese character is as wide as two others.
    let head = format!("{:<14}{:<15}岗位", "登录名", "密码");
    let rows = accounts.iter().map(|account| {
        let Account {
            login,
            password,
            department,
            post,
            ..
        } = account;
        format!("{login:<16} {password:<16} {department}{post}\n")
    });
    format!("{above}\n\n{head}\n{}", rows.collect::<String>())
}

/// Writes the accounts as JSON into a new file that only its owner can read.
///
/// # Errors
/// The file exists or cannot be written.
pub fn write_accounts(path: &Path, accounts: &[Account]) -> anyhow::Result<()> {
    let context = || format!("cannot write {}", path.display());
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(context)?;
    file.write_all(&serde_json::to_vec_pretty(accounts)?)
        .with_context(context)
}
