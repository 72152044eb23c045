//! The hash of a revision.

use super::{Content, PublicAttribute, Source};
use crate::text::canonical::Canonical;

impl Content {
    /// The bytes that are hashed, version `lanmu-content-v1`, or `lanmu-content-v2` where the source
    /// has a time, which follows `source_url` as `source_at`, in UTC to the minute; the form is that of
    /// [`crate::text::canonical`]. Every field takes part, in this order: `title`,
    /// `document_number`, `column_id`, `source` (`original` or `reprint`), `source_name`,
    /// `source_url` (both absent for an original), `body`, `attribute` (its key or absent),
    /// `attribute_reason`, `legal_basis`.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        self.record().into_bytes()
    }

    /// The SM3 hash over [`Content::canonical`], 64 lower-case hexadecimal digits. It is what an
    /// approval names: content that differs in any field, however little, has another hash.
    #[must_use]
    pub fn revision_hash(&self) -> String {
        self.record().sm3()
    }

    fn record(&self) -> Canonical {
        let (source, source_name, source_url, source_at) = match &self.source {
            Source::Original => ("original", None, None, None),
            Source::Reprint { name, url, at } => {
                ("reprint", Some(name.as_str()), Some(url.as_str()), *at)
            }
        };
        // Without a time as it always was, so that what was approved stays approved.
        let version = match source_at {
            None => "lanmu-content-v1",
            Some(_) => "lanmu-content-v2",
        };
        let record = Canonical::new(version)
            .text("title", &self.title)
            .text("document_number", &self.document_number)
            .number("column_id", self.column_id)
            .text("source", source)
            .optional("source_name", source_name)
            .optional("source_url", source_url);
        let record = match source_at {
            None => record,
            Some(at) => {
                let minute = at.to_utc().format("%Y-%m-%dT%H:%MZ").to_string();
                record.text("source_at", &minute)
            }
        };
        record
            .text("body", &self.body)
            .optional("attribute", self.attribute.map(PublicAttribute::key))
            .text("attribute_reason", &self.attribute_reason)
            .text("legal_basis", &self.legal_basis)
    }
}
