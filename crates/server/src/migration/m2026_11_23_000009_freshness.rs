//! Freshness to the letter: events of several departments, doubtful evidence, confirmed
//! attestations, owners who change, closed columns, rules set down the tree, figures with authors.

use sea_orm_migration::{prelude::*, schema::*};

/// Freshness to the letter.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            duty_tenure(),
            event_department(),
            column_closure(),
            column_rule(),
        ] {
            manager.create_table(table).await?;
        }
        let db = manager.get_connection();
        for statement in [
            "INSERT INTO duty_tenure (duty_id, department_id, position, since) \
             SELECT o.duty_id, o.department_id, o.position, d.since \
             FROM duty_owner o JOIN duty d ON d.id = o.duty_id",
            "INSERT INTO event_department (event_id, department_id) \
             SELECT id, department_id FROM trigger_event WHERE department_id IS NOT NULL",
            // The column stays, always null: SQLite cannot drop one that is a foreign key.
            "UPDATE trigger_event SET department_id = NULL",
        ] {
            db.execute_unprepared(statement).await?;
        }
        let duty_owner = Table::drop().table("duty_owner").to_owned();
        manager.drop_table(duty_owner).await?;
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
        let db = manager.get_connection();
        manager.create_table(duty_owner()).await?;
        for statement in [
            "INSERT INTO duty_owner (duty_id, department_id, position) \
             SELECT duty_id, department_id, min(position) FROM duty_tenure \
             WHERE until_day IS NULL GROUP BY duty_id, department_id",
            "UPDATE trigger_event SET department_id = (SELECT min(e.department_id) \
             FROM event_department e WHERE e.event_id = trigger_event.id)",
        ] {
            db.execute_unprepared(statement).await?;
        }
        manager
            .create_index(
                Index::create()
                    .name("ix_duty_owner_department_id")
                    .table("duty_owner")
                    .col("department_id")
                    .to_owned(),
            )
            .await?;
        let (name, table, _) = INDEXES[5];
        manager
            .drop_index(Index::drop().name(name).table(table).to_owned())
            .await?;
        for (table, mut column) in columns() {
            let name = column.take().get_column_name();
            let drop = Table::alter().table(table).drop_column(name).to_owned();
            manager.alter_table(drop).await?;
        }
        for table in [
            "column_rule",
            "column_closure",
            "event_department",
            "duty_tenure",
        ] {
            let drop = Table::drop().table(table).to_owned();
            manager.drop_table(drop).await?;
        }
        Ok(())
    }
}

const INDEXES: [(&str, &str, &[&str]); 6] = [
    (
        "ix_duty_tenure_duty_id",
        "duty_tenure",
        &["duty_id", "position"],
    ),
    (
        "ix_duty_tenure_department_id",
        "duty_tenure",
        &["department_id"],
    ),
    (
        "ix_event_department_department_id",
        "event_department",
        &["department_id"],
    ),
    (
        "ix_column_closure_site_id",
        "column_closure",
        &["site_id", "column_id"],
    ),
    (
        "ix_column_rule_site_id",
        "column_rule",
        &["site_id", "column_id", "effective_from"],
    ),
    (
        "ix_publication_site_id_recorded_at",
        "publication",
        &["site_id", "recorded_at"],
    ),
];

/// What existing tables gain. References to people are plain numbers here: SQLite adds no foreign
/// keys to a table that exists, and the names are kept beside them.
fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("duty", date_null("until_day")),
        ("trigger_event", string_null("change_subject")),
        ("trigger_event", string_null("cancelled_by_name")),
        ("publication", text_null("doubts")),
        ("publication", string_null("verdict")),
        ("publication", text_null("verdict_note")),
        ("publication", big_integer_null("verdict_by")),
        ("publication", string_null("verdict_by_name")),
        ("publication", timestamp_with_time_zone_null("verdict_at")),
        ("attestation", boolean("awaits").default(false).take()),
        ("attestation", string_null("decision")),
        ("attestation", text_null("decision_note")),
        ("attestation", big_integer_null("decided_by")),
        ("attestation", string_null("decided_by_name")),
        ("attestation", timestamp_with_time_zone_null("decided_at")),
        ("parameter_value", text_null("reason")),
        ("parameter_value", string_null("recorded_by_name")),
        (
            "parameter_value",
            timestamp_with_time_zone_null("recorded_at"),
        ),
        (
            "parameter_value",
            timestamp_with_time_zone_null("cancelled_at"),
        ),
    ]
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

fn duty_tenure() -> TableCreateStatement {
    Table::create()
        .table("duty_tenure")
        .col(big_pk_auto("id"))
        .col(big_integer("duty_id"))
        .col(big_integer("department_id"))
        .col(integer("position"))
        .col(date("since"))
        .col(date_null("until_day"))
        .foreign_key(
            ForeignKey::create()
                .from("duty_tenure", "duty_id")
                .to("duty", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("duty_tenure", "department_id")
                .to("department", "id"),
        )
        .to_owned()
}

fn event_department() -> TableCreateStatement {
    Table::create()
        .table("event_department")
        .col(big_integer("event_id"))
        .col(big_integer("department_id"))
        .primary_key(Index::create().col("event_id").col("department_id"))
        .foreign_key(
            ForeignKey::create()
                .from("event_department", "event_id")
                .to("trigger_event", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("event_department", "department_id")
                .to("department", "id"),
        )
        .to_owned()
}

fn column_closure() -> TableCreateStatement {
    Table::create()
        .table("column_closure")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("column_id"))
        .col(date("closed_on"))
        .col(date_null("reopened_on"))
        .col(text("reason"))
        .col(text_null("reopen_reason"))
        .col(string("closed_by_name"))
        .col(string_null("reopened_by_name"))
        .col(timestamp_with_time_zone("recorded_at"))
        .foreign_key(
            ForeignKey::create()
                .from("column_closure", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("column_closure", "column_id")
                .to("site_column", "id"),
        )
        .to_owned()
}

fn column_rule() -> TableCreateStatement {
    Table::create()
        .table("column_rule")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("column_id"))
        .col(string("reach"))
        .col(json("rules"))
        .col(text("words"))
        .col(text("basis"))
        .col(date("effective_from"))
        .col(string("recorded_by_name"))
        .col(timestamp_with_time_zone("recorded_at"))
        .foreign_key(
            ForeignKey::create()
                .from("column_rule", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("column_rule", "column_id")
                .to("site_column", "id"),
        )
        .to_owned()
}
