//! Who has what open: items, and drafts of the matrix as well.

use sea_orm_migration::{prelude::*, schema::*};

/// One table for everything that two people can have open. What it holds is forgotten after a
/// minute and a half, so nothing is carried over.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table("article_presence").to_owned();
        manager.drop_table(drop).await?;
        manager.create_table(presence()).await?;
        let index = Index::create()
            .name("uq_presence_place_place_id_person_id")
            .table("presence")
            .col("place")
            .col("place_id")
            .col("person_id")
            .unique()
            .to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table("presence").to_owned();
        manager.drop_table(drop).await?;
        super::m2026_11_23_000033_presence::Migration
            .up(manager)
            .await
    }
}

/// No key on what is open: rows of what is gone fall silent like all others.
fn presence() -> TableCreateStatement {
    Table::create()
        .table("presence")
        .col(big_pk_auto("id"))
        .col(string("place"))
        .col(big_integer("place_id"))
        .col(big_integer("person_id"))
        .col(string("person_name"))
        .col(string("post"))
        .col(timestamp_with_time_zone("since"))
        .col(timestamp_with_time_zone("seen_at"))
        .foreign_key(
            ForeignKey::create()
                .from("presence", "person_id")
                .to("person", "id"),
        )
        .to_owned()
}
