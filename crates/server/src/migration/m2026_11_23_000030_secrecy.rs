//! 保密预检: why findings stay, the terms to avoid, the domains to which links may lead.

use sea_orm_migration::{prelude::*, schema::*};

/// 保密预检: why findings stay, the terms to avoid, the domains to which links may lead.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(finding_override()).await?;
        manager.create_table(term()).await?;
        manager.create_table(link_domain()).await?;
        let unique = Index::create()
            .name("ux_finding_override_article_id_finding_key")
            .table("finding_override")
            .col("article_id")
            .col("finding_key")
            .unique()
            .to_owned();
        manager.create_index(unique).await?;
        for (name, table) in [
            ("ix_term_site_id_retired_at", "term"),
            ("ix_link_domain_site_id_retired_at", "link_domain"),
        ] {
            let index = Index::create()
                .name(name)
                .table(table)
                .col("site_id")
                .col("retired_at")
                .to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["link_domain", "term", "finding_override"] {
            let drop = Table::drop().table(table).to_owned();
            manager.drop_table(drop).await?;
        }
        Ok(())
    }
}

fn finding_override() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("finding_override")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(big_integer("article_id"))
        .col(string("finding_key"))
        .col(text("reason"))
        .col(big_integer("person_id"))
        .col(string("person_name"))
        .col(string_null("on_behalf_of_name"))
        .col(string("post"))
        .col(timestamp_with_time_zone("at"));
    references(
        &mut table,
        "finding_override",
        &[
            ("site_id", "site"),
            ("article_id", "article"),
            ("person_id", "person"),
        ],
    )
}

fn term() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("term")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(integer("version"))
        .col(string("wrong"))
        .col(string_null("right_form"))
        .col(string("category"))
        .col(text("note"))
        .col(big_integer("changed_by"))
        .col(string("changed_by_name"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(timestamp_with_time_zone_null("retired_at"));
    references(
        &mut table,
        "term",
        &[("site_id", "site"), ("changed_by", "person")],
    )
}

fn link_domain() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("link_domain")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(string("domain"))
        .col(text("note"))
        .col(big_integer("added_by"))
        .col(string("added_by_name"))
        .col(timestamp_with_time_zone("added_at"))
        .col(timestamp_with_time_zone_null("retired_at"));
    references(
        &mut table,
        "link_domain",
        &[("site_id", "site"), ("added_by", "person")],
    )
}

fn references(
    table: &mut TableCreateStatement,
    name: &'static str,
    to: &[(&'static str, &'static str)],
) -> TableCreateStatement {
    for (column, other) in to {
        table.foreign_key(ForeignKey::create().from(name, *column).to(*other, "id"));
    }
    table.to_owned()
}
