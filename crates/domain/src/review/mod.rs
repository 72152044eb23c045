//! 三审: the state machine of an item, its guards and its refusals.
//!
//! Deny by default: an act is allowed only where [`decide`] says so, and every reason against it
//! is returned, not only the first.

mod act;
mod availability;
mod bulk;
mod capacity;
mod case;
mod decide;
mod emergency;
mod empty_stage;
mod findings;
mod guard;
mod handwriting;
mod kind;
mod refusal;
mod return_;
mod state;
mod withheld;

pub use act::{Act, SecrecyConclusion};
pub use availability::{Availability, allowed_acts, availability};
pub use bulk::{BULK_MAX, BulkExclusion, BulkFacts, bulk_exclusions};
pub use capacity::stands_in;
pub use case::{Case, Outcome, Signature};
pub use decide::decide;
pub use emergency::{EmergencyRelease, EmergencyStatus, EmergencyVerdict, emergency_due};
pub use empty_stage::{Candidate, able, empty_stages};
pub use handwriting::{
    HANDWRITING_HEIGHT, HANDWRITING_MAX_BYTES, HANDWRITING_WIDTH, HandwritingProblem,
    clean_handwriting,
};
pub use kind::ActKind;
pub use refusal::Refusal;
pub use return_::{ReturnReason, ReturnTo};
pub use state::{ArticleState, Stage};
pub use withheld::{WithheldVerdict, assessment_due};
