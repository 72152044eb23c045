//! A finding, and the key under which people remember it.

use serde::{Deserialize, Serialize};

use super::{Field, FindingKind, Severity, mask};
use crate::text::canonical::Canonical;

/// Something that should not stand in public as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Where it stands.
    pub field: Field,
    /// The first character, counted over the field's plain text
    /// ([`crate::article::plain_text`] for the body).
    pub start: u32,
    /// The character after the last.
    pub end: u32,
    /// What was found: the words; the address of a link; the names of a list.
    pub text: String,
    /// The right form, if the site's list knows one.
    pub right: Option<String>,
    /// Why the term is in the site's list; empty where nothing is said.
    pub note: String,
}

impl Finding {
    /// How grave it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// What to do about it, in Chinese.
    #[must_use]
    pub fn advice(&self) -> String {
        match &self.right {
            Some(right) => format!("请改为“{right}”，或说明理由。"),
            None => self.kind.advice().to_owned(),
        }
    }

    /// The same for the same kind and words in the same field, whatever is changed elsewhere. The
    /// words enter as a hash: the key may be stored and logged without telling them.
    #[must_use]
    pub fn key(&self) -> String {
        let hash = Canonical::new("lanmu-finding-v1")
            .text("text", &self.text)
            .sm3();
        let short: String = hash.chars().take(24).collect();
        format!("{}:{}:{short}", self.field.key(), self.kind.key())
    }

    /// The words as the ledger and other people's pages may repeat them: numbers masked.
    #[must_use]
    pub fn shown(&self) -> String {
        let masked = mask::masked_text(self.kind, &self.text);
        let text = masked.as_deref().unwrap_or(&self.text);
        let mut shown: String = text.chars().take(40).collect();
        if shown.chars().count() < text.chars().count() {
            shown.push('…');
        }
        shown
    }
}
