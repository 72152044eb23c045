//! What counts as evidence, and what of it was known at a moment.

use chrono::{DateTime, Utc};
use lanmu_domain::freshness::{AttestationDecision, EvidenceVerdict};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition};

use super::AsOf;
use crate::entity::{attestation, publication, trigger_event};

/// [`publications`] as they are known today, of any site, for a query that is written out: the
/// table is `p`.
pub(super) const PUBLICATIONS: &str =
    "p.withdrawn_at IS NULL AND (p.doubts IS NULL OR p.verdict = 'accepted')";

/// All others, in the words of the index `ix_publication_not_counting`: few.
pub(super) const NO_PUBLICATIONS: &str = "(p.withdrawn_at IS NOT NULL OR p.doubts IS NOT NULL) \
    AND (p.withdrawn_at IS NOT NULL OR coalesce(p.verdict, '') <> 'accepted')";

/// Publications of a site that count: neither withdrawn nor doubtful, unless a coordinator found
/// the doubtful one to be right. `column` names the column of the table that is meant.
pub fn publications(
    site_id: i64,
    as_of: AsOf,
    column: impl Fn(publication::Column) -> Expr,
) -> Condition {
    use publication::Column as P;
    let undoubted = Condition::any().add(column(P::Doubts).is_null()).add(
        Condition::all()
            .add(column(P::Verdict).eq(EvidenceVerdict::Accepted.key()))
            .add_option(by(as_of, |at| column(P::VerdictAt).lte(at))),
    );
    Condition::all()
        .add(column(P::SiteId).eq(site_id))
        .add(not_yet(as_of, || column(P::WithdrawnAt)))
        .add_option(by(as_of, |at| column(P::RecordedAt).lte(at)))
        .add(undoubted)
}

/// Events of a site that were not cancelled.
pub fn events(site_id: i64, as_of: AsOf) -> Condition {
    use trigger_event::Column as E;
    Condition::all()
        .add(E::SiteId.eq(site_id))
        .add(not_yet(as_of, || {
            Expr::col((trigger_event::Entity, E::CancelledAt))
        }))
        .add_option(by(as_of, |at| E::RegisteredAt.lte(at)))
}

/// Attestations of a site that count: those that needed the section head only once confirmed.
pub fn attestations(site_id: i64, as_of: AsOf) -> Condition {
    use attestation::Column as A;
    let settled = Condition::any().add(A::Awaits.eq(false)).add(
        Condition::all()
            .add(A::Decision.eq(AttestationDecision::Confirmed.key()))
            .add_option(by(as_of, |at| A::DecidedAt.lte(at))),
    );
    Condition::all()
        .add(A::SiteId.eq(site_id))
        .add_option(by(as_of, |at| A::AttestedAt.lte(at)))
        .add(settled)
}

fn by<T>(as_of: AsOf, condition: impl FnOnce(DateTime<Utc>) -> T) -> Option<T> {
    as_of.known_at.map(condition)
}

/// Something had not been ended by then.
fn not_yet(as_of: AsOf, ended: impl Fn() -> Expr) -> Condition {
    let open = Condition::any().add(ended().is_null());
    open.add_option(by(as_of, |at| ended().gt(at)))
}
