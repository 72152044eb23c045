//! `GET /articles`.

use axum::Json;
use axum::extract::State;
use lanmu_api::article::ArticleRow;
use lanmu_api::error::ErrorBody;
use lanmu_api::page::{Page, PageMeta};
use lanmu_domain::article::PublicAttribute;
use lanmu_domain::review::ArticleState;
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::{Asked, after_number, limit};
use crate::db::like_pattern;
use crate::entity::article;
use crate::error::Problem;
use crate::service::article::{rows, visible_to};
use crate::session::SignedIn;
use crate::state::AppState;

/// Which articles.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ArticlesQuery {
    /// Only in this state.
    #[param(inline)]
    state: Option<ArticleState>,
    /// Only with this attribute.
    #[param(inline)]
    attribute: Option<PublicAttribute>,
    /// Only of this department.
    department_id: Option<i64>,
    /// Only for this column.
    column_id: Option<i64>,
    /// Words in the title.
    q: Option<String>,
    /// From `meta.next` of the page before.
    after: Option<String>,
    /// How many, 100 at most.
    limit: Option<u64>,
}

/// The articles that the person may see, the latest begun first.
#[utoipa::path(
    get, path = "/articles", tag = "articles", params(ArticlesQuery),
    responses(
        (status = 200, body = Page<ArticleRow>),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
    )
)]
pub async fn list_articles(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<ArticlesQuery>,
) -> Result<Json<Page<ArticleRow>>, Problem> {
    let db = state.db.conn();
    let limit = limit(query.limit)?;
    let after = after_number(query.after.as_deref())?;
    let matching = matching(&who, &query);
    let total = matching.clone().count(db).await?;
    let mut page = matching.order_by_desc(article::Column::Id).limit(limit + 1);
    if let Some(after) = after {
        page = page.filter(article::Column::Id.lt(after));
    }
    let mut found = page.all(db).await?;
    let more = found.len() as u64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = found
        .last()
        .filter(|_| more)
        .map(|last| last.id.to_string());
    Ok(Json(Page {
        items: rows(db, &found).await?,
        meta: PageMeta {
            total,
            next,
            ..Default::default()
        },
    }))
}

/// Those that the person may see, under the filters.
pub(super) fn matching(who: &SignedIn, query: &ArticlesQuery) -> Select<article::Entity> {
    let mut select = visible_to(who);
    if let Some(state) = query.state {
        select = select.filter(article::Column::State.eq(state.key()));
    }
    if let Some(attribute) = query.attribute {
        select = select.filter(article::Column::Attribute.eq(attribute.key()));
    }
    if let Some(id) = query.department_id {
        select = select.filter(article::Column::DepartmentId.eq(id));
    }
    if let Some(id) = query.column_id {
        select = select.filter(article::Column::ColumnId.eq(id));
    }
    if let Some(pattern) = like_pattern(query.q.as_deref()) {
        let like = LikeExpr::new(pattern).escape('\\');
        select = select.filter(Expr::col(article::Column::Title).like(like));
    }
    select
}
