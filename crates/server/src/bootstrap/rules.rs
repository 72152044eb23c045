//! The figures and the working-day calendar of a new site.

use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::parameters::default_values;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::db::WriteTx;
use crate::entity::{holiday_year_change, parameter_value};

/// Stores the shipped figures and arrangements.
///
/// # Errors
/// The database cannot be reached.
pub async fn store(write: &WriteTx) -> anyhow::Result<()> {
    let figures = default_values()
        .into_iter()
        .map(|figure| parameter_value::ActiveModel {
            site_id: Set(write.site_id()),
            key: Set(figure.key),
            value: Set(figure.value),
            basis: Set(figure.basis),
            effective_from: Set(figure.effective_from),
            ..Default::default()
        });
    parameter_value::Entity::insert_many(figures)
        .exec(write.tx())
        .await?;

    let calendar = WorkCalendar::shipped();
    let announced = calendar
        .years
        .into_iter()
        .map(|(year, arrangement)| (year, true, arrangement));
    let statutory = calendar
        .statutory
        .into_iter()
        .map(|(year, guess)| (year, false, guess));
    let mut years = Vec::new();
    for (year, announced, arrangement) in announced.chain(statutory) {
        let note = if announced {
            "随系统提供的安排。"
        } else {
            "随系统提供的法定节日，安排未公布。"
        };
        years.push(holiday_year_change::ActiveModel {
            site_id: Set(write.site_id()),
            year: Set(year),
            number: Set(1),
            announced: Set(announced),
            arrangement: Set(serde_json::to_value(arrangement)?),
            note: Set(note.to_owned()),
            changed_by: Set(None),
            changed_by_name: Set(String::new()),
            changed_at: Set(write.now_utc()),
            ..Default::default()
        });
    }
    holiday_year_change::Entity::insert_many(years)
        .exec_without_returning(write.tx())
        .await?;
    Ok(())
}
