//! 按时率 month by month.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};
use lanmu_api::history::{PunctualityMonth, PunctualityMonths};
use lanmu_domain::freshness::Account;
use sea_orm::{ConnectionTrait, DbErr};

use super::punctuality::owing;
use super::{Scope, matrix, pasts};

/// How the departments that are seen kept their dates in each of so many months, the last of which
/// ends with `until`. What is known is loaded once for all of them.
///
/// # Errors
/// The database cannot be reached.
pub async fn punctuality_months<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    (until, months): (NaiveDate, u32),
    scope: &Scope,
) -> Result<PunctualityMonths, DbErr> {
    let spans = spans(until, months);
    let Some(first) = spans.first() else {
        return Ok(PunctualityMonths { months: Vec::new() });
    };
    let pasts = pasts(db, site_id, (first.0, until), &scope.filter()).await?;
    let names = matrix::departments(db, site_id).await?;
    let seen = |id: i64| scope.departments().is_none_or(|own| own.contains(&id));
    let month = |(from, to): (NaiveDate, NaiveDate)| {
        let mut accounts: BTreeMap<i64, Account> = BTreeMap::new();
        for past in &pasts.duties {
            for (department_id, account) in past.accounts(&pasts, (from, to)) {
                if seen(department_id) {
                    accounts.entry(department_id).or_default().add(&account);
                }
            }
        }
        let mut departments = owing(accounts, &names);
        departments.sort_by_key(|row| names.get(&row.department_id).map(|d| d.position));
        PunctualityMonth {
            from,
            to,
            departments,
        }
    };
    Ok(PunctualityMonths {
        months: spans.into_iter().map(month).collect(),
    })
}

/// Whole months, the last one up to `until`.
fn spans(until: NaiveDate, months: u32) -> Vec<(NaiveDate, NaiveDate)> {
    let first = until.with_day(1).unwrap_or(until);
    (0..months)
        .rev()
        .filter_map(|back| {
            let from = first.checked_sub_months(Months::new(back))?;
            let next = from.checked_add_months(Months::new(1))?;
            Some((from, next.pred_opt()?.min(until)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_where_they_end_and_the_last_one_today() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let found = spans(day("2026-03-11"), 3);
        assert_eq!(
            found,
            [
                (day("2026-01-01"), day("2026-01-31")),
                (day("2026-02-01"), day("2026-02-28")),
                (day("2026-03-01"), day("2026-03-11")),
            ]
        );
        assert!(spans(day("2026-03-11"), 0).is_empty());
    }
}
