//! New versions of the matrix: drafts, their preview, the decision, the day on which they come into
//! force, and what earlier versions were (adr/0019).

mod activate;
mod apply;
mod cancel;
mod check;
mod decide;
mod draft;
mod list;
mod names;
mod overlaps;
mod planned;
mod presence;
mod preview;
mod propose;
mod rehearse;
mod requirement;
mod table;

pub use activate::{activate, activate_on_a_new_day};
pub use cancel::cancel;
pub use decide::{decide, ready};
pub use draft::{create, discard, save, view};
pub use list::{compare, detail, groups, list};
pub use planned::refuse_planned_column;
pub use presence::present;
pub use preview::preview;
pub use propose::propose;
pub use requirement::read;
pub use table::lines_of;
