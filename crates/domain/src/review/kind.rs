//! The closed list of acts.

use serde::{Deserialize, Serialize};

/// An [`super::Act`] without what the person fills in: one button each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ActKind {
    /// 编辑.
    Edit,
    /// 提交初审.
    Submit,
    /// 同意.
    Approve,
    /// 退回.
    Return,
    /// 撤回.
    Recall,
    /// 登记发布.
    RecordPublication,
    /// 撤稿.
    Withdraw,
    /// 说明保留, of a finding of the secrecy check.
    OverrideFinding,
    /// 收回说明.
    TakeBackOverride,
    /// 更正.
    Correct,
    /// 紧急发布.
    EmergencyRelease,
    /// 事后审核.
    ReviewEmergency,
    /// 评估审查.
    AssessWithheld,
    /// 删除.
    Delete,
}

impl ActKind {
    /// All acts, in the order in which buttons stand.
    pub const ALL: [Self; 14] = [
        Self::Edit,
        Self::Submit,
        Self::Approve,
        Self::Return,
        Self::Recall,
        Self::RecordPublication,
        Self::Withdraw,
        Self::OverrideFinding,
        Self::TakeBackOverride,
        Self::Correct,
        Self::EmergencyRelease,
        Self::ReviewEmergency,
        Self::AssessWithheld,
        Self::Delete,
    ];

    /// The words on the button.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Edit => "编辑",
            Self::Submit => "提交初审",
            Self::Approve => "同意",
            Self::Return => "退回",
            Self::Recall => "撤回",
            Self::RecordPublication => "登记发布",
            Self::Withdraw => "撤稿",
            Self::OverrideFinding => "保留并说明理由",
            Self::TakeBackOverride => "收回说明",
            Self::Correct => "更正",
            Self::EmergencyRelease => "紧急发布",
            Self::ReviewEmergency => "事后审核",
            Self::AssessWithheld => "评估审查",
            Self::Delete => "删除",
        }
    }

    /// The name as logs and tests write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Submit => "submit",
            Self::Approve => "approve",
            Self::Return => "return",
            Self::Recall => "recall",
            Self::RecordPublication => "record_publication",
            Self::Withdraw => "withdraw",
            Self::OverrideFinding => "override_finding",
            Self::TakeBackOverride => "take_back_override",
            Self::Correct => "correct",
            Self::EmergencyRelease => "emergency_release",
            Self::ReviewEmergency => "review_emergency",
            Self::AssessWithheld => "assess_withheld",
            Self::Delete => "delete",
        }
    }
}
