//! The changes of a draft, done and rolled back.

use chrono::NaiveDate;
use lanmu_api::matrix_draft::VersionState;
use lanmu_domain::annex::AnnexLine;
use lanmu_domain::matrix_change::KeyedChange;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::apply::{Applied, Head, apply};
use crate::db::WriteTx;
use crate::entity::key::to_key;
use crate::entity::matrix_version;
use crate::error::Problem;
use crate::service::annex::lines_on;
use crate::service::freshness::{DutyFilter, Standings, standings};
use crate::session::SignedIn;
use crate::state::AppState;

/// What the day would be like with the changes.
pub(super) struct Rehearsed {
    pub applied: Applied,
    pub lines: Vec<AnnexLine>,
    pub standings: Standings,
}

/// Does the changes as on their day and takes them back.
///
/// # Errors
/// The database does not answer.
pub(super) async fn rehearse(
    state: &AppState,
    who: &SignedIn,
    (reason, document_number): (&str, &str),
    changes: &[KeyedChange],
    day: NaiveDate,
) -> Result<Rehearsed, Problem> {
    let site_id = who.person.site_id;
    let mut write = WriteTx::begin_system(state, site_id).await?;
    write.set_day(day);
    let row = matrix_version::ActiveModel {
        site_id: Set(site_id),
        number: Set(i64::MAX),
        effective_from: Set(day),
        reason: Set(reason.to_owned()),
        created_at: Set(write.now_utc()),
        state: Set(to_key(&VersionState::InForce)),
        document_number: Set(document_number.to_owned()),
        decided_by_name: Set(String::new()),
        note: Set(String::new()),
        ..Default::default()
    };
    let head = Head {
        version_id: row.insert(write.tx()).await?.id,
        reason: reason.to_owned(),
        document_number: document_number.to_owned(),
    };
    let applied = apply(&write, who, &head, changes).await?;
    let lines = lines_on(write.tx(), site_id, day).await?;
    let standings = standings(write.tx(), site_id, day, &DutyFilter::All).await?;
    write.roll_back().await?;
    Ok(Rehearsed {
        applied,
        lines,
        standings,
    })
}
