//! Items by their titles.

use std::collections::HashSet;

use lanmu_api::article::ArticleRow;
use lanmu_api::search::{HITS_MAX, SearchHit, SearchKind};
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, QueryFilter, QueryOrder, QuerySelect, Select};

use super::Words;
use crate::db::like_pattern;
use crate::entity::article;
use crate::service::article::{rows, visible_to};
use crate::service::initials::initials;
use crate::session::SignedIn;

/// Initials are not stored: those of so many items, the latest, are made when letters are typed.
const SPELLED: u64 = 1000;

/// The items that the person sees, the latest begun first.
///
/// # Errors
/// The database does not answer.
pub(super) async fn articles<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    words: &Words,
) -> Result<Vec<SearchHit>, DbErr> {
    // One more than is shown tells that there is more.
    let wanted = HITS_MAX + 1;
    let mut found = latest(titled(who, words), wanted as u64).all(db).await?;
    if found.len() < wanted && words.are_letters() {
        let known: HashSet<i64> = found.iter().map(|row| row.id).collect();
        let mut spelled = spelled(db, who, words).await?;
        spelled.retain(|id| !known.contains(id));
        spelled.truncate(wanted - found.len());
        let by_id = visible_to(who).filter(article::Column::Id.is_in(spelled));
        found.extend(latest(by_id, wanted as u64).all(db).await?);
    }
    Ok(rows(db, &found).await?.into_iter().map(hit).collect())
}

fn latest(select: Select<article::Entity>, limit: u64) -> Select<article::Entity> {
    select.order_by_desc(article::Column::Id).limit(limit)
}

/// Those with all the words in the title.
fn titled(who: &SignedIn, words: &Words) -> Select<article::Entity> {
    let mut select = visible_to(who);
    for word in words.iter() {
        if let Some(pattern) = like_pattern(Some(word)) {
            let like = LikeExpr::new(pattern).escape('\\');
            select = select.filter(Expr::col(article::Column::Title).like(like));
        }
    }
    select
}

/// Those of the latest whose titles have all the words as initials.
async fn spelled<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    words: &Words,
) -> Result<Vec<i64>, DbErr> {
    let titles: Vec<(i64, String)> = latest(visible_to(who), SPELLED)
        .select_only()
        .columns([article::Column::Id, article::Column::Title])
        .into_tuple()
        .all(db)
        .await?;
    let fits = |title: &str| {
        let letters = initials(title);
        words.iter().all(|word| letters.contains(word))
    };
    let fitting = titles.into_iter().filter(|(_, title)| fits(title));
    Ok(fitting.map(|(id, _)| id).collect())
}

fn hit(row: ArticleRow) -> SearchHit {
    SearchHit {
        kind: SearchKind::Article,
        id: row.id,
        title: row.title,
        detail: vec![
            row.state.label().to_owned(),
            row.department_name,
            row.column_path.join(" / "),
        ],
    }
}
