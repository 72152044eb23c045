//! Attachments: which files may be, how large, under which address.

mod address;
mod kind;
mod name;
mod warning;

pub use address::{ADDRESS_PREFIX, address, parse_address};
pub use kind::{AttachmentKind, DOCUMENT_MAX_BYTES, PICTURE_MAX_BYTES};
pub use name::{NAME_MAX_CHARS, clean_name, extension};
pub use warning::AttachmentWarning;

/// Longest side of a picture, in pixels: no column shows more, and decoding costs memory.
pub const PICTURE_MAX_SIDE: u32 = 12_000;
/// Largest picture, in pixels; decoded it takes four bytes each.
pub const PICTURE_MAX_PIXELS: u64 = 50_000_000;
/// Longest alternative text, in characters.
pub const ALT_MAX_CHARS: usize = 200;
