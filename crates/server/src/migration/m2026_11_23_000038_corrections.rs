//! 更正: which item an item corrects.

use sea_orm_migration::{prelude::*, schema::*};

/// 更正: which item an item corrects.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let corrects = Table::alter()
            .table("article")
            .add_column(big_integer_null("corrects_id"))
            .to_owned();
        manager.alter_table(corrects).await?;
        let index = Index::create()
            .name("ix_article_corrects_id")
            .table("article")
            .col("corrects_id")
            .to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::drop()
            .name("ix_article_corrects_id")
            .table("article")
            .to_owned();
        manager.drop_index(index).await?;
        let corrects = Table::alter()
            .table("article")
            .drop_column("corrects_id")
            .to_owned();
        manager.alter_table(corrects).await
    }
}
