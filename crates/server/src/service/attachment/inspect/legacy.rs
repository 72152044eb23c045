//! Word and Excel before 2007, and WPS, which writes the same format: a file system in a file.
//! Names stand in it as UTF-16.

use lanmu_domain::attachment::{AttachmentKind, AttachmentWarning};

use super::{Cleaned, find, unknown};

/// What every such file begins with.
pub(super) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Word or Excel.
pub(super) fn kind_of(bytes: &[u8]) -> Result<AttachmentKind, String> {
    let holds = |name: &str| holds(bytes, name);
    if holds("EncryptedPackage") {
        Err("文件设有打开密码，读者无法打开，请取消密码后重新上传。".to_owned())
    } else if holds("WordDocument") {
        Ok(AttachmentKind::Doc)
    } else if holds("Workbook") || holds("Book\0") {
        Ok(AttachmentKind::Xls)
    } else {
        Err(unknown())
    }
}

/// Lets a file without macros pass as it is.
pub(super) fn clean(bytes: Vec<u8>) -> Result<Cleaned, String> {
    if holds(&bytes, "_VBA_PROJECT") {
        return Err(super::office::MACROS.to_owned());
    }
    Ok(Cleaned {
        bytes,
        size: None,
        warnings: vec![AttachmentWarning::LegacyFormat],
    })
}

fn holds(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    find(bytes, &wide, 0).is_some()
}
