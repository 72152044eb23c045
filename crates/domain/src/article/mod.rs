//! What an item says: its fields, its public attribute and the hash that an approval names.

mod attribute;
mod check;
mod content;
mod entity;
mod hash;
mod legal_basis;
pub(crate) mod markup;
mod passage;
mod plain_text;
mod reference;

pub use attribute::PublicAttribute;
pub use check::{
    BODY_MAX_BYTES, DOCUMENT_NUMBER_MAX_CHARS, LEGAL_BASIS_MAX_CHARS, REASON_MAX_CHARS,
    SOURCE_NAME_MAX_CHARS, TITLE_MAX_CHARS,
};
pub use content::{Content, Source};
pub use legal_basis::LegalBasis;
pub use passage::{PASSAGE_MAX_CHARS, Passage, PassageProblem, body_text, with_marks};
pub use plain_text::{Letter, Link, MappedText, mapped_text, plain_text};
pub use reference::{Reference, file_html, picture_html, references, with_picture};
