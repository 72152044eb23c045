//! The one thing in EXIF that is kept: which way up a picture is.

use super::{u16_be, u16_le, u32_be, u32_le};

const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;

/// The orientation in a TIFF block, if it says one that turns the picture.
pub(super) fn orientation(tiff: &[u8]) -> Option<u16> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at| {
        if little {
            u16_le(tiff, at)
        } else {
            u16_be(tiff, at)
        }
    };
    let long = |at| {
        if little {
            u32_le(tiff, at)
        } else {
            u32_be(tiff, at)
        }
    };
    let directory = usize::try_from(long(4)?).ok()?;
    let entries = usize::from(short(directory)?);
    (0..entries)
        .map(|index| directory.checked_add(2 + index * 12))
        .find_map(|at| {
            let at = at?;
            (short(at)? == ORIENTATION && short(at + 2)? == SHORT).then(|| short(at + 8))?
        })
        .filter(|turn| (2..=8).contains(turn))
}

/// A TIFF block that says an orientation and nothing else.
pub(super) fn only_orientation(turn: u16) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x01\0".to_vec();
    tiff.extend(ORIENTATION.to_le_bytes());
    tiff.extend(SHORT.to_le_bytes());
    tiff.extend(1_u32.to_le_bytes());
    tiff.extend(turn.to_le_bytes());
    // Fills the value up to four bytes, then: no further directory.
    tiff.extend([0; 6]);
    tiff
}
