//! 搜索 over what a person may see: duties by their columns, departments, items.

mod articles;
mod departments;
mod duties;
mod rank;

use chrono::NaiveDate;
use lanmu_api::search::{HITS_MAX, SearchHit, SearchKind, SearchView};
use sea_orm::{ConnectionTrait, DbErr};

use crate::session::SignedIn;
pub use rank::Words;

/// Everything that fits the words, by kind, the best fit first.
///
/// # Errors
/// The database does not answer.
pub async fn search<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    words: &Words,
    today: NaiveDate,
) -> Result<SearchView, DbErr> {
    let mut view = SearchView::default();
    if words.is_empty() {
        return Ok(view);
    }
    for kind in SearchKind::ALL {
        let mut hits = match kind {
            SearchKind::Duty => duties::duties(db, who, words, today).await?,
            SearchKind::Department => departments::departments(db, who, words).await?,
            SearchKind::Article => articles::articles(db, who, words).await?,
        };
        if hits.len() > HITS_MAX {
            view.more.push(kind);
        }
        hits.truncate(HITS_MAX);
        view.hits.extend(hits);
    }
    Ok(view)
}

/// The best fit first; equal ones stay in the order in which they came.
fn best_first(mut ranked: Vec<(u8, SearchHit)>) -> Vec<SearchHit> {
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, hit)| hit).collect()
}
