//! 自动保存: what people typed and did not save yet.

use sea_orm_migration::{prelude::*, schema::*};

/// 自动保存: what people typed and did not save yet.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(working_copy()).await?;
        let index = Index::create()
            .name("uq_working_copy_person_id_slot")
            .table("working_copy")
            .col("person_id")
            .col("slot")
            .unique()
            .to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table("working_copy").to_owned();
        manager.drop_table(drop).await
    }
}

/// It goes with the draft that is deleted.
fn working_copy() -> TableCreateStatement {
    Table::create()
        .table("working_copy")
        .col(big_pk_auto("id"))
        .col(big_integer("person_id"))
        .col(string("slot"))
        .col(big_integer_null("article_id"))
        .col(big_integer("version"))
        .col(json("content"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(
            ForeignKey::create()
                .from("working_copy", "article_id")
                .to("article", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from("working_copy", "person_id")
                .to("person", "id"),
        )
        .to_owned()
}
