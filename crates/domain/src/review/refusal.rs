//! Why an act is refused. Values with a code; the words are Chinese and name what to do.

use serde::{Deserialize, Serialize};

/// A reason against an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Refusal {
    /// The person holds no role that may do this to this item.
    RoleMissing,
    /// The state of the item does not allow the act.
    StateForbids,
    /// A review of this item is already open.
    ReviewOpen,
    /// The person has already signed another stage of this review.
    SamePerson,
    /// The person wrote the revision and cannot review it.
    AuthorCannotReview,
    /// A delegate has already signed another stage of this review in the person's name.
    SignedByDelegate,
    /// The person for whom somebody stands in has part in another signature of this review.
    PrincipalSigned,
    /// The person for whom somebody stands in wrote the revision.
    PrincipalIsAuthor,
    /// Only the person who submitted may recall.
    NotSubmitter,
    /// The revision named is not the current one: it was edited in between.
    RevisionChanged,
    /// No public attribute has been chosen.
    AttributeMissing,
    /// Only 主动公开 can be published.
    AttributeNotPublishable,
    /// 依申请公开 and 不予公开 need a reason.
    AttributeReasonMissing,
    /// 依申请公开 and 不予公开 need a legal basis.
    LegalBasisMissing,
    /// A reprint has the attribute of the original, which is public.
    ReprintAttribute,
    /// The second review needs the secrecy conclusion.
    SecrecyConclusionMissing,
    /// A secrecy conclusion belongs to the second review only.
    SecrecyConclusionNotAsked,
    /// Sensitive content cannot be approved.
    SecrecySensitive,
    /// A return or withdrawal needs a reason.
    ReasonMissing,
    /// The title is empty.
    TitleMissing,
    /// The body is empty.
    BodyMissing,
    /// A picture in the body has no alternative text.
    PictureAltMissing,
    /// A reprint must name its source, address and time.
    SourceMissing,
    /// Findings of the secrecy check are neither fixed nor explained.
    FindingsOpen,
    /// Somebody else said why a finding stays, and only that person takes it back.
    OverrideOfAnother,
    /// Not three approvals by three persons on this very revision.
    ApprovalsIncomplete,
    /// The address is not an absolute http or https address.
    AddressInvalid,
    /// Only the third review can send an item back to the second.
    ReturnTargetClosed,
    /// Who released, wrote or submitted it cannot review the emergency release.
    OwnEmergencyRelease,
    /// The emergency release has been reviewed.
    EmergencyReviewed,
    /// A correction of the item is under way.
    CorrectionOpen,
}

impl Refusal {
    /// All refusals, in the order in which they are listed.
    pub const ALL: [Self; 31] = [
        Self::RoleMissing,
        Self::StateForbids,
        Self::ReviewOpen,
        Self::SamePerson,
        Self::AuthorCannotReview,
        Self::SignedByDelegate,
        Self::PrincipalSigned,
        Self::PrincipalIsAuthor,
        Self::NotSubmitter,
        Self::RevisionChanged,
        Self::AttributeMissing,
        Self::AttributeNotPublishable,
        Self::AttributeReasonMissing,
        Self::LegalBasisMissing,
        Self::ReprintAttribute,
        Self::SecrecyConclusionMissing,
        Self::SecrecyConclusionNotAsked,
        Self::SecrecySensitive,
        Self::ReasonMissing,
        Self::TitleMissing,
        Self::BodyMissing,
        Self::PictureAltMissing,
        Self::SourceMissing,
        Self::FindingsOpen,
        Self::OverrideOfAnother,
        Self::ApprovalsIncomplete,
        Self::AddressInvalid,
        Self::ReturnTargetClosed,
        Self::OwnEmergencyRelease,
        Self::EmergencyReviewed,
        Self::CorrectionOpen,
    ];

