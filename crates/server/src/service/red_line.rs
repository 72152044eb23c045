//! 红线: how far the site is from the single vetoes.

use std::collections::HashMap;

use lanmu_api::red_line::{MeasuredLine, RedLinesView};
use lanmu_domain::freshness::EvidenceVerdict;
use lanmu_domain::red_line::{ColumnState, DoubtfulDate, Indicator, red_lines};
use lanmu_domain::rule::Rule;
use lanmu_domain::text::day::long_day;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use crate::entity::key::from_key;
use crate::entity::{parameter_value, publication};
use crate::export::{Cell, Column, Table};
use crate::service::departments;
use crate::service::freshness::{AsOf, DutyFilter, Standings, standings_as_of};

/// The indicators of a day; what stands behind them only for some departments, for all with `None`.
///
/// # Errors
/// The database cannot be reached.
pub async fn measure<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
    seen: Option<&[i64]>,
) -> Result<RedLinesView, DbErr> {
    let standings = standings_as_of(db, site_id, as_of, &DutyFilter::All).await?;
    let columns = columns(&standings);
    let doubtful = doubtful(db, site_id, as_of, &columns).await?;
    let parameters = standings.timeline.on(as_of.day);
    let mut lines = red_lines(&columns, &doubtful, parameters, as_of.day);
    if let Some(own) = seen {
        for line in &mut lines {
            let of_own = |ids: &[i64]| ids.iter().any(|id| own.contains(id));
            line.entries.retain(|entry| of_own(&entry.department_ids));
        }
    }
    let bases = bases(db, site_id, as_of).await?;
    Ok(RedLinesView {
        today: as_of.day,
        past: as_of.known_at.is_some(),
        lines: lines
            .into_iter()
            .map(|line| MeasuredLine {
                basis: basis(line.indicator, &bases),
                line,
            })
            .collect(),
        departments: departments::all_on(db, site_id, as_of.day).await?,
    })
}

/// What an indicator rests on: its figures' bases, or the law itself where it has none.
fn basis(indicator: Indicator, bases: &HashMap<String, String>) -> Vec<String> {
    let of_figures: Vec<String> = keys(indicator)
        .iter()
        .filter_map(|key| bases.get(*key).cloned())
        .collect();
    if of_figures.is_empty() {
        vec!["国办秘函〔2019〕19号单项否决指标：弄虚作假".to_owned()]
    } else {
        of_figures
    }
}

/// The figures on which an indicator rests.
const fn keys(indicator: Indicator) -> &'static [&'static str] {
    match indicator {
        Indicator::HomePage => &["red_home_days", "red_home_warning"],
        Indicator::NotUpdated => &["red_not_updated", "red_not_updated_warning"],
        Indicator::Overdue => &["red_overdue", "red_overdue_warning"],
        Indicator::Blank => &["red_blank", "red_blank_warning"],
        Indicator::FalseDates => &[],
    }
}

/// The bases of the figures in force on the day: those of the site, else those that were shipped.
async fn bases<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
) -> Result<HashMap<String, String>, DbErr> {
    let shipped = lanmu_domain::parameters::default_values();
    let mut bases: HashMap<String, String> = shipped
        .into_iter()
        .map(|value| (value.key, value.basis))
        .collect();
    let rows = parameter_value::Entity::find()
        .filter(parameter_value::Column::SiteId.eq(site_id))
        .filter(parameter_value::Column::EffectiveFrom.lte(as_of.day))
        .filter(parameter_value::Column::CancelledAt.is_null())
        .order_by_asc(parameter_value::Column::EffectiveFrom)
        .order_by_asc(parameter_value::Column::Id)
        .all(db)
        .await?;
    bases.extend(rows.into_iter().map(|row| (row.key, row.basis)));
    Ok(bases)
}

