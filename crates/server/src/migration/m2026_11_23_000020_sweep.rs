//! Indexes that hold all that the counts of a whole site ask for, so that no row has to be looked up
//! for them. Those that they begin with go.

use sea_orm_migration::prelude::*;

/// Indexes for the counts of whole sites.
#[derive(DeriveMigrationName)]
pub struct Migration;

type Columns = &'static [&'static str];

const ADDED: [(&str, &str, Columns); 3] = [
    (
        "ix_publication_site_id_published_at",
        "publication",
        &[
            "site_id",
            "published_at",
            "column_id",
            "department_id",
            "withdrawn_at",
            "doubts",
            "verdict",
        ],
    ),
    (
        "ix_publication_event_event_id_publication_id",
        "publication_event",
        &["event_id", "publication_id"],
    ),
    (
        "ix_event_duty_duty_id_event_id",
        "event_duty",
        &["duty_id", "event_id"],
    ),
];

const REPLACED: [(&str, &str, Columns); 2] = [
    (
        "ix_publication_event_event_id",
        "publication_event",
        &["event_id"],
    ),
    ("ix_event_duty_duty_id", "event_duty", &["duty_id"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(manager, &ADDED).await?;
        drop(manager, &REPLACED).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(manager, &REPLACED).await?;
        drop(manager, &ADDED).await
    }
}

async fn create(
    manager: &SchemaManager<'_>,
    indexes: &[(&'static str, &'static str, Columns)],
) -> Result<(), DbErr> {
    for (name, table, columns) in indexes {
        let mut index = Index::create().name(*name).table(*table).to_owned();
        for column in *columns {
            index.col(*column);
        }
        manager.create_index(index).await?;
    }
    Ok(())
}

async fn drop(
    manager: &SchemaManager<'_>,
    indexes: &[(&'static str, &'static str, Columns)],
) -> Result<(), DbErr> {
    for (name, table, _) in indexes {
        let index = Index::drop().name(*name).table(*table).to_owned();
        manager.drop_index(index).await?;
    }
    Ok(())
}
