//! New versions of the matrix: drafts, what was decided, and what things were called when.

use sea_orm_migration::{prelude::*, schema::*};

/// New versions of the matrix: drafts, what was decided, and what things were called when.
#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 4] = [
    "matrix_draft",
    "column_place",
    "duty_wording",
    "department_name",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            matrix_draft(),
            column_place(),
            duty_wording(),
            department_name(),
        ] {
            manager.create_table(table).await?;
        }
        for (table, column) in columns() {
            let add = Table::alter().table(table).add_column(column).to_owned();
            manager.alter_table(add).await?;
        }
        for (name, table, columns) in INDEXES {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // What was planned or did not come would hold without the column that says so.
        let db = manager.get_connection();
        db.execute_unprepared("DELETE FROM matrix_version WHERE state <> 'in_force'")
            .await?;
        for table in TABLES {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
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

const INDEXES: [(&str, &str, &[&str]); 4] = [
    ("ix_matrix_draft_site_id", "matrix_draft", &["site_id"]),
    (
        "ix_column_place_site_id_column_id",
        "column_place",
        &["site_id", "column_id"],
    ),
    (
        "ix_duty_wording_site_id_duty_id",
        "duty_wording",
        &["site_id", "duty_id"],
    ),
    (
        "ix_department_name_site_id_department_id",
        "department_name",
        &["site_id", "department_id"],
    ),
];

fn columns() -> Vec<(&'static str, ColumnDef)> {
    let with = |mut column: ColumnDef, value: &'static str| {
        column.default(value);
        column
    };
    vec![
        ("matrix_version", with(string("state"), "in_force")),
        ("matrix_version", with(text("document_number"), "")),
        ("matrix_version", json_null("changes")),
        ("matrix_version", json_null("words")),
        ("matrix_version", json_null("lines")),
        ("matrix_version", big_integer_null("decided_by_id")),
        ("matrix_version", with(string("decided_by_name"), "")),
        ("matrix_version", with(text("note"), "")),
        ("department", date_null("begun_on")),
        ("department", date_null("ended_on")),
    ]
}

fn of_site(name: &'static str) -> TableCreateStatement {
    Table::create()
        .table(name)
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .foreign_key(ForeignKey::create().from(name, "site_id").to("site", "id"))
        .to_owned()
}

/// Whoever discards a draft or puts it into force takes it away; the ledger and the version keep
/// what it was.
fn matrix_draft() -> TableCreateStatement {
    of_site("matrix_draft")
        .col(big_integer("version"))
        .col(text("reason"))
        .col(text("document_number"))
        .col(date_null("effective_from"))
        .col(json("changes"))
        .col(big_integer("base_sequence"))
        .col(string("created_by_name"))
        .col(string("changed_by_name"))
        .col(timestamp_with_time_zone("changed_at"))
        .to_owned()
}

fn column_place() -> TableCreateStatement {
    of_site("column_place")
        .col(big_integer("column_id"))
        .col(big_integer_null("parent_id"))
        .col(string("name"))
        .col(date("effective_from"))
        .foreign_key(
            ForeignKey::create()
                .from("column_place", "column_id")
                .to("site_column", "id"),
        )
        .to_owned()
}

fn duty_wording() -> TableCreateStatement {
    of_site("duty_wording")
        .col(big_integer("duty_id"))
        .col(string("mode"))
        .col(text("owner_text"))
        .col(date("effective_from"))
        .foreign_key(
            ForeignKey::create()
                .from("duty_wording", "duty_id")
                .to("duty", "id"),
        )
        .to_owned()
}

fn department_name() -> TableCreateStatement {
    of_site("department_name")
        .col(big_integer("department_id"))
        .col(string("name"))
        .col(date("effective_from"))
        .foreign_key(
            ForeignKey::create()
                .from("department_name", "department_id")
                .to("department", "id"),
        )
        .to_owned()
}
