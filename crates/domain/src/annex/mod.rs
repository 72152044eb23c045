//! The responsibility table (Annex 2) and the list of departments, as files, become a plan of a
//! site: columns, duties, owners, doubts. Nothing is dropped: what cannot be read is reported with
//! row and cell.

mod applied;
mod cell;
mod compare;
mod decode;
mod departments;
mod doubt;
mod kind;
mod lines;
mod options;
mod owners;
mod pairs;
mod plan;
mod problem;
mod read;
mod shipped;
mod table;

pub(crate) use applied::yearly_least;
pub use cell::{
    mode_of_cell, names_in_cell, owners_of_cell, rename_in_cell, rules_in_words, rules_of_cell,
};
pub use compare::{CellChange, LineChange, LineDifference, compare};
pub use decode::MAX_FILE_BYTES;
pub use departments::read_departments;
pub use doubt::{Doubt, DoubtKind};
pub use kind::kind_of_path;
pub use lines::{AnnexLine, LEVELS, read_document};
pub use options::ReadOptions;
pub use pairs::pairs;
pub use plan::{PlannedColumn, PlannedDepartment, PlannedDuty, SitePlan};
pub use problem::FileProblem;
pub use read::{plan_of, read_annex, read_annex_with, read_lines};
pub use shipped::shipped;
pub use table::MAX_ROWS;
