//! JPEG: the segments that make the picture stay, the others go, and so does what follows its end
//! (a second picture, a film).

use super::{Picture, exif, u16_be};

const EXIF: &[u8] = b"Exif\0\0";
const JFIF: &[u8] = b"JFIF\0";
const START: [u8; 2] = [0xFF, 0xD8];
/// JFIF without the small picture that it may carry: length, name, version, density, no picture.
const JFIF_BYTES: usize = 16;

/// The picture without metadata; `None` where it is damaged.
pub(super) fn clean(bytes: &[u8]) -> Option<Picture> {
    let mut kept = START.to_vec();
    let mut head_ends = kept.len();
    let mut size = None;
    let mut turn = None;
    let mut at = START.len();
    loop {
        (*bytes.get(at)? == 0xFF).then_some(())?;
        while *bytes.get(at + 1)? == 0xFF {
            at += 1;
        }
        let marker = bytes[at + 1];
        if marker == 0xD9 {
            kept.extend([0xFF, 0xD9]);
            break;
        }
        if matches!(marker, 0x01 | 0xD0..=0xD7) {
            kept.extend([0xFF, marker]);
            at += 2;
            continue;
        }
        let length = usize::from(u16_be(bytes, at + 2)?);
        let data = bytes.get(at + 4..at + 2 + length)?;
        let whole = &bytes[at..at + 2 + length];
        match marker {
            0xE0 if data.starts_with(JFIF) => {
                kept.extend(jfif(data)?);
                head_ends = kept.len();
            }
            0xE1 if data.starts_with(EXIF) => {
                turn = turn.or_else(|| exif::orientation(&data[EXIF.len()..]));
            }
            0xE2 if data.starts_with(b"ICC_PROFILE\0") => kept.extend(whole),
            0xEE if data.starts_with(b"Adobe") => kept.extend(whole),
            0xE0..=0xEF | 0xFE => {}
            _ => {
                if is_frame(marker) {
                    let height = u16_be(data, 1)?;
                    let width = u16_be(data, 3)?;
                    size = Some((u32::from(width), u32::from(height)));
                }
                kept.extend(whole);
            }
        }
        at += 2 + length;
        if marker == 0xDA {
            let end = scan_end(bytes, at)?;
            kept.extend(&bytes[at..end]);
            at = end;
        }
    }
    if let Some(turn) = turn {
        kept.splice(head_ends..head_ends, turned(turn));
    }
    Some((kept, size?))
}

const fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

fn jfif(data: &[u8]) -> Option<Vec<u8>> {
    let mut segment = vec![0xFF, 0xE0, 0x00, 0x10];
    segment.extend(data.get(..JFIF_BYTES - 4)?);
    segment.extend([0, 0]);
    Some(segment)
}

fn turned(turn: u16) -> Vec<u8> {
    let tiff = exif::only_orientation(turn);
    let length = u16::try_from(2 + EXIF.len() + tiff.len()).unwrap_or_default();
    let mut segment = vec![0xFF, 0xE1];
    segment.extend(length.to_be_bytes());
    segment.extend(EXIF);
    segment.extend(tiff);
    segment
}

/// Where the coded picture ends: at the next marker that is neither a stuffed byte nor a restart.
fn scan_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        match *bytes.get(at + 1)? {
            0x00 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Some(at),
        }
    }
}
