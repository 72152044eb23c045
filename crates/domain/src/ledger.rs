//! 台账: append-only lines, chained with SM3 from the first.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// What a ledger line records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LedgerAct {
    /// 建立站点.
    SiteCreated,
    /// 导入分工表.
    MatrixImported,
    /// 起草.
    ArticleCreated,
    /// 修改: voids approvals while in review.
    ArticleEdited,
    /// 删除草稿.
    ArticleDeleted,
    /// 初审（提交）.
    Submitted,
    /// 审核同意.
    SectionApproved,
    /// 审发同意.
    ReleaseApproved,
    /// 退回.
    Returned,
    /// 撤回.
    Recalled,
    /// 登记发布.
    PublicationRecorded,
    /// 撤稿.
    Withdrawn,
    /// 核对无变化.
    Attested,
    /// 登记触发事件.
    EventRegistered,
    /// 登录.
    SignedIn,
    /// 修改密码.
    PasswordChanged,
    /// A refused act that matters for the audit.
    Refused,
}

/// One line as it is hashed. Names and titles are kept as they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LedgerLine {
    /// 1 for the first line of a site.
    pub sequence: i64,
    /// When, to the millisecond, Asia/Shanghai.
    pub at: DateTime<FixedOffset>,
    /// What.
    pub act: LedgerAct,
    /// Who, `None` for the system.
    pub person_id: Option<i64>,
    /// The name as it was.
    pub person_name: String,
    /// The post under which the act was done, as it was.
    pub post: String,
    /// The department that it concerns, `None` for the whole site.
    pub department_id: Option<i64>,
    /// Its name as it was.
    pub department_name: String,
    /// The column that it concerns as a path, empty where none.
    pub column_path: String,
    /// The article that it concerns.
    pub article_id: Option<i64>,
    /// Its title as it was.
    pub subject: String,
    /// The hash of the revision, empty where none.
    pub revision: String,
    /// The result or reason in words.
    pub note: String,
}
