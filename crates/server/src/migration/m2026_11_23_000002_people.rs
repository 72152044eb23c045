//! People, their posts, their sessions and what was asked of them.

use sea_orm_migration::{prelude::*, schema::*};

/// People, their posts, their sessions and what was asked of them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(person()).await?;
        manager.create_table(password_history()).await?;
        manager.create_table(post()).await?;
        manager.create_table(session()).await?;
        manager.create_table(idempotency_key()).await?;
        manager
            .create_index(
                Index::create()
                    .name("uq_person_login")
                    .table("person")
                    .col("login")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_person_site_id_name")
                    .table("person")
                    .col("site_id")
                    .col("name")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_password_history_person_id_set_at")
                    .table("password_history")
                    .col("person_id")
                    .col("set_at")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_post_person_id_ended_at")
                    .table("post")
                    .col("person_id")
                    .col("ended_at")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_post_department_id_role")
                    .table("post")
                    .col("department_id")
                    .col("role")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_session_expires_at")
                    .table("session")
                    .col("expires_at")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_idempotency_key_created_at")
                    .table("idempotency_key")
                    .col("created_at")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "idempotency_key",
            "session",
            "post",
            "password_history",
            "person",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn person() -> TableCreateStatement {
    Table::create()
        .table("person")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(string("name"))
        .col(string("login"))
        .col(text("password_hash"))
        .col(boolean("active"))
        .col(boolean("must_change_password"))
        .col(integer("failed_attempts"))
        .col(timestamp_with_time_zone_null("locked_until"))
        .col(integer("session_epoch"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(
            ForeignKey::create()
                .from("person", "site_id")
                .to("site", "id"),
        )
        .to_owned()
}

fn password_history() -> TableCreateStatement {
    Table::create()
        .table("password_history")
        .col(big_pk_auto("id"))
        .col(big_integer("person_id"))
        .col(text("password_hash"))
        .col(timestamp_with_time_zone("set_at"))
        .foreign_key(
            ForeignKey::create()
                .from("password_history", "person_id")
                .to("person", "id"),
        )
        .to_owned()
}

fn post() -> TableCreateStatement {
    Table::create()
        .table("post")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("person_id"))
        .col(string("role"))
        .col(big_integer_null("department_id"))
        .col(string("title"))
        .col(timestamp_with_time_zone("granted_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .foreign_key(
            ForeignKey::create()
                .from("post", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("post", "person_id")
                .to("person", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("post", "department_id")
                .to("department", "id"),
        )
        .to_owned()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(string("id").primary_key())
        .col(text("data"))
        .col(timestamp_with_time_zone("expires_at"))
        .to_owned()
}

fn idempotency_key() -> TableCreateStatement {
    Table::create()
        .table("idempotency_key")
        .col(big_integer("person_id"))
        .col(string("key"))
        .col(string("fingerprint"))
        .col(small_integer("status"))
        .col(text("body"))
        .col(timestamp_with_time_zone("created_at"))
        .primary_key(Index::create().col("person_id").col("key"))
        .foreign_key(
            ForeignKey::create()
                .from("idempotency_key", "person_id")
                .to("person", "id"),
        )
        .to_owned()
}
