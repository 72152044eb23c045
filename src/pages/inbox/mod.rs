//! 审核箱: what waits for one's review, and the card on which it is decided.

mod card;
mod decision;
mod head;
mod list;
mod onward;
mod overtaken;
mod return_dialog;
mod text;
mod typed;

pub use card::ReviewCard;
pub use list::Inbox;
