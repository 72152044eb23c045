//! Who has the editor of an item open.

use sea_orm_migration::{prelude::*, schema::*};

/// Who has the editor of an item open.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(article_presence()).await?;
        let index = Index::create()
            .name("uq_article_presence_article_id_person_id")
            .table("article_presence")
            .col("article_id")
            .col("person_id")
            .unique()
            .to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table("article_presence").to_owned();
        manager.drop_table(drop).await
    }
}

/// It goes with the draft that is deleted.
fn article_presence() -> TableCreateStatement {
    Table::create()
        .table("article_presence")
        .col(big_pk_auto("id"))
        .col(big_integer("article_id"))
        .col(big_integer("person_id"))
        .col(string("person_name"))
        .col(string("post"))
        .col(timestamp_with_time_zone("since"))
        .col(timestamp_with_time_zone("seen_at"))
        .foreign_key(
            ForeignKey::create()
                .from("article_presence", "article_id")
                .to("article", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from("article_presence", "person_id")
                .to("person", "id"),
        )
        .to_owned()
}
