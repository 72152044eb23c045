//! The figures with their past and what is planned.

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_api::figure::{FigureValueView, FigureView};
use lanmu_domain::parameters::{
    FigureGroup, ParameterValue, default_values, parameter_label, value_label,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::clock::local;
use crate::entity::parameter_value;

/// All figures, in groups and in each in the order in which they are shipped.
///
/// # Errors
/// The database does not answer.
pub async fn list_figures<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
) -> Result<Vec<FigureView>, DbErr> {
    let rows = parameter_value::Entity::find()
        .filter(parameter_value::Column::SiteId.eq(site_id))
        .order_by_asc(parameter_value::Column::EffectiveFrom)
        .order_by_asc(parameter_value::Column::Id)
        .all(db)
        .await?;
    let mut by_key: HashMap<String, Vec<parameter_value::Model>> = HashMap::new();
    for row in rows {
        by_key.entry(row.key.clone()).or_default().push(row);
    }
    let mut figures: Vec<FigureView> = default_values()
        .into_iter()
        .map(|shipped| {
            let rows = by_key.remove(&shipped.key).unwrap_or_default();
            figure(shipped, rows, today)
        })
        .collect();
    figures.sort_by_key(|figure| figure.group);
    Ok(figures)
}

fn figure(
    shipped: ParameterValue,
    rows: Vec<parameter_value::Model>,
    today: NaiveDate,
) -> FigureView {
    let mut in_force = None;
    let (mut planned, mut past) = (Vec::new(), Vec::new());
    for row in rows {
        let comes = row.effective_from > today;
        let cancelled = row.cancelled_at.is_some();
        let value = view(row);
        if cancelled {
            past.push(value);
        } else if comes {
            planned.push(value);
        } else {
            past.extend(in_force.replace(value));
        }
    }
    past.sort_by_key(|value| std::cmp::Reverse((value.effective_from, value.id)));
    FigureView {
        label: parameter_label(&shipped.key).unwrap_or_default().to_owned(),
        group: FigureGroup::of(&shipped.key),
        key: shipped.key.clone(),
        in_force: in_force.unwrap_or_else(|| shipped_view(shipped)),
        planned,
        past,
    }
}

fn view(row: parameter_value::Model) -> FigureValueView {
    FigureValueView {
        id: Some(row.id),
        reason: row.reason,
        recorded_by_name: row.recorded_by_name,
        recorded_at: row.recorded_at.map(local),
        cancelled_at: row.cancelled_at.map(local),
        ..shipped_view(ParameterValue {
            key: row.key,
            value: row.value,
            basis: row.basis,
            effective_from: row.effective_from,
        })
    }
}

fn shipped_view(value: ParameterValue) -> FigureValueView {
    let unit = value.value.get("unit").and_then(|unit| unit.as_str());
    FigureValueView {
        id: None,
        words: value_label(&value.key, &value.value),
        unit: unit.map(ToOwned::to_owned),
        value: value.value,
        basis: value.basis,
        effective_from: value.effective_from,
        reason: None,
        recorded_by_name: None,
        recorded_at: None,
        cancelled_at: None,
    }
}
