//! The ledger (台账), append-only and chained.

use sea_orm_migration::{prelude::*, schema::*};

/// The ledger (台账), append-only and chained.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(ledger_line()).await?;
        manager.create_table(ledger_head()).await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_ledger_line_site_id_act_sequence")
                    .table("ledger_line")
                    .col("site_id")
                    .col("act")
                    .col("sequence")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_ledger_line_site_id_department_id_sequence")
                    .table("ledger_line")
                    .col("site_id")
                    .col("department_id")
                    .col("sequence")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_ledger_line_site_id_article_id_sequence")
                    .table("ledger_line")
                    .col("site_id")
                    .col("article_id")
                    .col("sequence")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_ledger_line_site_id_at")
                    .table("ledger_line")
                    .col("site_id")
                    .col("at")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["ledger_head", "ledger_line"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn ledger_line() -> TableCreateStatement {
    Table::create()
        .table("ledger_line")
        .col(big_integer("site_id"))
        .col(big_integer("sequence"))
        .col(timestamp_with_time_zone("at"))
        .col(string("act"))
        .col(big_integer_null("person_id"))
        .col(string("person_name"))
        .col(string("post"))
        .col(big_integer_null("department_id"))
        .col(string("department_name"))
        .col(text("column_path"))
        .col(big_integer_null("article_id"))
        .col(text("subject"))
        .col(string("revision"))
        .col(text("note"))
        .col(string("previous_hash"))
        .col(string("hash"))
        .primary_key(Index::create().col("site_id").col("sequence"))
        .foreign_key(
            ForeignKey::create()
                .from("ledger_line", "site_id")
                .to("site", "id"),
        )
        .to_owned()
}

fn ledger_head() -> TableCreateStatement {
    Table::create()
        .table("ledger_head")
        .col(big_integer("site_id").primary_key())
        .col(big_integer("sequence"))
        .col(string("hash"))
        .foreign_key(
            ForeignKey::create()
                .from("ledger_head", "site_id")
                .to("site", "id"),
        )
        .to_owned()
}
