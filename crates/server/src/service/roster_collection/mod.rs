//! 收集: the coordinator asks for the rosters by a deadline, departments hand in, the rest is reminded.

mod close;
mod find;
mod hand_in;
mod hand_ins;
mod list;
mod open;
mod remind;
mod statuses;
mod view;

pub use close::close;
pub use hand_in::hand_in;
pub use list::{list, newest_open};
pub use open::open;
pub use remind::remind;
pub use view::view;

pub(crate) use find::hand_in_of;
pub(crate) use hand_ins::hand_ins;
pub(crate) use statuses::{asked, sealed, statuses};
