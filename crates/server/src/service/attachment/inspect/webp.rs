//! WebP: the chunks that make the picture stay, EXIF, XMP and unknown ones go.

use super::{Picture, u16_le, u32_le};

const KEPT: [&[u8]; 7] = [
    b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP",
];
/// The bits of VP8X that announce EXIF and XMP.
const METADATA: u8 = 0x08 | 0x04;

/// The picture without metadata; `None` where it is damaged.
pub(super) fn clean(bytes: &[u8]) -> Option<Picture> {
    let end = usize::try_from(u32_le(bytes, 4)?).ok()?.checked_add(8)?;
    let bytes = bytes.get(..end)?;
    let mut kept = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut size = None;
    let mut at = 12;
    while at < bytes.len() {
        let kind = bytes.get(at..at + 4)?;
        let length = usize::try_from(u32_le(bytes, at + 4)?).ok()?;
        let data = bytes.get(at + 8..at.checked_add(8)?.checked_add(length)?)?;
        if size.is_none() {
            size = Some(size_in(kind, data)?);
        }
        if KEPT.contains(&kind) {
            let start = kept.len();
            kept.extend(bytes.get(at..at + 8 + length)?);
            if length % 2 == 1 {
                kept.push(0);
            }
            if kind == b"VP8X" {
                kept[start + 8] &= !METADATA;
            }
        }
        at += 8 + length + length % 2;
    }
    let length = u32::try_from(kept.len() - 8).ok()?;
    kept[4..8].copy_from_slice(&length.to_le_bytes());
    Some((kept, size?))
}

/// The first chunk says how large the picture is.
fn size_in(kind: &[u8], data: &[u8]) -> Option<(u32, u32)> {
    match kind {
        b"VP8X" => {
            let side = |at: usize| {
                let bytes = data.get(at..at + 3)?;
                Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]) + 1)
            };
            Some((side(4)?, side(7)?))
        }
        b"VP8 " => {
            (data.get(3..6)? == b"\x9d\x01\x2a").then_some(())?;
            let side = |at| Some(u32::from(u16_le(data, at)? & 0x3FFF));
            Some((side(6)?, side(8)?))
        }
        b"VP8L" => {
            (*data.first()? == 0x2F).then_some(())?;
            let bits = u32_le(data, 1)?;
            Some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
        }
        _ => None,
    }
}
