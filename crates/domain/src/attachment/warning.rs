//! What could not be taken out of a file, or what somebody should look at before it goes public.

use serde::{Deserialize, Serialize};

/// Something that the reader of a file would learn besides its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AttachmentWarning {
    /// The author stands in a part of the file that cannot be changed without breaking it.
    AuthorKept,
    /// A format from before 2007, whose properties are kept as they are.
    LegacyFormat,
    /// The file is signed; to take the author out would break the signature.
    SignedAuthorKept,
    /// The properties could not be read: the file is encrypted or damaged there.
    PropertiesUnread,
    /// Comments with the names of their authors.
    Comments,
    /// Tracked changes with the names of their authors.
    TrackedChanges,
}

impl AttachmentWarning {
    /// All warnings, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::AuthorKept,
        Self::LegacyFormat,
        Self::SignedAuthorKept,
        Self::PropertiesUnread,
        Self::Comments,
        Self::TrackedChanges,
    ];

    /// The words in the interface.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::AuthorKept => {
                "文件属性中留有作者信息，无法自动去除，请在原文件中清除后重新上传。"
            }
            Self::LegacyFormat => {
                "旧版格式的作者信息无法自动去除，请核对，或另存为 docx、xlsx 后重新上传。"
            }
            Self::SignedAuthorKept => "文件已签名，属性中的作者信息予以保留，请核对是否可以公开。",
            Self::PropertiesUnread => "文件属性无法读取，请核对其中是否留有作者信息。",
            Self::Comments => "文件中有批注，公开前请删除。",
            Self::TrackedChanges => "文件中有修订痕迹，公开前请接受或拒绝全部修订。",
        }
    }
}
