//! 审核箱: what waits for one's review, and the card on which it is decided.

mod card;
mod decision;
mod list;
mod return_dialog;

pub use card::ReviewCard;
pub use list::Inbox;
