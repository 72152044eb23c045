//! What a file is, found in its bytes, and the file as it may be stored: without the places and
//! people that its metadata name, and refused where it could do harm.
//!
//! Nothing is decoded: pictures lose their metadata segment by segment, so that not a pixel
//! changes.

mod exif;
mod gif;
mod jpeg;
mod legacy;
mod office;
mod pdf;
mod png;
mod webp;
mod xml;

use lanmu_domain::attachment::{
    AttachmentKind, AttachmentWarning, PICTURE_MAX_PIXELS, PICTURE_MAX_SIDE, extension,
};

/// A file as it may be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// What it is.
    pub kind: AttachmentKind,
    /// Its bytes, cleaned.
    pub bytes: Vec<u8>,
    /// Width and height of a picture, in pixels.
    pub size: Option<(u32, u32)>,
    /// What could not be taken out.
    pub warnings: Vec<AttachmentWarning>,
}

/// A file of a kind after its metadata were taken out.
struct Cleaned {
    bytes: Vec<u8>,
    size: Option<(u32, u32)>,
    warnings: Vec<AttachmentWarning>,
}

/// A picture without metadata, with its width and height.
type Picture = (Vec<u8>, (u32, u32));

const DAMAGED: &str = "文件已损坏，或不是完整的文件，请重新导出后上传。";

/// Looks at a file and cleans it.
///
/// # Errors
/// One sentence for the person: not a kind that may be attached, not what its name says, too
/// large, damaged, with macros, or made to overwhelm whoever opens it.
pub fn inspect(name: &str, bytes: Vec<u8>) -> Result<Inspected, String> {
    if bytes.is_empty() {
        return Err("文件是空的，请重新选择。".to_owned());
    }
    let kind = kind_of(&bytes)?;
    agrees(name, kind)?;
    if bytes.len() > kind.max_bytes() {
        let limit = kind.max_bytes() / 1024 / 1024;
        return Err(format!(
            "{}不能超过 {limit} MB，请压缩后重新上传。",
            kind.label()
        ));
    }
    let cleaned = match kind {
        AttachmentKind::Jpeg => picture(jpeg::clean(&bytes)),
        AttachmentKind::Png => picture(png::clean(&bytes)),
        AttachmentKind::Gif => picture(gif::clean(&bytes)),
        AttachmentKind::Webp => picture(webp::clean(&bytes)),
        AttachmentKind::Pdf => Ok(pdf::clean(bytes)),
        AttachmentKind::Docx | AttachmentKind::Xlsx | AttachmentKind::Ofd => {
            office::clean(kind, bytes)
        }
        AttachmentKind::Doc | AttachmentKind::Xls => legacy::clean(bytes),
    }?;
    Ok(Inspected {
        kind,
        bytes: cleaned.bytes,
        size: cleaned.size,
        warnings: cleaned.warnings,
    })
}

fn picture(cleaned: Option<Picture>) -> Result<Cleaned, String> {
    let (bytes, (width, height)) = cleaned.ok_or(DAMAGED)?;
    if width == 0 || height == 0 {
        return Err(DAMAGED.to_owned());
    }
    let pixels = u64::from(width) * u64::from(height);
    if width.max(height) > PICTURE_MAX_SIDE || pixels > PICTURE_MAX_PIXELS {
        return Err(format!(
            "图片尺寸为 {width}×{height} 像素，超过上限（边长 {PICTURE_MAX_SIDE}，总计 {} 万像素），请缩小后上传。",
            PICTURE_MAX_PIXELS / 10_000
        ));
    }
    Ok(Cleaned {
        bytes,
        size: Some((width, height)),
        warnings: Vec::new(),
    })
}

fn kind_of(bytes: &[u8]) -> Result<AttachmentKind, String> {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    if begins(b"\xFF\xD8\xFF") {
        Ok(AttachmentKind::Jpeg)
    } else if begins(png::SIGNATURE) {
        Ok(AttachmentKind::Png)
    } else if begins(b"GIF87a") || begins(b"GIF89a") {
        Ok(AttachmentKind::Gif)
    } else if begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Ok(AttachmentKind::Webp)
    } else if begins(b"%PDF-") {
        Ok(AttachmentKind::Pdf)
    } else if begins(b"PK\x03\x04") {
        office::kind_of(bytes)
    } else if begins(legacy::SIGNATURE) {
        legacy::kind_of(bytes)
    } else {
        Err(unknown())
    }
}

/// The kind in the bytes must be one that the name promises.
fn agrees(name: &str, kind: AttachmentKind) -> Result<(), String> {
    let ending = extension(name);
    if kind.extensions().contains(&ending.as_str()) {
        return Ok(());
    }
    let usual = kind.extensions().first().copied().unwrap_or_default();
    Err(format!(
        "文件“{name}”的内容是{}，与文件名不符。请核对是否选错文件；如内容无误，请将扩展名改为 {usual} 后重新上传。",
        kind.label()
    ))
}

fn unknown() -> String {
    "不支持这种文件。可以上传 JPEG、PNG、GIF、WebP 图片和 PDF、OFD、Word、Excel（含 WPS）文件。"
        .to_owned()
}

/// Where a sequence of bytes begins, from a place on.
fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let first = *wanted.first()?;
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        at += rest.iter().position(|b| *b == first)?;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

/// Two bytes, the larger first.
fn u16_be(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// Four bytes, the largest first.
fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// Two bytes, the smaller first.
fn u16_le(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// Four bytes, the smallest first.
fn u32_le(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests;
