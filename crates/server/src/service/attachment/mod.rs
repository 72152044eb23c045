//! Attachments of items: stored once by the hash of their cleaned bytes (adr/0010).

mod find;
mod forget;
mod inspect;
mod look;
mod store;
mod uses;

pub use find::find_attachment;
pub use forget::forget_unused;
pub use inspect::{Inspected, inspect};
pub use look::looked_through;
pub(crate) use store::keep_bytes;
pub use store::store;
pub(crate) use uses::{note_uses, unusable};
