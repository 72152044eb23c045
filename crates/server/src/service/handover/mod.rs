//! 工作交接: what somebody holds goes to a successor in one act (adr/0022).

mod delegations;
mod find;
mod hand_over;
mod items;
mod rosters;
mod view;

pub use hand_over::hand_over;
pub use view::view;