/// One state for each column, its duties together, without those kept from outside the county and
/// those that are closed.
fn columns(standings: &Standings) -> Vec<ColumnState> {
    let mut columns: Vec<ColumnState> = Vec::new();
    let mut places: HashMap<i64, usize> = HashMap::new();
    for standing in &standings.duties {
        let duty = &standing.duty;
        let external = duty
            .rules
            .iter()
            .any(|applied| applied.rule == Rule::External);
        let closed = duty
            .closures
            .iter()
            .any(|closure| closure.covers(standings.today));
        if external || closed {
            continue;
        }
        let state = ColumnState {
            column_id: duty.column_id,
            duty_id: duty.id,
            path: duty.column_path.clone(),
            kind: duty.column_kind,
            department_ids: duty.owners.clone(),
            status: standing.status(),
            due: standing.due(),
            last_updated_on: standing.last_updated_on(),
        };
        match places.get(&duty.column_id) {
            Some(place) => merge(&mut columns[*place], state),
            None => {
                places.insert(duty.column_id, columns.len());
                columns.push(state);
            }
        }
    }
    columns
}

fn merge(column: &mut ColumnState, other: ColumnState) {
    if other.status < column.status {
        column.status = other.status;
        column.duty_id = other.duty_id;
    }
    column.due = match (column.due, other.due) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    column.last_updated_on = column.last_updated_on.max(other.last_updated_on);
    for id in other.department_ids {
        if !column.department_ids.contains(&id) {
            column.department_ids.push(id);
        }
    }
}

/// Publications whose date is doubtful and was not verified, or was found false.
async fn doubtful<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
    columns: &[ColumnState],
) -> Result<Vec<DoubtfulDate>, DbErr> {
    use publication::Column as P;
    let open = Condition::any()
        .add(P::Verdict.is_null())
        .add(P::Verdict.eq(EvidenceVerdict::Rejected.key()));
    let mut query = publication::Entity::find()
        .filter(P::SiteId.eq(site_id))
        .filter(P::Doubts.is_not_null())
        .filter(P::WithdrawnAt.is_null());
    query = match as_of.known_at {
        // A verdict of later was not known.
        Some(at) => query.filter(P::RecordedAt.lte(at)),
        None => query.filter(open),
    };
    let rows = query.order_by_asc(P::Id).all(db).await?;
    let known_then =
        |at: chrono::DateTime<chrono::Utc>| as_of.known_at.is_none_or(|then| at <= then);
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let verdict: Option<EvidenceVerdict> = row
                .verdict
                .filter(|_| row.verdict_at.is_some_and(known_then))
                .and_then(|key| from_key(&key).ok());
            if verdict == Some(EvidenceVerdict::Accepted) {
                return None;
            }
            let column = columns
                .iter()
                .find(|column| column.column_id == row.column_id)?;
            Some(DoubtfulDate {
                column_id: row.column_id,
                duty_id: column.duty_id,
                path: column.path.clone(),
                department_id: row.department_id,
                title: row.title,
                is_false: verdict == Some(EvidenceVerdict::Rejected),
            })
        })
        .collect())
}

/// The indicators and what stands behind them as a table.
#[must_use]
pub fn table(view: &RedLinesView) -> Table {
    let today = view.today;
    let name = |id: &i64| {
        let found = view
            .departments
            .iter()
            .find(|department| department.id == *id);
        found.map_or("", |department| department.name.as_str())
    };
    let mut rows = Vec::new();
    for MeasuredLine { line, .. } in &view.lines {
        let label = line.indicator.label();
        rows.push(vec![
            Cell::text(label),
            Cell::text(line.level.label()),
            Cell::text(format!(
                "{}／{}{}",
                line.words(),
                line.limit,
                line.indicator.unit()
            )),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ]);
        rows.extend(line.entries.iter().map(|entry| {
            let names: Vec<&str> = entry.department_ids.iter().map(name).collect();
            vec![
                Cell::text(label),
                Cell::Empty,
                Cell::Empty,
                Cell::text(entry.column_path.join(" / ")),
                Cell::text(names.join("、")),
                Cell::text(&entry.what),
            ]
        }));
    }
    Table {
        title: format!("红线{today}"),
        columns: vec![
            Column::new("指标", 16),
            Column::new("程度", 12),
            Column::new("现值／限值", 16),
            Column::new("栏目", 48),
            Column::new("责任部门", 30),
            Column::new("情况", 48),
        ],
        rows,
        notes: vec![format!("数据截至{}。", long_day(today))],
    }
}
