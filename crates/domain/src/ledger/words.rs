//! The words and the keys of the acts.

use super::LedgerAct;

impl LedgerAct {
    /// The name in the interface and on printed forms.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::SiteCreated => "建立站点",
            Self::MatrixImported => "导入分工表",
            Self::ArticleCreated => "起草",
            Self::ArticleEdited => "修改",
            Self::ArticleDeleted => "删除草稿",
            Self::Submitted => "初审提交",
            Self::SectionApproved => "审核同意",
            Self::ReleaseApproved => "审发同意",
            Self::Returned => "退回",
            Self::Recalled => "撤回",
            Self::PublicationRecorded => "登记发布",
            Self::Withdrawn => "撤稿",
            Self::Attested => "核对无变化",
            Self::EventRegistered => "登记触发事件",
            Self::SignedIn => "登录",
            Self::PasswordChanged => "修改密码",
            Self::EvidenceImported => "导入发布记录",
            Self::PersonCreated => "建立账号",
            Self::PostGranted => "授予岗位",
            Self::PostEnded => "终止岗位",
            Self::PasswordReset => "重置密码",
            Self::AccountActivated => "启用账号",
            Self::AccountDeactivated => "停用账号",
            Self::EventCancelled => "取消触发事件",
            Self::AttestationConfirmed => "确认核对无变化",
            Self::AttestationRefused => "不同意核对无变化",
            Self::EvidenceAccepted => "认定发布有效",
            Self::EvidenceRejected => "认定发布无效",
            Self::FigureChanged => "调整期限参数",
            Self::ColumnClosed => "关闭栏目",
            Self::ColumnReopened => "恢复栏目",
            Self::RulesSet => "设定更新要求",
            Self::OwnersChanged => "调整责任部门",
            Self::ColumnAddressSet => "登记栏目地址",
            Self::CalendarChanged => "调整工作日历",
            Self::FeedCreated => "开通日历订阅",
            Self::FeedRevoked => "停用日历订阅",
            Self::DelegationCreated => "委托代办",
            Self::DelegationEnded => "终止委托代办",
            Self::ReviewerRequested => "请求落实审核人",
            Self::ReturnedToSection => "退回重审",
            Self::FindingOverridden => "说明保留理由",
            Self::OverrideTakenBack => "收回说明",
            Self::TermsChanged => "调整用语",
            Self::LinkDomainsChanged => "调整链接域名",
            Self::EmergencyReleased => "紧急发布",
            Self::EmergencyUpheld => "事后审核维持",
            Self::EmergencyWithdrawalOrdered => "责令撤稿",
            Self::Filed => "审发归档",
            Self::WithheldMaintained => "评估审查维持",
            Self::WithheldReopened => "评估审查退回",
            Self::AttachmentUploaded => "上传附件",
            Self::CorrectionBegun => "发起更正",
            Self::Corrected => "更正",
            Self::LedgerVerified => "核验台账",
            Self::RosterChanged => "调整工作机构",
            Self::NumbersSeen => "查看联系号码",
            Self::CollectionOpened => "发起收集",
            Self::CollectionReminded => "催报",
            Self::CollectionClosed => "结束收集",
            Self::RosterHandedIn => "报送工作机构表",
            Self::DocumentFiled => "上传制度材料",
            Self::HandedOver => "工作交接",
            Self::MatrixDrafted => "草拟责任表调整",
            Self::MatrixDraftChanged => "修改责任表调整草案",
            Self::MatrixDraftDiscarded => "放弃责任表调整草案",
            Self::MatrixDecided => "确定责任表调整",
            Self::MatrixCancelled => "撤销责任表调整",
            Self::MatrixInForce => "责任表新版本生效",
            Self::MatrixChanged => "调整责任表",
            Self::BackupMade => "备份数据",
            Self::BackupFailed => "备份失败",
            Self::BackupCancelled => "取消备份",
            Self::BackupDeleted => "删除备份",
            Self::Refused => "操作被拒绝",
        }
    }

    /// The name as the database, addresses and the hash write it; the same as in JSON. It must
    /// never change, or old lines no longer verify.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::SiteCreated => "site_created",
            Self::MatrixImported => "matrix_imported",
            Self::ArticleCreated => "article_created",
            Self::ArticleEdited => "article_edited",
            Self::ArticleDeleted => "article_deleted",
            Self::Submitted => "submitted",
            Self::SectionApproved => "section_approved",
            Self::ReleaseApproved => "release_approved",
            Self::Returned => "returned",
            Self::Recalled => "recalled",
            Self::PublicationRecorded => "publication_recorded",
            Self::Withdrawn => "withdrawn",
            Self::Attested => "attested",
            Self::EventRegistered => "event_registered",
            Self::SignedIn => "signed_in",
            Self::PasswordChanged => "password_changed",
            Self::EvidenceImported => "evidence_imported",
            Self::PersonCreated => "person_created",
            Self::PostGranted => "post_granted",
            Self::PostEnded => "post_ended",
            Self::PasswordReset => "password_reset",
            Self::AccountActivated => "account_activated",
            Self::AccountDeactivated => "account_deactivated",
            Self::EventCancelled => "event_cancelled",
            Self::AttestationConfirmed => "attestation_confirmed",
            Self::AttestationRefused => "attestation_refused",
            Self::EvidenceAccepted => "evidence_accepted",
            Self::EvidenceRejected => "evidence_rejected",
            Self::FigureChanged => "figure_changed",
            Self::ColumnClosed => "column_closed",
            Self::ColumnReopened => "column_reopened",
            Self::RulesSet => "rules_set",
            Self::OwnersChanged => "owners_changed",
            Self::ColumnAddressSet => "column_address_set",
            Self::CalendarChanged => "calendar_changed",
            Self::FeedCreated => "feed_created",
            Self::FeedRevoked => "feed_revoked",
            Self::DelegationCreated => "delegation_created",
            Self::DelegationEnded => "delegation_ended",
            Self::ReviewerRequested => "reviewer_requested",
            Self::ReturnedToSection => "returned_to_section",
            Self::FindingOverridden => "finding_overridden",
            Self::OverrideTakenBack => "override_taken_back",
            Self::TermsChanged => "terms_changed",
            Self::LinkDomainsChanged => "link_domains_changed",
            Self::EmergencyReleased => "emergency_released",
            Self::EmergencyUpheld => "emergency_upheld",
            Self::EmergencyWithdrawalOrdered => "emergency_withdrawal_ordered",
            Self::Filed => "filed",
            Self::WithheldMaintained => "withheld_maintained",
            Self::WithheldReopened => "withheld_reopened",
            Self::AttachmentUploaded => "attachment_uploaded",
            Self::CorrectionBegun => "correction_begun",
            Self::Corrected => "corrected",
            Self::LedgerVerified => "ledger_verified",
            Self::RosterChanged => "roster_changed",
            Self::NumbersSeen => "numbers_seen",
            Self::CollectionOpened => "collection_opened",
            Self::CollectionReminded => "collection_reminded",
            Self::CollectionClosed => "collection_closed",
            Self::RosterHandedIn => "roster_handed_in",
            Self::DocumentFiled => "document_filed",
            Self::HandedOver => "handed_over",
            Self::MatrixDrafted => "matrix_drafted",
            Self::MatrixDraftChanged => "matrix_draft_changed",
            Self::MatrixDraftDiscarded => "matrix_draft_discarded",
            Self::MatrixDecided => "matrix_decided",
            Self::MatrixCancelled => "matrix_cancelled",
            Self::MatrixInForce => "matrix_in_force",
            Self::MatrixChanged => "matrix_changed",
            Self::BackupMade => "backup_made",
            Self::BackupFailed => "backup_failed",
            Self::BackupCancelled => "backup_cancelled",
            Self::BackupDeleted => "backup_deleted",
            Self::Refused => "refused",
        }
    }

    /// The act with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_have_the_keys_of_the_json_and_labels_of_their_own() {
        let mut labels: Vec<_> = LedgerAct::ALL.iter().map(|act| act.label()).collect();
        for act in LedgerAct::ALL {
            assert_eq!(serde_json::to_value(act).ok(), Some(act.key().into()));
            assert_eq!(LedgerAct::from_key(act.key()), Some(act));
        }
        labels.sort_unstable();
        labels.dedup();
        assert_eq!(labels.len(), LedgerAct::ALL.len());
    }
}
