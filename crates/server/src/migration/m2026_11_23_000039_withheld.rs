//! 不予公开: when what is withheld has to be looked at again, and what was found.

use sea_orm_migration::{prelude::*, schema::*};

/// 不予公开: when what is withheld has to be looked at again, and what was found.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let due = Table::alter()
            .table("article")
            .add_column(date_null("assess_by"))
            .to_owned();
        manager.alter_table(due).await?;
        manager.create_table(withheld_assessment()).await?;
        for (name, table, columns) in [
            (
                "ix_article_site_id_assess_by",
                "article",
                ["site_id", "assess_by"],
            ),
            (
                "ix_withheld_assessment_article_id_id",
                "withheld_assessment",
                ["article_id", "id"],
            ),
        ] {
            let mut index = Index::create();
            index.name(name).table(table);
            for column in columns {
                index.col(column);
            }
            manager.create_index(index.to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::drop()
            .name("ix_article_site_id_assess_by")
            .table("article")
            .to_owned();
        manager.drop_index(index).await?;
        let drop = Table::drop().table("withheld_assessment").to_owned();
        manager.drop_table(drop).await?;
        let due = Table::alter()
            .table("article")
            .drop_column("assess_by")
            .to_owned();
        manager.alter_table(due).await
    }
}

fn withheld_assessment() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("withheld_assessment")
        .col(big_pk_auto("id"))
        .col(big_integer("article_id"))
        .col(string("revision_hash"))
        .col(string("verdict"))
        .col(text("opinion"))
        .col(big_integer("person_id"))
        .col(string("person_name"))
        .col(string("post"))
        .col(timestamp_with_time_zone("at"))
        .col(date_null("next_due"));
    for (column, other) in [("article_id", "article"), ("person_id", "person")] {
        table.foreign_key(
            ForeignKey::create()
                .from("withheld_assessment", column)
                .to(other, "id"),
        );
    }
    table.to_owned()
}
