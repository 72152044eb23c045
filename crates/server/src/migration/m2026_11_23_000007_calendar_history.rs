//! Every change of a year's working-day arrangement is kept; the latest is the one that holds.

use sea_orm_migration::{prelude::*, schema::*};

/// Every change of a year's working-day arrangement is kept; the latest is the one that holds.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// What was kept becomes the first change of each year, made with the site.
const BEGIN: &str = "INSERT INTO holiday_year_change (site_id, year, number, announced, \
     arrangement, note, changed_by, changed_by_name, changed_at) \
     SELECT y.site_id, y.year, 1, y.announced, y.arrangement, \
     CASE WHEN y.announced THEN '随系统提供的安排。' \
     ELSE '随系统提供的法定节日，安排未公布。' END, NULL, '', s.created_at \
     FROM holiday_year y JOIN site s ON s.id = y.site_id ORDER BY y.site_id, y.year";

const BACK: &str = "INSERT INTO holiday_year (site_id, year, announced, arrangement) \
     SELECT c.site_id, c.year, c.announced, c.arrangement FROM holiday_year_change c \
     WHERE c.number = (SELECT MAX(l.number) FROM holiday_year_change l \
     WHERE l.site_id = c.site_id AND l.year = c.year)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(holiday_year_change()).await?;
        manager
            .create_index(
                Index::create()
                    .name("uq_holiday_year_change_site_id_year_number")
                    .table("holiday_year_change")
                    .col("site_id")
                    .col("year")
                    .col("number")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager.get_connection().execute_unprepared(BEGIN).await?;
        manager
            .drop_table(Table::drop().table("holiday_year").to_owned())
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(holiday_year()).await?;
        manager.get_connection().execute_unprepared(BACK).await?;
        manager
            .drop_table(Table::drop().table("holiday_year_change").to_owned())
            .await
    }
}

fn holiday_year_change() -> TableCreateStatement {
    Table::create()
        .table("holiday_year_change")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(integer("year"))
        .col(big_integer("number"))
        .col(boolean("announced"))
        .col(json("arrangement"))
        .col(text("note"))
        .col(big_integer_null("changed_by"))
        .col(string("changed_by_name"))
        .col(timestamp_with_time_zone("changed_at"))
        .foreign_key(
            ForeignKey::create()
                .from("holiday_year_change", "site_id")
                .to("site", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("holiday_year_change", "changed_by")
                .to("person", "id"),
        )
        .to_owned()
}

/// As the first step made it.
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
