//! Groups that begin, end and are called otherwise, and remarks that a version decides.

use sea_orm_migration::{prelude::*, schema::*};

/// Groups that begin, end and are called otherwise, and remarks that a version decides.
#[derive(DeriveMigrationName)]
pub struct Migration;

const STATE: &str = "department_group_state";
const GROUPS: &str = "department_group";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(state()).await?;
        let index = Index::create()
            .name("ix_department_group_state_site_id_group_id")
            .table(STATE)
            .col("site_id")
            .col("group_id")
            .to_owned();
        manager.create_index(index).await?;
        for (table, column) in columns() {
            let add = Table::alter().table(table).add_column(column).to_owned();
            manager.alter_table(add).await?;
        }
        // The name of a group that ended is free again.
        let db = manager.get_connection();
        db.execute_unprepared(
            "DROP INDEX uq_department_group_site_id_name; \
             CREATE UNIQUE INDEX uq_department_group_site_id_name_now ON department_group \
             (site_id, name) WHERE ended_on IS NULL",
        )
        .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table(STATE).to_owned())
            .await?;
        // Groups that ended would be there again without the column that says so.
        let db = manager.get_connection();
        db.execute_unprepared(
            "DELETE FROM department_group WHERE ended_on IS NOT NULL; \
             DROP INDEX uq_department_group_site_id_name_now; \
             CREATE UNIQUE INDEX uq_department_group_site_id_name ON department_group \
             (site_id, name)",
        )
        .await?;
        for (table, column) in columns() {
            let name = column.get_column_name().to_owned();
            let drop = Table::alter()
                .table(table)
                .drop_column(Alias::new(name))
                .to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}

fn columns() -> [(&'static str, ColumnDef); 3] {
    [
        (GROUPS, date_null("begun_on")),
        (GROUPS, date_null("ended_on")),
        ("duty_wording", text_null("remark")),
    ]
}

fn state() -> TableCreateStatement {
    Table::create()
        .table(STATE)
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("group_id"))
        .col(string("name"))
        .col(json("members"))
        .col(date("effective_from"))
        .foreign_key(ForeignKey::create().from(STATE, "site_id").to("site", "id"))
        .foreign_key(
            ForeignKey::create()
                .from(STATE, "group_id")
                .to(GROUPS, "id"),
        )
        .to_owned()
}
