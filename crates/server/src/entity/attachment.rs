//! A file that items may name, by the hash of its bytes.

use sea_orm::entity::prelude::*;

/// A file that items may name, by the hash of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// SM3 of the bytes.
    pub hash: String,
    /// Key of `lanmu_domain::attachment::AttachmentKind`.
    pub kind: String,
    /// How many bytes.
    pub size: i64,
    /// The file as it was cleaned.
    pub bytes: Vec<u8>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
