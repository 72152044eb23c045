//! 工作机构表: entries, collections, hand-ins, documents.

use sea_orm_migration::{prelude::*, schema::*};

/// 工作机构表: entries, collections, hand-ins, documents.
#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 5] = [
    "roster_entry",
    "roster_collection",
    "roster_collection_department",
    "roster_hand_in",
    "department_document",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [entry(), collection(), asked(), hand_in(), document()] {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            (
                "ix_roster_entry_site_id_department_id",
                "roster_entry",
                vec!["site_id", "department_id"],
            ),
            (
                "ix_department_document_department_id_kind",
                "department_document",
                vec!["department_id", "kind"],
            ),
        ] {
            manager
                .create_index(index(name, table, &columns).to_owned())
                .await?;
        }
        let numbered = index(
            "uq_roster_hand_in_collection_id_department_id_number",
            "roster_hand_in",
            &["collection_id", "department_id", "number"],
        )
        .unique()
        .to_owned();
        manager.create_index(numbered).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES.into_iter().rev() {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn index(
    name: &'static str,
    table: &'static str,
    columns: &[&'static str],
) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

fn linked(
    mut table: TableCreateStatement,
    name: &'static str,
    to: &[(&'static str, &'static str)],
) -> TableCreateStatement {
    for (column, other) in to {
        table.foreign_key(ForeignKey::create().from(name, *column).to(*other, "id"));
    }
    table
}

fn entry() -> TableCreateStatement {
    let table = Table::create()
        .table("roster_entry")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("department_id"))
        .col(string("role"))
        .col(string("name"))
        .col(string("post"))
        .col(string("office_phone"))
        .col(string("mobile"))
        .col(big_integer_null("person_id"))
        .col(date("first_day"))
        .col(date_null("last_day"))
        .col(boolean("replaced"))
        .col(big_integer("version"))
        .col(string("changed_by_name"))
        .col(timestamp_with_time_zone("changed_at"))
        .to_owned();
    let to = [
        ("site_id", "site"),
        ("department_id", "department"),
        ("person_id", "person"),
    ];
    linked(table, "roster_entry", &to)
}

fn collection() -> TableCreateStatement {
    let table = Table::create()
        .table("roster_collection")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(string("title"))
        .col(timestamp_with_time_zone("due_at"))
        .col(string("created_by_name"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .col(string_null("closed_by_name"))
        .to_owned();
    linked(table, "roster_collection", &[("site_id", "site")])
}

fn asked() -> TableCreateStatement {
    let table = Table::create()
        .table("roster_collection_department")
        .col(big_integer("collection_id"))
        .col(big_integer("department_id"))
        .col(timestamp_with_time_zone_null("reminded_at"))
        .col(integer("reminders"))
        .primary_key(Index::create().col("collection_id").col("department_id"))
        .to_owned();
    let to = [
        ("collection_id", "roster_collection"),
        ("department_id", "department"),
    ];
    linked(table, "roster_collection_department", &to)
}

fn hand_in() -> TableCreateStatement {
    let table = Table::create()
        .table("roster_hand_in")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("collection_id"))
        .col(big_integer("department_id"))
        .col(integer("number"))
        .col(json("lines"))
        .col(big_integer("person_id"))
        .col(string("person_name"))
        .col(timestamp_with_time_zone("at"))
        .to_owned();
    let to = [
        ("site_id", "site"),
        ("collection_id", "roster_collection"),
        ("department_id", "department"),
        ("person_id", "person"),
    ];
    linked(table, "roster_hand_in", &to)
}

fn document() -> TableCreateStatement {
    let table = Table::create()
        .table("department_document")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("department_id"))
        .col(string("kind"))
        .col(big_integer_null("hand_in_id"))
        .col(string("title"))
        .col(date("day"))
        .col(string("file_name"))
        .col(big_integer("attachment_id"))
        .col(big_integer("person_id"))
        .col(string("person_name"))
        .col(timestamp_with_time_zone("at"))
        .to_owned();
    let to = [
        ("site_id", "site"),
        ("department_id", "department"),
        ("hand_in_id", "roster_hand_in"),
        ("attachment_id", "attachment"),
        ("person_id", "person"),
    ];
    linked(table, "department_document", &to)
}
