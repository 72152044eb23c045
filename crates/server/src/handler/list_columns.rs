//! `GET /columns`.

use std::collections::HashSet;

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::site::ColumnView;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::entity::key::{from_json, from_key};
use crate::entity::{duty, duty_tenure, site_column};
use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::freshness::{duties_on, tenures_on};
use crate::session::SignedIn;
use crate::state::AppState;

/// Which columns.
#[derive(Debug, Deserialize, IntoParams)]
pub struct ColumnsQuery {
    /// Only those for which this department answers.
    department_id: Option<i64>,
}

/// The columns of the site, parents before children.
#[utoipa::path(
    get, path = "/columns", tag = "site", params(ColumnsQuery),
    responses((status = 200, body = Vec<ColumnView>), (status = 401, body = ErrorBody))
)]
pub async fn list_columns(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<ColumnsQuery>,
) -> Result<Json<Vec<ColumnView>>, Problem> {
    let db = state.db.conn();
    let today = state.clock.today();
    let in_force = duties_on(who.person.site_id, today);
    let duties = duty::Entity::find().filter(in_force).all(db).await?;
    let with_duty: HashSet<i64> = duties.iter().map(|duty| duty.column_id).collect();
    let owned: Option<HashSet<i64>> = match query.department_id {
        Some(department_id) => {
            let owned: HashSet<i64> = duty_tenure::Entity::find()
                .filter(duty_tenure::Column::DepartmentId.eq(department_id))
                .filter(tenures_on(today))
                .all(db)
                .await?
                .into_iter()
                .map(|owner| owner.duty_id)
                .collect();
            let of_owned = duties.iter().filter(|duty| owned.contains(&duty.id));
            Some(of_owned.map(|duty| duty.column_id).collect())
        }
        None => None,
    };
    let rows = site_column::Entity::find()
        .filter(site_column::Column::SiteId.eq(who.person.site_id))
        .order_by_asc(site_column::Column::Position)
        .order_by_asc(site_column::Column::Id)
        .all(db)
        .await?;
    let views = rows
        .into_iter()
        .filter(|row| owned.as_ref().is_none_or(|owned| owned.contains(&row.id)))
        .map(|row| {
            Ok(ColumnView {
                id: row.id,
                parent_id: row.parent_id,
                path: from_json(row.path)?,
                kind: from_key(&row.kind)?,
                has_duty: with_duty.contains(&row.id),
            })
        })
        .collect::<Result<Vec<_>, sea_orm::DbErr>>()?;
    Ok(Json(views))
}
