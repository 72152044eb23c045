//! 紧急发布 of the whole site: the list, its share of all releases, what waits to be reviewed.

mod rows;
mod select;
mod share;
mod table;
mod waiting;

pub use rows::rows;
pub use select::{EmergencyFilter, matching};
pub use share::share;
pub use table::table;
pub use waiting::{Waiting, waiting};
