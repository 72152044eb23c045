//! 工作机构表 (Annex 1 of the county's notice): who leads and who does the work in a department, and how
//! they are reached.
//!
//! Telephone numbers are shown to those who need them and masked for everybody else (adr/0021).

mod collection;
mod document;
mod entry;
mod form;
mod handover;
mod phone;

pub use collection::{COLLECTION_TITLE_MAX_CHARS, HandInStatus, may_remind};
pub use document::{DOCUMENT_TITLE_MAX_CHARS, DocumentKind};
pub use entry::{CleanEntry, EntryDraft, check_entry, in_force};
pub use form::{Listed, RosterRole, form_title, lacking};
pub use handover::{Waiting, left_out};
pub use phone::{
    PhoneProblem, clean_mobile, clean_office_phone, masked_mobile, masked_office_phone,
};
