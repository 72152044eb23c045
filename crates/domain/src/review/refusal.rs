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
    /// A reprint must name its source and address.
    SourceMissing,
    /// Not three approvals by three persons on this very revision.
    ApprovalsIncomplete,
    /// The address is not an absolute http or https address.
    AddressInvalid,
    /// The time of publication lies in the future.
    PublishedInFuture,
    /// The time of publication lies before the release review.
    PublishedBeforeRelease,
}
