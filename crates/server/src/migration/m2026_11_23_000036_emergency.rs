//! 紧急发布: releases past the reviews, and the mark on the article.

use sea_orm_migration::{prelude::*, schema::*};

/// 紧急发布: releases past the reviews, and the mark on the article.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(emergency_release()).await?;
        for (name, columns) in [
            ("ix_emergency_release_site_id_at", ["site_id", "at"]),
            ("ix_emergency_release_article_id_id", ["article_id", "id"]),
        ] {
            let mut index = Index::create();
            index.name(name).table("emergency_release");
            for column in columns {
                index.col(column);
            }
            manager.create_index(index.to_owned()).await?;
        }
        let mark = Table::alter()
            .table("article")
            .add_column(boolean("emergency").default(false))
            .to_owned();
        manager.alter_table(mark).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mark = Table::alter()
            .table("article")
            .drop_column("emergency")
            .to_owned();
        manager.alter_table(mark).await?;
        let drop = Table::drop().table("emergency_release").to_owned();
        manager.drop_table(drop).await
    }
}

fn emergency_release() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("emergency_release")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("article_id"))
        .col(big_integer("department_id"))
        .col(big_integer("column_id"))
        .col(text("title"))
        .col(string("revision_hash"))
        .col(big_integer("person_id"))
        .col(string("person_name"))
        .col(string("post"))
        .col(big_integer_null("submitter_id"))
        .col(text("reason"))
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone("due_at"))
        .col(boolean("void"))
        .col(string_null("verdict"))
        .col(text_null("opinion"))
        .col(big_integer_null("reviewer_id"))
        .col(string_null("reviewer_name"))
        .col(string_null("reviewer_post"))
        .col(timestamp_with_time_zone_null("reviewed_at"));
    for (column, other) in [
        ("site_id", "site"),
        ("article_id", "article"),
        ("department_id", "department"),
        ("person_id", "person"),
        ("reviewer_id", "person"),
    ] {
        table.foreign_key(
            ForeignKey::create()
                .from("emergency_release", column)
                .to(other, "id"),
        );
    }
    table.to_owned()
}
