//! Which files may be attached. A kind is found in the bytes, never taken from the name.

use serde::{Deserialize, Serialize};

/// Largest picture, in bytes.
pub const PICTURE_MAX_BYTES: usize = 10 * 1024 * 1024;
/// Largest document, in bytes.
pub const DOCUMENT_MAX_BYTES: usize = 50 * 1024 * 1024;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AttachmentKind {
    /// JPEG.
    Jpeg,
    /// PNG, animated or not.
    Png,
    /// GIF.
    Gif,
    /// WebP.
    Webp,
    /// PDF.
    Pdf,
    /// OFD (GB/T 33190).
    Ofd,
    /// Word since 2007, without macros.
    Docx,
    /// Excel since 2007, without macros.
    Xlsx,
    /// Word before 2007, and WPS 文字.
    Doc,
    /// Excel before 2007, and WPS 表格.
    Xls,
}

impl AttachmentKind {
    /// All kinds, as messages list them.
    pub const ALL: [Self; 10] = [
        Self::Jpeg,
        Self::Png,
        Self::Gif,
        Self::Webp,
        Self::Pdf,
        Self::Ofd,
        Self::Docx,
        Self::Xlsx,
        Self::Doc,
        Self::Xls,
    ];

    /// The name as the database writes it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
            Self::Ofd => "ofd",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Doc => "doc",
            Self::Xls => "xls",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG 图片",
            Self::Png => "PNG 图片",
            Self::Gif => "GIF 图片",
            Self::Webp => "WebP 图片",
            Self::Pdf => "PDF 文件",
            Self::Ofd => "OFD 文件",
            Self::Docx => "Word 文档（docx）",
            Self::Xlsx => "Excel 表格（xlsx）",
            Self::Doc => "Word 文档（doc）",
            Self::Xls => "Excel 表格（xls）",
        }
    }

    /// How names of such files end, the usual ending first.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jfif"],
            Self::Png => &["png"],
            Self::Gif => &["gif"],
            Self::Webp => &["webp"],
            Self::Pdf => &["pdf"],
            Self::Ofd => &["ofd"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Doc => &["doc", "wps"],
            Self::Xls => &["xls", "et"],
        }
    }

    /// The media type under which it is sent.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Ofd => "application/ofd",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Doc => "application/msword",
            Self::Xls => "application/vnd.ms-excel",
        }
    }

    /// Whether it can be shown in the text.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Gif | Self::Webp)
    }

    /// Largest file of the kind, in bytes.
    #[must_use]
    pub const fn max_bytes(self) -> usize {
        if self.is_picture() {
            PICTURE_MAX_BYTES
        } else {
            DOCUMENT_MAX_BYTES
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The kind whose files end like this.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.extensions().contains(&extension))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_the_json_and_endings_lead_to_one_kind() {
        for kind in AttachmentKind::ALL {
            assert_eq!(serde_json::to_value(kind).ok(), Some(kind.key().into()));
            assert_eq!(AttachmentKind::from_key(kind.key()), Some(kind));
            for extension in kind.extensions() {
                assert_eq!(AttachmentKind::from_extension(extension), Some(kind));
            }
        }
        assert_eq!(AttachmentKind::from_extension("docm"), None);
        assert_eq!(AttachmentKind::from_extension("svg"), None);
    }
}
