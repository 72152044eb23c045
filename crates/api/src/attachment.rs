//! Attachments of items.

use lanmu_domain::attachment::{AttachmentKind, AttachmentWarning};
use serde::{Deserialize, Serialize};

/// The answer to `POST /attachments?name=`, whose body is the file: as it was stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AttachmentView {
    /// Where it is, without a host; the body of an item names it like this.
    pub address: String,
    /// The name of the file.
    pub name: String,
    /// What it is.
    pub kind: AttachmentKind,
    /// Its size as it is stored, in bytes.
    pub bytes: u64,
    /// Width and height of a picture, in pixels.
    pub size: Option<(u32, u32)>,
    /// Whether something was taken out: place, author, comments.
    pub cleaned: bool,
    /// What could not be taken out.
    pub warnings: Vec<AttachmentWarning>,
}
