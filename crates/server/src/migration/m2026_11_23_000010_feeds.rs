//! Calendar feeds: addresses that can be revoked.

use sea_orm_migration::{prelude::*, schema::*};

/// Calendar feeds.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(calendar_feed()).await?;
        manager
            .create_index(
                Index::create()
                    .name("uq_calendar_feed_token_hash")
                    .table("calendar_feed")
                    .col("token_hash")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_calendar_feed_person_id")
                    .table("calendar_feed")
                    .col("person_id")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table("calendar_feed").to_owned();
        manager.drop_table(drop).await
    }
}

fn calendar_feed() -> TableCreateStatement {
    Table::create()
        .table("calendar_feed")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("person_id"))
        .col(big_integer_null("department_id"))
        .col(string("token_hash"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .col(timestamp_with_time_zone_null("last_read_at"))
        .foreign_key(
            ForeignKey::create()
                .from("calendar_feed", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("calendar_feed", "person_id")
                .to("person", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("calendar_feed", "department_id")
                .to("department", "id"),
        )
        .to_owned()
}
