//! Articles, their revisions and the three reviews.

use sea_orm_migration::{prelude::*, schema::*};

/// Articles, their revisions and the three reviews.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(article()).await?;
        manager.create_table(revision()).await?;
        manager.create_table(review()).await?;
        manager.create_table(opinion()).await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_article_site_id_state_state_since_id")
                    .table("article")
                    .col("site_id")
                    .col("state")
                    .col("state_since")
                    .col("id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_article_site_id_department_id_state_id")
                    .table("article")
                    .col("site_id")
                    .col("department_id")
                    .col("state")
                    .col("id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_article_column_id")
                    .table("article")
                    .col("column_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("uq_revision_article_id_number")
                    .table("revision")
                    .col("article_id")
                    .col("number")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_review_article_id_opened_at")
                    .table("review")
                    .col("article_id")
                    .col("opened_at")
                    .to_owned(),
            )
            .await?;
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE UNIQUE INDEX uq_review_one_open ON review (article_id) WHERE open",
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_opinion_article_id_at")
                    .table("opinion")
                    .col("article_id")
                    .col("at")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_opinion_review_id")
                    .table("opinion")
                    .col("review_id")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["opinion", "review", "revision", "article"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn article() -> TableCreateStatement {
    Table::create()
        .table("article")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("department_id"))
        .col(big_integer("column_id"))
        .col(string("state"))
        .col(timestamp_with_time_zone("state_since"))
        .col(big_integer("version"))
        .col(text("title"))
        .col(string_null("attribute"))
        .col(big_integer_null("revision_id"))
        .col(big_integer_null("live_revision_id"))
        .col(integer("returns"))
        .col(big_integer("created_by"))
        .col(string("created_by_name"))
        .col(timestamp_with_time_zone("created_at"))
        .col(string("changed_by_name"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(string("changed_how"))
        .foreign_key(
            ForeignKey::create()
                .from("article", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("article", "department_id")
                .to("department", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("article", "column_id")
                .to("site_column", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("article", "created_by")
                .to("person", "id"),
        )
        .to_owned()
}

fn revision() -> TableCreateStatement {
    Table::create()
        .table("revision")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("article_id"))
        .col(integer("number"))
        .col(string("hash"))
        .col(json("content"))
        .col(big_integer("author_id"))
        .col(string("author_name"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(
            ForeignKey::create()
                .from("revision", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("revision", "article_id")
                .to("article", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("revision", "author_id")
                .to("person", "id"),
        )
        .to_owned()
}

fn review() -> TableCreateStatement {
    Table::create()
        .table("review")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("article_id"))
        .col(big_integer("revision_id"))
        .col(string("revision_hash"))
        .col(boolean("open"))
        .col(small_integer("stage"))
        .col(string_null("outcome"))
        .col(timestamp_with_time_zone("opened_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(
            ForeignKey::create()
                .from("review", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("review", "article_id")
                .to("article", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("review", "revision_id")
                .to("revision", "id"),
        )
        .to_owned()
}

fn opinion() -> TableCreateStatement {
    Table::create()
        .table("opinion")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("review_id"))
        .col(big_integer("article_id"))
        .col(small_integer("stage"))
        .col(string("verdict"))
        .col(big_integer("person_id"))
        .col(string("person_name"))
        .col(string("post"))
        .col(string("revision_hash"))
        .col(string_null("secrecy"))
        .col(text("text"))
        .col(timestamp_with_time_zone("at"))
        .col(boolean("voided"))
        .foreign_key(
            ForeignKey::create()
                .from("opinion", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("opinion", "review_id")
                .to("review", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("opinion", "article_id")
                .to("article", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("opinion", "person_id")
                .to("person", "id"),
        )
        .to_owned()
}
