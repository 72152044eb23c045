//! 核验台账: what was found and when; the stage of a line.

use sea_orm_migration::{prelude::*, schema::*};

/// 核验台账: what was found and when; the stage of a line.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(ledger_verification()).await?;
        let index = Index::create()
            .name("ix_ledger_verification_site_id_id")
            .table("ledger_verification")
            .col("site_id")
            .col("id")
            .to_owned();
        manager.create_index(index).await?;
        let stage = Table::alter()
            .table("ledger_line")
            .add_column(small_integer_null("stage"))
            .to_owned();
        manager.alter_table(stage).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let stage = Table::alter()
            .table("ledger_line")
            .drop_column("stage")
            .to_owned();
        manager.alter_table(stage).await?;
        let drop = Table::drop().table("ledger_verification").to_owned();
        manager.drop_table(drop).await
    }
}

fn ledger_verification() -> TableCreateStatement {
    Table::create()
        .table("ledger_verification")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("person_id"))
        .col(string("person_name"))
        .col(timestamp_with_time_zone("at"))
        .col(big_integer("lines"))
        .col(string("last_hash"))
        .col(big_integer_null("first_altered"))
        .col(text_null("problem"))
        .foreign_key(
            ForeignKey::create()
                .from("ledger_verification", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("ledger_verification", "person_id")
                .to("person", "id"),
        )
        .to_owned()
}
