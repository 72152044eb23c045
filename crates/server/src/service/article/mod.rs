//! The acts on an item, one per file. Each act reads the case inside the transaction, checks the
//! version that the person saw, asks `lanmu_domain::review::decide`, and writes item, revision,
//! review, opinion, ledger line and notifications; the handler commits them all at once.

mod acting;
mod approve;
mod assess_withheld;
mod bulk;
mod card;
mod case;
mod column_check;
mod comparison;
mod correct;
mod create;
mod delete;
mod emergency;
mod event_check;
mod findings;
mod last_seen;
mod notify;
mod opinions;
mod override_finding;
mod places;
mod prepare;
mod presence;
mod recall;
mod record_publication;
mod refusal;
mod release_in_emergency;
mod request_reviewer;
mod return_;
mod review_emergency;
mod seen;
mod submit;
mod table;
mod update;
mod view;
mod visible;
mod withdraw;
mod working_copy;

pub use approve::approve;
pub use assess_withheld::assess_withheld;
pub use bulk::{approve_in_bulk, with_bulk};
pub use card::review_card;
pub use case::{LoadedArticle, load};
pub use comparison::comparison;
pub use correct::correct;
pub use create::create;
pub use delete::delete;
pub use emergency::{emergency_status, emergency_view};
pub use last_seen::saw;
pub use override_finding::{override_finding, take_back_override};
pub use places::{Names, Place, names, place_of};
pub use presence::present;
pub use recall::recall;
pub use record_publication::record_publication;
pub use refusal::record_refusal;
pub use release_in_emergency::release_in_emergency;
pub use request_reviewer::request_reviewer;
pub use return_::return_;
pub use review_emergency::review_emergency;
pub use submit::submit;
pub use table::table;
pub use update::update;
pub use view::{rows, view_now};
pub use visible::visible_to;
pub use withdraw::withdraw;
pub use working_copy::{keep_working_copy, working_copy};

/// Keys of `opinion.verdict`, those of `lanmu_api::article::Verdict`.
pub(crate) mod verdict {
    /// 同意.
    pub(crate) const APPROVED: &str = "approved";
    /// 退回.
    pub(crate) const RETURNED: &str = "returned";
}

/// Keys of `review.outcome`.
pub(crate) mod outcome {
    /// The third review was given.
    pub(crate) const RELEASED: &str = "released";
    /// Sent back.
    pub(crate) const RETURNED: &str = "returned";
    /// Taken back by the submitter.
    pub(crate) const RECALLED: &str = "recalled";
    /// Edited while it ran, or after release.
    pub(crate) const VOIDED: &str = "voided";
    /// Released past the reviews that were still to come.
    pub(crate) const EMERGENCY: &str = "emergency";
    /// The third review was given to what is not public.
    pub(crate) const FILED: &str = "filed";
}
