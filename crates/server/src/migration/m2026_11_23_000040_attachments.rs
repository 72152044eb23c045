//! 附件: the bytes, who uploaded them, and which items name them.

use sea_orm_migration::{prelude::*, schema::*};

/// 附件: the bytes, who uploaded them, and which items name them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [attachment(), upload(), usage()] {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            (
                "uq_attachment_site_id_hash",
                "attachment",
                ["site_id", "hash"],
            ),
            (
                "uq_attachment_upload_attachment_id_person_id",
                "attachment_upload",
                ["attachment_id", "person_id"],
            ),
            (
                "uq_attachment_use_attachment_id_article_id",
                "attachment_use",
                ["attachment_id", "article_id"],
            ),
        ] {
            let mut index = Index::create();
            index.name(name).table(table).unique();
            for column in columns {
                index.col(column);
            }
            manager.create_index(index.to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["attachment_use", "attachment_upload", "attachment"] {
            let drop = Table::drop().table(table).to_owned();
            manager.drop_table(drop).await?;
        }
        Ok(())
    }
}

fn attachment() -> TableCreateStatement {
    Table::create()
        .table("attachment")
        .col(big_pk_auto("id"))
        .col(big_integer("site_id"))
        .col(string("hash"))
        .col(string("kind"))
        .col(big_integer("size"))
        .col(blob("bytes"))
        .foreign_key(
            ForeignKey::create()
                .from("attachment", "site_id")
                .to("site", "id"),
        )
        .to_owned()
}

fn upload() -> TableCreateStatement {
    Table::create()
        .table("attachment_upload")
        .col(big_pk_auto("id"))
        .col(big_integer("attachment_id"))
        .col(big_integer("person_id"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(
            ForeignKey::create()
                .from("attachment_upload", "attachment_id")
                .to("attachment", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from("attachment_upload", "person_id")
                .to("person", "id"),
        )
        .to_owned()
}

/// It goes with the draft that is deleted; what an item named once stays as long as the item.
fn usage() -> TableCreateStatement {
    Table::create()
        .table("attachment_use")
        .col(big_pk_auto("id"))
        .col(big_integer("attachment_id"))
        .col(big_integer("article_id"))
        .foreign_key(
            ForeignKey::create()
                .from("attachment_use", "attachment_id")
                .to("attachment", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("attachment_use", "article_id")
                .to("article", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
