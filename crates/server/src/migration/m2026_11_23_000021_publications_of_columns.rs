//! The index by column goes on with the department, and holds all that is asked for: the last
//! publication of a department in a column is its last entry, and sums of a few columns read nothing
//! else. The one by date alone was read for ten years of all columns.

use sea_orm_migration::prelude::*;

/// One index in the place of another.
#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "publication";
const NEW: &str = "ix_publication_of_column";
const OLD: &str = "ix_publication_site_id_column_id_published_at";
const BEFORE: [&str; 3] = ["site_id", "column_id", "published_at"];
const COLUMNS: [&str; 7] = [
    "site_id",
    "column_id",
    "department_id",
    "published_at",
    "withdrawn_at",
    "doubts",
    "verdict",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        replace(manager, OLD, NEW, &COLUMNS).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        replace(manager, NEW, OLD, &BEFORE).await
    }
}

async fn replace(
    manager: &SchemaManager<'_>,
    old: &'static str,
    new: &'static str,
    columns: &[&'static str],
) -> Result<(), DbErr> {
    let mut index = Index::create().name(new).table(TABLE).to_owned();
    for column in columns {
        index.col(*column);
    }
    manager.create_index(index).await?;
    manager
        .drop_index(Index::drop().name(old).table(TABLE).to_owned())
        .await
}
