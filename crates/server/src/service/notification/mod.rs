//! 消息: what a person was told; each person reads and marks the own ones only.

mod list;
mod mark;

pub use list::{rows, told};
pub use mark::{mark_read, unread};
