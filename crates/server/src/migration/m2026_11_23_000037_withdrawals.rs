//! 撤稿: why and when something was taken down, and what replaced it.

use sea_orm_migration::{prelude::*, schema::*};

/// 撤稿: why and when something was taken down, and what replaced it.
#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 4] = [
    "withdrawn_by_name",
    "withdrawal_reason",
    "taken_down_at",
    "replaced_by",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite takes one column at a time.
        for column in [
            string_null(COLUMNS[0]),
            text_null(COLUMNS[1]),
            timestamp_with_time_zone_null(COLUMNS[2]),
            text_null(COLUMNS[3]),
        ] {
            let add = Table::alter()
                .table("publication")
                .add_column(column)
                .to_owned();
            manager.alter_table(add).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS.into_iter().rev() {
            let drop = Table::alter()
                .table("publication")
                .drop_column(column)
                .to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}
