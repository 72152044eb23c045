//! The answer to an event says itself in which column and by whom: of the events of a whole site it
//! is told which wait without looking up every publication. And an index of the few publications
//! that do not count.

use sea_orm_migration::prelude::*;

/// Column and department of what names an event.
#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 6] = [
    "ALTER TABLE publication_event ADD COLUMN column_id bigint NOT NULL DEFAULT 0",
    "ALTER TABLE publication_event ADD COLUMN department_id bigint NOT NULL DEFAULT 0",
    "UPDATE publication_event SET \
     column_id = (SELECT p.column_id FROM publication p \
     WHERE p.id = publication_event.publication_id), \
     department_id = (SELECT p.department_id FROM publication p \
     WHERE p.id = publication_event.publication_id)",
    "CREATE INDEX ix_publication_event_answers ON publication_event \
     (event_id, column_id, department_id, publication_id)",
    "DROP INDEX ix_publication_event_event_id_publication_id",
    "CREATE INDEX ix_publication_not_counting ON publication (site_id, withdrawn_at, doubts, verdict) \
     WHERE withdrawn_at IS NOT NULL OR doubts IS NOT NULL",
];

const DOWN: [&str; 5] = [
    "DROP INDEX ix_publication_not_counting",
    "CREATE INDEX ix_publication_event_event_id_publication_id ON publication_event \
     (event_id, publication_id)",
    "DROP INDEX ix_publication_event_answers",
    "ALTER TABLE publication_event DROP COLUMN department_id",
    "ALTER TABLE publication_event DROP COLUMN column_id",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &DOWN).await
    }
}

async fn run(manager: &SchemaManager<'_>, steps: &[&str]) -> Result<(), DbErr> {
    for step in steps {
        manager.get_connection().execute_unprepared(step).await?;
    }
    Ok(())
}
