//! 委托代办: posts passed on for some time, and opinions given for somebody else.

use sea_orm_migration::{prelude::*, schema::*};

/// 委托代办: posts passed on for some time, and opinions given for somebody else.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(delegation()).await?;
        for (name, column) in [
            ("ix_delegation_delegate_id_ends_at", "delegate_id"),
            ("ix_delegation_principal_id_ends_at", "principal_id"),
            ("ix_delegation_department_id_ends_at", "department_id"),
        ] {
            manager
                .create_index(
                    Index::create()
                        .name(name)
                        .table("delegation")
                        .col(column)
                        .col("ends_at")
                        .to_owned(),
                )
                .await?;
        }
        // SQLite takes one column at a time.
        for column in [
            big_integer_null("on_behalf_of_id"),
            string_null("on_behalf_of_name"),
        ] {
            let add = Table::alter()
                .table("opinion")
                .add_column(column)
                .to_owned();
            manager.alter_table(add).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["on_behalf_of_name", "on_behalf_of_id"] {
            let drop = Table::alter()
                .table("opinion")
                .drop_column(column)
                .to_owned();
            manager.alter_table(drop).await?;
        }
        let drop = Table::drop().table("delegation").to_owned();
        manager.drop_table(drop).await
    }
}

fn delegation() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("delegation")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("principal_id"))
        .col(string("principal_name"))
        .col(big_integer("delegate_id"))
        .col(string("delegate_name"))
        .col(big_integer("post_id"))
        .col(string("role"))
        .col(big_integer("department_id"))
        .col(string("title"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(text("reason"))
        .col(big_integer("created_by"))
        .col(string("created_by_name"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(string_null("ended_by_name"))
        .col(text_null("end_reason"))
        .col(boolean("end_told"));
    for (column, other) in [
        ("site_id", "site"),
        ("principal_id", "person"),
        ("delegate_id", "person"),
        ("post_id", "post"),
        ("department_id", "department"),
        ("created_by", "person"),
    ] {
        table.foreign_key(
            ForeignKey::create()
                .from("delegation", column)
                .to(other, "id"),
        );
    }
    table.to_owned()
}