    /// The name as the ledger and logs write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::RoleMissing => "role_missing",
            Self::StateForbids => "state_forbids",
            Self::ReviewOpen => "review_open",
            Self::SamePerson => "same_person",
            Self::AuthorCannotReview => "author_cannot_review",
            Self::SignedByDelegate => "signed_by_delegate",
            Self::PrincipalSigned => "principal_signed",
            Self::PrincipalIsAuthor => "principal_is_author",
            Self::NotSubmitter => "not_submitter",
            Self::RevisionChanged => "revision_changed",
            Self::AttributeMissing => "attribute_missing",
            Self::AttributeNotPublishable => "attribute_not_publishable",
            Self::AttributeReasonMissing => "attribute_reason_missing",
            Self::LegalBasisMissing => "legal_basis_missing",
            Self::ReprintAttribute => "reprint_attribute",
            Self::SecrecyConclusionMissing => "secrecy_conclusion_missing",
            Self::SecrecyConclusionNotAsked => "secrecy_conclusion_not_asked",
            Self::SecrecySensitive => "secrecy_sensitive",
            Self::ReasonMissing => "reason_missing",
            Self::TitleMissing => "title_missing",
            Self::BodyMissing => "body_missing",
            Self::PictureAltMissing => "picture_alt_missing",
            Self::SourceMissing => "source_missing",
            Self::FindingsOpen => "findings_open",
            Self::OverrideOfAnother => "override_of_another",
            Self::ApprovalsIncomplete => "approvals_incomplete",
            Self::AddressInvalid => "address_invalid",
            Self::ReturnTargetClosed => "return_target_closed",
            Self::OwnEmergencyRelease => "own_emergency_release",
            Self::EmergencyReviewed => "emergency_reviewed",
            Self::CorrectionOpen => "correction_open",
        }
    }

    /// The reason in words, and what to do about it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::RoleMissing => {
                "您在该部门没有办理此事项的岗位。如确需办理，请联系安全管理员核对岗位。"
            }
            Self::StateForbids => "稿件当前的状态不能办理此事项，请刷新页面查看最新进展。",
            Self::ReviewOpen => "该稿件正在审核中，不能重复提交；如需修改，可由提交人先撤回。",
            Self::SamePerson => {
                "您已在本轮审核中签署过意见，三审须由三个不同的人完成，请交由他人审核。"
            }
            Self::AuthorCannotReview => {
                "您是本版内容的撰写人，不能审核自己撰写的稿件，请交由他人审核。"
            }
            Self::SignedByDelegate => {
                "本轮审核中已有人代您签署过意见，三审须由三个不同的人完成，请交由他人审核。"
            }
            Self::PrincipalSigned => {
                "委托您代办的人已在本轮审核中签署过意见（含他人代签），不能再代其签署，请交由他人审核。"
            }
            Self::PrincipalIsAuthor => {
                "委托您代办的人是本版内容的撰写人，不能代其审核自己撰写的稿件，请交由他人审核。"
            }
            Self::NotSubmitter => "只有本次提交初审的人可以撤回；审核人员请使用“退回”。",
            Self::RevisionChanged => "稿件内容已被修改，请查看最新内容后再办理。",
            Self::AttributeMissing => "请选择公开属性。",
            Self::AttributeNotPublishable => "只有“主动公开”的稿件可以发布，请核对公开属性。",
            Self::AttributeReasonMissing => "“依申请公开”和“不予公开”的稿件，请填写理由。",
            Self::LegalBasisMissing => "“依申请公开”和“不予公开”的稿件，请填写法律依据。",
            Self::ReprintAttribute => "转载的原文已经公开，公开属性沿用原文，只能选择“主动公开”。",
            Self::SecrecyConclusionMissing => "请选择保密审查结论。",
            Self::SecrecyConclusionNotAsked => {
                "保密审查结论由股室领导在审核环节填写，此处请勿填写。"
            }
            Self::SecrecySensitive => {
                "保密审查结论为涉密或敏感的，不能同意公开，请退回并说明原因。"
            }
            Self::ReasonMissing => "请填写原因。",
            Self::TitleMissing => "请填写标题。",
            Self::BodyMissing => "请填写正文。",
            Self::PictureAltMissing => "正文中有图片没有替代文字，请逐张写明图片内容。",
            Self::SourceMissing => "转载稿件请填写来源名称、完整的原文地址和原文发布时间。",
            Self::FindingsOpen => {
                "保密预检发现的问题尚未全部处理，请逐项修改、脱敏，或说明保留理由。"
            }
            Self::OverrideOfAnother => {
                "该项的保留理由由他人填写，只能由本人收回；如不同意，请退回稿件。"
            }
            Self::ApprovalsIncomplete => {
                "本版内容尚未由三个不同的人依次完成审签（含保密审查），请重新提交审核。"
            }
            Self::AddressInvalid => "请填写完整的网址，以 http:// 或 https:// 开头。",
            Self::ReturnTargetClosed => {
                "只有审发环节可以退回股室领导重新审核，审核环节请退回填录人员。"
            }
            Self::OwnEmergencyRelease => "紧急发布须由他人事后审核，您是签发、撰写或提交本稿的人。",
            Self::EmergencyReviewed => "本稿的事后审核已经完成。",
            Self::CorrectionOpen => "本稿已有更正稿件正在办理，请先办结或删除该更正稿件。",
        }
    }

    /// The field of the form that the reason belongs to, if it is about one: a field of
    /// [`crate::article::Content`], or of the request that carries the act. `source` stands for
    /// `source.name` and `source.url` together.
    #[must_use]
    pub const fn field(self) -> Option<&'static str> {
        match self {
            Self::AttributeMissing | Self::AttributeNotPublishable | Self::ReprintAttribute => {
                Some("attribute")
            }
            Self::AttributeReasonMissing => Some("attribute_reason"),
            Self::LegalBasisMissing => Some("legal_basis"),
            Self::SecrecyConclusionMissing
            | Self::SecrecyConclusionNotAsked
            | Self::SecrecySensitive => Some("secrecy"),
            Self::ReasonMissing => Some("reason"),
            Self::TitleMissing => Some("title"),
            Self::BodyMissing | Self::PictureAltMissing => Some("body"),
            Self::SourceMissing => Some("source"),
            Self::AddressInvalid => Some("url"),
            Self::ReturnTargetClosed => Some("to"),
            Self::RoleMissing
            | Self::StateForbids
            | Self::ReviewOpen
            | Self::SamePerson
            | Self::AuthorCannotReview
            | Self::SignedByDelegate
            | Self::PrincipalSigned
            | Self::PrincipalIsAuthor
            | Self::NotSubmitter
            | Self::RevisionChanged
            | Self::FindingsOpen
            | Self::OverrideOfAnother
            | Self::OwnEmergencyRelease
            | Self::EmergencyReviewed
            | Self::CorrectionOpen
            | Self::ApprovalsIncomplete => None,
        }
    }
}
