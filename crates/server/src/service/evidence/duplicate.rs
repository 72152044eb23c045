//! The same 文号 registered twice for the same department: usually somebody did it already.

use std::collections::HashSet;

use lanmu_domain::text::day::long_day;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::check_event::CheckedEvent;
use crate::db::WriteTx;
use crate::entity::{department, event_department, event_duty, trigger_event};
use crate::error::Problem;
use crate::service::freshness::{DutyFilter, LoadedDuty, duties_in_force};

/// Refuses an event whose 文号 an event before it has that was not cancelled and obliges one of
/// the same departments.
///
/// # Errors
/// 422 naming the earlier event.
pub(super) async fn refuse_duplicate(
    write: &WriteTx,
    event: &CheckedEvent,
    duties: &[LoadedDuty],
) -> Result<(), Problem> {
    let number = plain(&event.document_number);
    if number.is_empty() {
        return Ok(());
    }
    let obliged = obliged_by(&event.department_ids, duties);
    let earlier = trigger_event::Entity::find()
        .filter(trigger_event::Column::SiteId.eq(write.site_id()))
        .filter(trigger_event::Column::CancelledAt.is_null())
        .filter(trigger_event::Column::DocumentNumber.ne(""))
        .order_by_desc(trigger_event::Column::Id)
        .all(write.tx())
        .await?;
    for row in earlier
        .into_iter()
        .filter(|row| plain(&row.document_number) == number)
    {
        let before = obliged_before(write, row.id).await?;
        if let Some(both) = obliged.intersection(&before).min() {
            let named = department::Entity::find_by_id(*both)
                .one(write.tx())
                .await?;
            let name = named.map(|d| d.name).unwrap_or_default();
            let message = format!(
                "文号“{}”已为{name}登记过：{}，{}，由{}登记。如确需再次登记，请勾选“仍要登记”。",
                row.document_number,
                long_day(row.occurred_on),
                row.title,
                row.registered_by_name
            );
            return Err(Problem::invalid_field("document_number", message));
        }
    }
    Ok(())
}

/// A 文号 without what people write differently: blanks and the shape of the brackets.
fn plain(number: &str) -> String {
    number
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '[' | '［' | '(' | '（' | '﹝' | '【' => '〔',
            ']' | '］' | ')' | '）' | '﹞' | '】' => '〕',
            other => other,
        })
        .collect()
}

fn obliged_by(named: &[i64], duties: &[LoadedDuty]) -> HashSet<i64> {
    if named.is_empty() {
        duties
            .iter()
            .flat_map(|duty| &duty.owners)
            .copied()
            .collect()
    } else {
        named.iter().copied().collect()
    }
}

async fn obliged_before(write: &WriteTx, event_id: i64) -> Result<HashSet<i64>, Problem> {
    let named: Vec<i64> = event_department::Entity::find()
        .filter(event_department::Column::EventId.eq(event_id))
        .all(write.tx())
        .await?
        .into_iter()
        .map(|row| row.department_id)
        .collect();
    if !named.is_empty() {
        return Ok(named.into_iter().collect());
    }
    let ids = event_duty::Entity::find()
        .filter(event_duty::Column::EventId.eq(event_id))
        .all(write.tx())
        .await?
        .into_iter()
        .map(|row| row.duty_id)
        .collect();
    let today = write.now().date_naive();
    let filter = DutyFilter::Duties(ids);
    let duties = duties_in_force(write.tx(), write.site_id(), today, &filter).await?;
    Ok(obliged_by(&[], &duties))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn brackets_and_blanks_do_not_make_another_number() {
        assert_eq!(plain("盐财 [2026] 1号"), plain("盐财〔2026〕1号"));
        assert_ne!(plain("盐财〔2026〕1号"), plain("盐财〔2026〕11号"));
    }
}
