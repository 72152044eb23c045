//! `GET /site`.

use axum::Json;
use axum::extract::State;
use lanmu_api::site::SiteView;
use sea_orm::{EntityTrait, QueryOrder};

use crate::entity::site;
use crate::error::Problem;
use crate::state::AppState;

/// The site, for everybody: its name, whether it is a demonstration, the server's day.
#[utoipa::path(get, path = "/site", tag = "site", responses((status = 200, body = SiteView)))]
pub async fn get_site(State(state): State<AppState>) -> Result<Json<SiteView>, Problem> {
    let site = site::Entity::find()
        .order_by_asc(site::Column::Id)
        .one(state.db.conn())
        .await?
        .ok_or_else(Problem::not_found)?;
    Ok(Json(SiteView {
        name: site.name,
        demonstration: site.demonstration,
        now: state.clock.now(),
        today: state.clock.today(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }))
}
