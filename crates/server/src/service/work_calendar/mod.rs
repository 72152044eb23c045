//! 工作日历: what is kept of a year, what a file says of it, what a change would move, and changing
//! it.

mod change;
mod check;
mod icalendar;
mod preview;
mod read;
mod view;

pub use change::change_year;
pub use preview::preview;
pub use read::read_file;
pub use view::year_view;
