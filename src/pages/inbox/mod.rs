//! 审核箱: what waits for one's review, and the card on which it is decided.

mod bulk;
mod card;
mod changes;
mod comparison;
mod decision;
mod head;
mod list;
mod movement;
mod onward;
mod overtaken;
mod return_dialog;
mod row;
mod selection;
mod settled;
mod side;
mod signature_pad;
mod text;
mod typed;

pub use card::ReviewCard;
pub use list::Inbox;
