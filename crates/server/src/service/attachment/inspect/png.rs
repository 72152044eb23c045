//! PNG: the chunks that make the picture stay, the others (texts, EXIF, times) go, and so does
//! what follows its end.

use super::{Picture, u32_be};

/// What every PNG begins with.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Size, palette, colours, pixels, animation.
const KEPT: [&[u8]; 16] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
    b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The picture without metadata; `None` where it is damaged.
pub(super) fn clean(bytes: &[u8]) -> Option<Picture> {
    let mut kept = SIGNATURE.to_vec();
    let mut size = None;
    let mut at = SIGNATURE.len();
    loop {
        let length = usize::try_from(u32_be(bytes, at)?).ok()?;
        let kind = bytes.get(at + 4..at + 8)?;
        let end = at.checked_add(12)?.checked_add(length)?;
        let whole = bytes.get(at..end)?;
        if size.is_none() {
            (kind == b"IHDR").then_some(())?;
            size = Some((u32_be(bytes, at + 8)?, u32_be(bytes, at + 12)?));
        }
        if KEPT.contains(&kind) {
            kept.extend(whole);
        }
        if kind == b"IEND" {
            return Some((kept, size?));
        }
        at = end;
    }
}
