//! What a coordinator keeps: figures, closed columns, rules set down the tree, owners.
//!
//! Nothing is overwritten and nothing reaches back: a change is a row with a first day, today or
//! later, and a line in the ledger that says what was and what will be. A preview is the same
//! change in a transaction that is rolled back.

mod cancel_figure;
mod change_owners;
mod check;
mod close_column;
mod column_detail;
mod list_figures;
mod rehearse;
mod reopen_column;
mod reword;
mod set_address;
mod set_figure;
mod set_rules;

use chrono::NaiveDate;
use lanmu_domain::role::Actor;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use crate::db::{LedgerEntry, WriteTx};
use crate::entity::duty;
use crate::error::Problem;
use crate::service::freshness::{ColumnTree, DutyFilter, duties_on};
use crate::service::post_for;
use crate::session::SignedIn;

pub use cancel_figure::cancel_figure;
pub(crate) use change_owners::same;
pub use change_owners::{change_owners, hand_over};
pub(crate) use check::{Wrong, sentence};

pub use close_column::close_column;
pub use column_detail::column_detail;
pub use list_figures::list_figures;
pub use rehearse::rehearse;
pub use reopen_column::reopen_column;
pub use reword::{Wording, reword};
pub use set_address::set_address;
pub use set_figure::set_figure;
pub use set_rules::set_rules;

/// What was stored, and which duties it can move.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The id of the row.
    pub id: i64,
    /// First day of the change.
    pub day: NaiveDate,
    /// The duties that it can move.
    pub duties: DutyFilter,
}

/// Who changes something.
struct Keeper<'a> {
    write: &'a WriteTx,
    actor: &'a Actor,
    name: &'a str,
    today: NaiveDate,
}

impl<'a> Keeper<'a> {
    fn of(write: &'a WriteTx, who: &'a SignedIn) -> Self {
        Self {
            write,
            actor: &who.actor,
            name: &who.person.name,
            today: write.day(),
        }
    }

    /// A line about the site, to be filled in further.
    fn entry(&self, subject: &str, note: String) -> LedgerEntry {
        LedgerEntry {
            post: post_for(self.actor, None),
            subject: subject.to_owned(),
            note,
            ..Default::default()
        }
    }

    /// A line about a column.
    fn column_entry(&self, path: &[String], note: String) -> LedgerEntry {
        LedgerEntry {
            column_path: path.join(" / "),
            ..self.entry(path.last().map_or("", String::as_str), note)
        }
    }
}

/// The path of a column as it stands in sentences.
fn path_of(tree: &ColumnTree, column_id: i64) -> Result<Vec<String>, Problem> {
    let node = tree.node(column_id).ok_or_else(Problem::not_found)?;
    Ok(node.path.clone())
}

/// The duties on a column and below it on a day.
async fn duties_below(
    write: &WriteTx,
    tree: &ColumnTree,
    column_id: i64,
    day: NaiveDate,
) -> Result<DutyFilter, DbErr> {
    let rows = duty::Entity::find()
        .filter(duties_on(write.site_id(), day))
        .filter(duty::Column::ColumnId.is_in(tree.below(column_id)))
        .all(write.tx())
        .await?;
    Ok(DutyFilter::Duties(
        rows.into_iter().map(|row| row.id).collect(),
    ))
}
