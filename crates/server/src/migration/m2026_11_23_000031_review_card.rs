//! The review card: what a reviewer says beside words, and which revision each person saw last.

use sea_orm_migration::{prelude::*, schema::*};

/// Opinions with reasons, passage, target and signature; `article_seen`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One column at a time: SQLite adds no more at once.
        for column in [
            json_null("reasons"),
            json_null("passage"),
            string_null("return_to"),
            text_null("signature"),
        ] {
            let add = Table::alter()
                .table("opinion")
                .add_column(column)
                .to_owned();
            manager.alter_table(add).await?;
        }
        manager.create_table(article_seen()).await?;
        manager
            .create_index(
                Index::create()
                    .name("uq_article_seen_article_id_person_id")
                    .table("article_seen")
                    .col("article_id")
                    .col("person_id")
                    .unique()
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table("article_seen").to_owned();
        manager.drop_table(drop).await?;
        for column in ["signature", "return_to", "passage", "reasons"] {
            let drop = Table::alter()
                .table("opinion")
                .drop_column(column)
                .to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}

/// What was seen goes with the draft that is deleted.
fn article_seen() -> TableCreateStatement {
    let mut table = Table::create()
        .table("article_seen")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("person_id"))
        .col(big_integer("article_id"))
        .col(big_integer("revision_id"))
        .col(big_integer_null("former_revision_id"))
        .col(timestamp_with_time_zone("at"))
        .to_owned();
    for (column, to) in [("site_id", "site"), ("person_id", "person")] {
        table.foreign_key(
            ForeignKey::create()
                .from("article_seen", column)
                .to(to, "id"),
        );
    }
    for (column, to) in [
        ("article_id", "article"),
        ("revision_id", "revision"),
        ("former_revision_id", "revision"),
    ] {
        table.foreign_key(
            ForeignKey::create()
                .from("article_seen", column)
                .to(to, "id")
                .on_delete(ForeignKeyAction::Cascade),
        );
    }
    table
}
