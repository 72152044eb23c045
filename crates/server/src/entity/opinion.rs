//! What a reviewer said. Names and titles as they were.

use sea_orm::entity::prelude::*;

/// What a reviewer said. Names and titles as they were.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "opinion")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// In which review.
    pub review_id: i64,
    /// On which article.
    pub article_id: i64,
    /// At which stage: 1, 2 or 3.
    pub stage: i16,
    /// `approved` or `returned`.
    pub verdict: String,
    /// Who.
    pub person_id: i64,
    /// The name as it was.
    pub person_name: String,
    /// The post as it was.
    pub post: String,
    /// The revision that was judged.
    pub revision_hash: String,
    /// Key of `SecrecyConclusion`.
    pub secrecy: Option<String>,
    /// The opinion or the reason.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// When.
    pub at: DateTimeUtc,
    /// No longer counts.
    pub voided: bool,
    /// For whom, if somebody stood in.
    pub on_behalf_of_id: Option<i64>,
    /// The name of that person as it was.
    pub on_behalf_of_name: Option<String>,
    /// Keys of `ReturnReason`; null where no chip was chosen.
    pub reasons: Option<Json>,
    /// `lanmu_domain::article::Passage`, where a return is about one.
    pub passage: Option<Json>,
    /// Key of `ReturnTo`, of a return.
    pub return_to: Option<String>,
    /// The handwritten signature as SVG path data.
    #[sea_orm(column_type = "Text", nullable)]
    pub signature: Option<String>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
