//! The responsibility matrix: columns, duties, owners, doubts.

use sea_orm_migration::{prelude::*, schema::*};

/// The responsibility matrix: columns, duties, owners, doubts.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(site_column()).await?;
        manager.create_table(matrix_version()).await?;
        manager.create_table(duty()).await?;
        manager.create_table(duty_owner()).await?;
        manager.create_table(duty_doubt()).await?;
        manager
            .create_index(
                Index::create()
                    .name("uq_site_column_site_id_path_text")
                    .table("site_column")
                    .col("site_id")
                    .col("path_text")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_site_column_parent_id")
                    .table("site_column")
                    .col("parent_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("uq_matrix_version_site_id_number")
                    .table("matrix_version")
                    .col("site_id")
                    .col("number")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_duty_site_id_matrix_version_id_position")
                    .table("duty")
                    .col("site_id")
                    .col("matrix_version_id")
                    .col("position")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_duty_column_id")
                    .table("duty")
                    .col("column_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_duty_owner_department_id")
                    .table("duty_owner")
                    .col("department_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_duty_doubt_site_id_matrix_version_id_annex_row")
                    .table("duty_doubt")
                    .col("site_id")
                    .col("matrix_version_id")
                    .col("annex_row")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "duty_doubt",
            "duty_owner",
            "duty",
            "matrix_version",
            "site_column",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn site_column() -> TableCreateStatement {
    Table::create()
        .table("site_column")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer_null("parent_id"))
        .col(string("name"))
        .col(json("path"))
        .col(text("path_text"))
        .col(string("kind"))
        .col(integer("position"))
        .col(text_null("address"))
        .foreign_key(
            ForeignKey::create()
                .from("site_column", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("site_column", "parent_id")
                .to("site_column", "id"),
        )
        .to_owned()
}

fn matrix_version() -> TableCreateStatement {
    Table::create()
        .table("matrix_version")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("number"))
        .col(date("effective_from"))
        .col(text("reason"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(
            ForeignKey::create()
                .from("matrix_version", "site_id")
                .to("site", "id"),
        )
        .to_owned()
}

fn duty() -> TableCreateStatement {
    Table::create()
        .table("duty")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("matrix_version_id"))
        .col(big_integer("column_id"))
        .col(integer("annex_row"))
        .col(integer("position"))
        .col(text("requirement"))
        .col(text("owner_text"))
        .col(string("mode"))
        .col(json("rules"))
        .col(text("remark"))
        .col(date("since"))
        .foreign_key(
            ForeignKey::create()
                .from("duty", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("duty", "matrix_version_id")
                .to("matrix_version", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("duty", "column_id")
                .to("site_column", "id"),
        )
        .to_owned()
}

fn duty_owner() -> TableCreateStatement {
    Table::create()
        .table("duty_owner")
        .col(big_integer("duty_id"))
        .col(big_integer("department_id"))
        .col(integer("position"))
        .primary_key(Index::create().col("duty_id").col("department_id"))
        .foreign_key(
            ForeignKey::create()
                .from("duty_owner", "duty_id")
                .to("duty", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("duty_owner", "department_id")
                .to("department", "id"),
        )
        .to_owned()
}

fn duty_doubt() -> TableCreateStatement {
    Table::create()
        .table("duty_doubt")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("matrix_version_id"))
        .col(integer("annex_row"))
        .col(string("cell"))
        .col(string("kind"))
        .col(text("text"))
        .col(text("message"))
        .foreign_key(
            ForeignKey::create()
                .from("duty_doubt", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("duty_doubt", "matrix_version_id")
                .to("matrix_version", "id"),
        )
        .to_owned()
}
