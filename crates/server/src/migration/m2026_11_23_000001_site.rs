//! Sites, departments, the working-day calendar and the figures of the rules.

use sea_orm_migration::{prelude::*, schema::*};

/// Sites, departments, the working-day calendar and the figures of the rules.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(site()).await?;
        manager.create_table(department()).await?;
        manager.create_table(department_alias()).await?;
        manager.create_table(department_group()).await?;
        manager.create_table(department_group_member()).await?;
        manager.create_table(holiday_year()).await?;
        manager.create_table(parameter_value()).await?;
        manager
            .create_index(
                Index::create()
                    .name("uq_department_site_id_name")
                    .table("department")
                    .col("site_id")
                    .col("name")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("uq_department_alias_site_id_alias")
                    .table("department_alias")
                    .col("site_id")
                    .col("alias")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("uq_department_group_site_id_name")
                    .table("department_group")
                    .col("site_id")
                    .col("name")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("uq_parameter_value_site_id_key_effective_from")
                    .table("parameter_value")
                    .col("site_id")
                    .col("key")
                    .col("effective_from")
                    .unique()
                    .to_owned(),
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "parameter_value",
            "holiday_year",
            "department_group_member",
            "department_group",
            "department_alias",
            "department",
            "site",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn site() -> TableCreateStatement {
    Table::create()
        .table("site")
        .col(big_pk_auto("id"))
        .col(string("name"))
        .col(boolean("demonstration"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn department() -> TableCreateStatement {
    Table::create()
        .table("department")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(string("name"))
        .col(string("kind"))
        .col(integer("position"))
        .foreign_key(
            ForeignKey::create()
                .from("department", "site_id")
                .to("site", "id"),
        )
        .to_owned()
}

fn department_alias() -> TableCreateStatement {
    Table::create()
        .table("department_alias")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("department_id"))
        .col(string("alias"))
        .foreign_key(
            ForeignKey::create()
                .from("department_alias", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("department_alias", "department_id")
                .to("department", "id"),
        )
        .to_owned()
}

fn department_group() -> TableCreateStatement {
    Table::create()
        .table("department_group")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(string("name"))
        .foreign_key(
            ForeignKey::create()
                .from("department_group", "site_id")
                .to("site", "id"),
        )
        .to_owned()
}

fn department_group_member() -> TableCreateStatement {
    Table::create()
        .table("department_group_member")
        .col(big_integer("group_id"))
        .col(big_integer("department_id"))
        .primary_key(Index::create().col("group_id").col("department_id"))
        .foreign_key(
            ForeignKey::create()
                .from("department_group_member", "group_id")
                .to("department_group", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("department_group_member", "department_id")
                .to("department", "id"),
        )
        .to_owned()
}

fn holiday_year() -> TableCreateStatement {
    Table::create()
        .table("holiday_year")
        .col(big_integer("site_id"))
        .col(integer("year"))
        .col(boolean("announced"))
        .col(json("arrangement"))
        .primary_key(Index::create().col("site_id").col("year"))
        .foreign_key(
            ForeignKey::create()
                .from("holiday_year", "site_id")
                .to("site", "id"),
        )
        .to_owned()
}

fn parameter_value() -> TableCreateStatement {
    Table::create()
        .table("parameter_value")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(string("key"))
        .col(json("value"))
        .col(text("basis"))
        .col(date("effective_from"))
        .foreign_key(
            ForeignKey::create()
                .from("parameter_value", "site_id")
                .to("site", "id"),
        )
        .to_owned()
}
