//! What the ledger records.

use serde::{Deserialize, Serialize};

use crate::review::Stage;

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
    /// 导入发布记录: publications, events and attestations from before the system was used.
    EvidenceImported,
    /// 建立账号.
    PersonCreated,
    /// 授予岗位.
    PostGranted,
    /// 终止岗位.
    PostEnded,
    /// 重置密码: by the system administrator.
    PasswordReset,
    /// 启用账号.
    AccountActivated,
    /// 停用账号.
    AccountDeactivated,
    /// 取消触发事件.
    EventCancelled,
    /// 确认核对无变化.
    AttestationConfirmed,
    /// 不同意核对无变化.
    AttestationRefused,
    /// 认定发布有效.
    EvidenceAccepted,
    /// 认定发布无效.
    EvidenceRejected,
    /// 调整期限参数.
    FigureChanged,
    /// 关闭栏目.
    ColumnClosed,
    /// 恢复栏目.
    ColumnReopened,
    /// 设定更新要求.
    RulesSet,
    /// 调整责任部门.
    OwnersChanged,
    /// Where a column stands on the website was written down.
    ColumnAddressSet,
    /// 调整工作日历: a year was announced, taken back or changed.
    CalendarChanged,
    /// 开通日历订阅.
    FeedCreated,
    /// 停用日历订阅.
    FeedRevoked,
    /// 委托代办: a post was passed on for some time.
    DelegationCreated,
    /// 终止委托代办: early, or by itself.
    DelegationEnded,
    /// 请求落实审核人: a stage has nobody who may sign.
    ReviewerRequested,
    /// 退回重审: from the third review to the second.
    ReturnedToSection,
    /// 说明保留: a finding of the secrecy check stays, with a reason.
    FindingOverridden,
    /// 收回说明.
    OverrideTakenBack,
    /// 调整用语: the site's list of terms.
    TermsChanged,
    /// 调整链接域名: the domains to which links may lead.
    LinkDomainsChanged,
    /// 紧急发布: released by the leader past the reviews.
    EmergencyReleased,
    /// 事后审核维持发布.
    EmergencyUpheld,
    /// 事后审核责令撤稿.
    EmergencyWithdrawalOrdered,
    /// 归档: three people approved that it is not public.
    Filed,
    /// 评估审查维持: it stays withheld until the next time.
    WithheldMaintained,
    /// 评估审查退回: what was withheld is prepared anew.
    WithheldReopened,
    /// 上传附件.
    AttachmentUploaded,
    /// 发起更正: an item begins that corrects a public one.
    CorrectionBegun,
    /// 更正: a correction was published, the former item is replaced.
    Corrected,
    /// 核验台账: the audit administrator checked the whole chain.
    LedgerVerified,
    /// 调整工作机构: an entry of a department's roster was added, changed or ended.
    RosterChanged,
    /// 查看联系号码: somebody looked at the telephone numbers of another department.
    NumbersSeen,
    /// 发起收集: the coordinator asks for the roster by a deadline.
    CollectionOpened,
    /// 催报.
    CollectionReminded,
    /// 结束收集.
    CollectionClosed,
    /// 报送工作机构表.
    RosterHandedIn,
    /// 上传制度材料: rules, duty list, or the sealed form.
    DocumentFiled,
    /// 工作交接: what somebody held went to a successor.
    HandedOver,
    /// 草拟责任表调整.
    MatrixDrafted,
    /// 修改责任表调整草案.
    MatrixDraftChanged,
    /// 放弃责任表调整草案.
    MatrixDraftDiscarded,
    /// 确定责任表调整: the version holds from its day on.
    MatrixDecided,
    /// 撤销责任表调整: before its day.
    MatrixCancelled,
    /// 责任表新版本生效: on its day.
    MatrixInForce,
    /// 调整责任表: columns, departments, groups, by a version.
    MatrixChanged,
    /// 备份数据: a copy of the database was made and checked.
    BackupMade,
    /// 备份失败.
    BackupFailed,
    /// 取消备份.
    BackupCancelled,
    /// 删除备份.
    BackupDeleted,
    /// A refused act that matters for the audit.
    Refused,
}

