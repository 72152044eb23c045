//! What a department files besides the form.

use serde::{Deserialize, Serialize};

use crate::attachment::AttachmentKind;

/// Characters of the title of a document at most.
pub const DOCUMENT_TITLE_MAX_CHARS: usize = 80;

/// Which document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DocumentKind {
    /// 三审制度: the department's own rules for the three reviews.
    ReviewRules,
    /// 值班表: who is on duty.
    DutyList,
    /// 盖章扫描件: the form with its seal, as a scan; belongs to a hand-in.
    SealedForm,
}

impl DocumentKind {
    /// Those that a department uploads by themselves.
    pub const OWN: [Self; 2] = [Self::ReviewRules, Self::DutyList];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::ReviewRules => "三审制度",
            Self::DutyList => "值班表",
            Self::SealedForm => "盖章扫描件",
        }
    }

    /// The name as the database writes it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ReviewRules => "review_rules",
            Self::DutyList => "duty_list",
            Self::SealedForm => "sealed_form",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::ReviewRules, Self::DutyList, Self::SealedForm]
            .into_iter()
            .find(|kind| kind.key() == key)
    }

    /// Whether it holds telephone numbers, so that looks of others at it are recorded. Nobody reads
    /// what stands in a file: 三审制度 are rules, the other two list people.
    #[must_use]
    pub const fn has_numbers(self) -> bool {
        match self {
            Self::ReviewRules => false,
            Self::DutyList | Self::SealedForm => true,
        }
    }

    /// Whether a file of this kind is taken: a scan is a picture or a PDF.
    #[must_use]
    pub const fn takes(self, file: AttachmentKind) -> bool {
        match self {
            Self::ReviewRules | Self::DutyList => true,
            Self::SealedForm => matches!(
                file,
                AttachmentKind::Pdf | AttachmentKind::Jpeg | AttachmentKind::Png
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_back_and_scans_are_scans() {
        for kind in [
            DocumentKind::ReviewRules,
            DocumentKind::DutyList,
            DocumentKind::SealedForm,
        ] {
            assert_eq!(DocumentKind::from_key(kind.key()), Some(kind));
            assert_eq!(serde_json::to_value(kind).ok(), Some(kind.key().into()));
        }
        assert!(DocumentKind::SealedForm.takes(AttachmentKind::Pdf));
        assert!(!DocumentKind::SealedForm.takes(AttachmentKind::Docx));
        assert!(DocumentKind::ReviewRules.takes(AttachmentKind::Docx));
    }
}
