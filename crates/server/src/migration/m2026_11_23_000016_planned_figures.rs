//! A figure can be planned again for the day of a change that was cancelled.

use sea_orm_migration::prelude::*;

/// A figure has one value for a day, those that were cancelled left out.
#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEX: &str = "uq_parameter_value_site_id_key_effective_from";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        replace(manager, " WHERE cancelled_at IS NULL").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Without the column that marks them they would hold.
        let db = manager.get_connection();
        db.execute_unprepared("DELETE FROM parameter_value WHERE cancelled_at IS NOT NULL")
            .await?;
        replace(manager, "").await
    }
}

/// Both databases know indexes of a part of a table; the builder does not. In one go: another
/// connection of the pool would not know yet that the index is gone.
async fn replace(manager: &SchemaManager<'_>, of: &str) -> Result<(), DbErr> {
    let statements = format!(
        "DROP INDEX {INDEX}; \
         CREATE UNIQUE INDEX {INDEX} ON parameter_value (site_id, key, effective_from){of}"
    );
    let db = manager.get_connection();
    db.execute_unprepared(&statements).await?;
    Ok(())
}