impl LedgerAct {
    /// All acts, in the order in which filters show them. Their order never enters a hash.
    pub const ALL: [Self; 75] = [
        Self::SiteCreated,
        Self::MatrixImported,
        Self::ArticleCreated,
        Self::ArticleEdited,
        Self::ArticleDeleted,
        Self::Submitted,
        Self::SectionApproved,
        Self::ReleaseApproved,
        Self::Returned,
        Self::Recalled,
        Self::PublicationRecorded,
        Self::Withdrawn,
        Self::Attested,
        Self::EventRegistered,
        Self::SignedIn,
        Self::PasswordChanged,
        Self::EvidenceImported,
        Self::PersonCreated,
        Self::PostGranted,
        Self::PostEnded,
        Self::PasswordReset,
        Self::AccountActivated,
        Self::AccountDeactivated,
        Self::EventCancelled,
        Self::AttestationConfirmed,
        Self::AttestationRefused,
        Self::EvidenceAccepted,
        Self::EvidenceRejected,
        Self::FigureChanged,
        Self::ColumnClosed,
        Self::ColumnReopened,
        Self::RulesSet,
        Self::OwnersChanged,
        Self::ColumnAddressSet,
        Self::CalendarChanged,
        Self::FeedCreated,
        Self::FeedRevoked,
        Self::DelegationCreated,
        Self::DelegationEnded,
        Self::ReviewerRequested,
        Self::ReturnedToSection,
        Self::FindingOverridden,
        Self::OverrideTakenBack,
        Self::TermsChanged,
        Self::LinkDomainsChanged,
        Self::EmergencyReleased,
        Self::EmergencyUpheld,
        Self::EmergencyWithdrawalOrdered,
        Self::Filed,
        Self::WithheldMaintained,
        Self::WithheldReopened,
        Self::AttachmentUploaded,
        Self::CorrectionBegun,
        Self::Corrected,
        Self::LedgerVerified,
        Self::RosterChanged,
        Self::NumbersSeen,
        Self::CollectionOpened,
        Self::CollectionReminded,
        Self::CollectionClosed,
        Self::RosterHandedIn,
        Self::DocumentFiled,
        Self::HandedOver,
        Self::MatrixDrafted,
        Self::MatrixDraftChanged,
        Self::MatrixDraftDiscarded,
        Self::MatrixDecided,
        Self::MatrixCancelled,
        Self::MatrixInForce,
        Self::MatrixChanged,
        Self::BackupMade,
        Self::BackupFailed,
        Self::BackupCancelled,
        Self::BackupDeleted,
        Self::Refused,
    ];

    /// The stage of the review that the act itself says. A return may come from two stages: lines
    /// keep it.
    #[must_use]
    pub const fn stage(self) -> Option<Stage> {
        match self {
            Self::Submitted => Some(Stage::First),
            Self::SectionApproved => Some(Stage::Section),
            Self::ReleaseApproved | Self::Filed | Self::ReturnedToSection => Some(Stage::Release),
            _ => None,
        }
    }

    /// 结果: how the act ended.
    #[must_use]
    pub const fn result(self) -> &'static str {
        match self {
            Self::Submitted | Self::SectionApproved | Self::ReleaseApproved | Self::Filed => "通过",
            Self::Returned
            | Self::ReturnedToSection
            | Self::AttestationRefused
            | Self::WithheldReopened => "退回",
            Self::Recalled => "撤回",
            Self::Withdrawn | Self::EmergencyWithdrawalOrdered => "撤稿",
            Self::BackupFailed => "失败",
            Self::BackupCancelled => "取消",
            Self::Refused => "拒绝",
            _ => "完成",
        }
    }
}
