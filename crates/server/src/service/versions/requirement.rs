//! How requirements in words are read: before they go into a draft, and all those of a draft.

use chrono::NaiveDate;
use lanmu_api::matrix_draft::{ChangedRequirement, RequirementRead};
use lanmu_domain::annex::rules_in_words;
use lanmu_domain::matrix_change::{KeyedChange, MatrixChange};
use lanmu_domain::parameters::Parameters;
use lanmu_domain::rule::Rule;
use sea_orm::ConnectionTrait;

use crate::error::Problem;
use crate::service::freshness::figures;
use crate::service::keeping::Wrong;

/// How words are read with the figures of a day.
///
/// # Errors
/// 422 where they cannot be read.
pub async fn read<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    day: NaiveDate,
    words: &str,
) -> Result<RequirementRead, Problem> {
    let mut wrong = Wrong::default();
    let words = wrong.optional("requirement", "更新要求", words);
    wrong.none()?;
    let timeline = figures(db, site_id).await?;
    let rules = rules_of(&words, timeline.on(day))?;
    Ok(RequirementRead { rules })
}

/// What words ask for.
///
/// # Errors
/// 422 where they cannot be read.
pub(super) fn rules_of(words: &str, parameters: &Parameters) -> Result<Vec<Rule>, Problem> {
    rules_in_words(words, parameters)
        .map_err(|message| Problem::invalid_field("requirement", message))
}

/// The requirements that changes ask for, as far as they can be read.
pub(super) fn all(changes: &[KeyedChange], parameters: &Parameters) -> Vec<ChangedRequirement> {
    let of_change = |(number, keyed): (u32, &KeyedChange)| {
        let (requirement, given) = match &keyed.change {
            MatrixChange::SetRequirement {
                requirement, rules, ..
            } => (requirement, rules.clone()),
            MatrixChange::AddColumn {
                duty: Some(duty), ..
            } => (&duty.requirement, None),
            _ => return None,
        };
        let read = || rules_in_words(requirement, parameters).ok();
        Some(ChangedRequirement {
            key: keyed.key,
            number,
            requirement: requirement.clone(),
            rules: given.or_else(read)?,
        })
    };
    (1..).zip(changes).filter_map(of_change).collect()
}
