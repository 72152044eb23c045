//! How columns stood over a year.

use chrono::{Datelike, NaiveDate};
use lanmu_api::history::{YearStrip, YearView};
use sea_orm::{ConnectionTrait, DbErr};

use super::{DutyFilter, Scope, matrix, pasts};

/// The first year that can be asked for: nothing older is in any site.
const FIRST_YEAR: i64 = 2000;

/// The days of a year up to today; `None` for a year that has not begun or is none.
#[must_use]
pub fn span(year: i64, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    if !(FIRST_YEAR..=i64::from(today.year())).contains(&year) {
        return None;
    }
    let year = i32::try_from(year).ok()?;
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
    Some((first, last.min(today)))
}

/// The strips of the duties that are seen, of one duty only if it is asked for.
///
/// # Errors
/// The database cannot be reached.
pub async fn year_view<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    span: (NaiveDate, NaiveDate),
    scope: &Scope,
    duty_id: Option<i64>,
) -> Result<YearView, DbErr> {
    let filter = duty_id.map_or_else(|| scope.filter(), |id| DutyFilter::Duties(vec![id]));
    let pasts = pasts(db, site_id, span, &filter).await?;
    let names = matrix::departments(db, site_id).await?;
    let seen = |departments: &[i64]| {
        let own = scope.departments();
        own.is_none_or(|own| departments.iter().any(|id| own.contains(id)))
    };
    let mut strips = Vec::new();
    for past in &pasts.duties {
        for (departments, runs) in past.runs(&pasts, span) {
            if seen(&departments) {
                let name = |id: &i64| names.get(id).map(|row| row.name.clone());
                strips.push(YearStrip {
                    duty_id: past.duty.id,
                    column_path: past.duty.column_path.clone(),
                    department_names: departments.iter().filter_map(name).collect(),
                    runs,
                });
            }
        }
    }
    Ok(YearView {
        year: span.0.year(),
        until: span.1,
        strips,
    })
}
