//! Evidence of updates, events that oblige, and notifications.

use sea_orm_migration::{prelude::*, schema::*};

/// Evidence of updates, events that oblige, and notifications.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(trigger_event()).await?;
        manager.create_table(event_duty()).await?;
        manager.create_table(publication()).await?;
        manager.create_table(publication_event()).await?;
        manager.create_table(attestation()).await?;
        manager.create_table(notification()).await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_trigger_event_site_id_occurred_on")
                    .table("trigger_event")
                    .col("site_id")
                    .col("occurred_on")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_event_duty_duty_id")
                    .table("event_duty")
                    .col("duty_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_publication_site_id_column_id_published_at")
                    .table("publication")
                    .col("site_id")
                    .col("column_id")
                    .col("published_at")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_publication_article_id")
                    .table("publication")
                    .col("article_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_publication_event_event_id")
                    .table("publication_event")
                    .col("event_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_attestation_duty_id_attested_at")
                    .table("attestation")
                    .col("duty_id")
                    .col("attested_at")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_notification_person_id_read_at_id")
                    .table("notification")
                    .col("person_id")
                    .col("read_at")
                    .col("id")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "notification",
            "attestation",
            "publication_event",
            "publication",
            "event_duty",
            "trigger_event",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn trigger_event() -> TableCreateStatement {
    Table::create()
        .table("trigger_event")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(string("kind"))
        .col(text("title"))
        .col(string("document_number"))
        .col(date("occurred_on"))
        .col(big_integer_null("department_id"))
        .col(big_integer_null("registered_by"))
        .col(string("registered_by_name"))
        .col(timestamp_with_time_zone("registered_at"))
        .col(timestamp_with_time_zone_null("cancelled_at"))
        .col(text_null("cancel_reason"))
        .foreign_key(
            ForeignKey::create()
                .from("trigger_event", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("trigger_event", "department_id")
                .to("department", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("trigger_event", "registered_by")
                .to("person", "id"),
        )
        .to_owned()
}

fn event_duty() -> TableCreateStatement {
    Table::create()
        .table("event_duty")
        .col(big_integer("event_id"))
        .col(big_integer("duty_id"))
        .primary_key(Index::create().col("event_id").col("duty_id"))
        .foreign_key(
            ForeignKey::create()
                .from("event_duty", "event_id")
                .to("trigger_event", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("event_duty", "duty_id")
                .to("duty", "id"),
        )
        .to_owned()
}

fn publication() -> TableCreateStatement {
    Table::create()
        .table("publication")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("column_id"))
        .col(big_integer("department_id"))
        .col(big_integer_null("article_id"))
        .col(string_null("revision_hash"))
        .col(text("title"))
        .col(text("url"))
        .col(timestamp_with_time_zone("published_at"))
        .col(big_integer_null("recorded_by"))
        .col(string("recorded_by_name"))
        .col(timestamp_with_time_zone("recorded_at"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .foreign_key(
            ForeignKey::create()
                .from("publication", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("publication", "column_id")
                .to("site_column", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("publication", "department_id")
                .to("department", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("publication", "article_id")
                .to("article", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("publication", "recorded_by")
                .to("person", "id"),
        )
        .to_owned()
}

fn publication_event() -> TableCreateStatement {
    Table::create()
        .table("publication_event")
        .col(big_integer("publication_id"))
        .col(big_integer("event_id"))
        .primary_key(Index::create().col("publication_id").col("event_id"))
        .foreign_key(
            ForeignKey::create()
                .from("publication_event", "publication_id")
                .to("publication", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("publication_event", "event_id")
                .to("trigger_event", "id"),
        )
        .to_owned()
}

fn attestation() -> TableCreateStatement {
    Table::create()
        .table("attestation")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("duty_id"))
        .col(big_integer("department_id"))
        .col(text("note"))
        .col(big_integer_null("person_id"))
        .col(string("person_name"))
        .col(timestamp_with_time_zone("attested_at"))
        .col(boolean("confirmed"))
        .foreign_key(
            ForeignKey::create()
                .from("attestation", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("attestation", "duty_id")
                .to("duty", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("attestation", "department_id")
                .to("department", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("attestation", "person_id")
                .to("person", "id"),
        )
        .to_owned()
}

fn notification() -> TableCreateStatement {
    Table::create()
        .table("notification")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("person_id"))
        .col(big_integer_null("article_id"))
        .col(text("text"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("read_at"))
        .foreign_key(
            ForeignKey::create()
                .from("notification", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("notification", "person_id")
                .to("person", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("notification", "article_id")
                .to("article", "id"),
        )
        .to_owned()
}
