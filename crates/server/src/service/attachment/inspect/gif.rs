//! GIF: pictures, their timing and how often they repeat stay; comments and all other extensions
//! go, and so does what follows the end.

use super::{Picture, u16_le};

const HEADER: usize = 13;
/// What makes an animation repeat.
const REPEATS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

/// The picture without metadata; `None` where it is damaged.
pub(super) fn clean(bytes: &[u8]) -> Option<Picture> {
    let size = (u32::from(u16_le(bytes, 6)?), u32::from(u16_le(bytes, 8)?));
    let mut at = HEADER + palette(*bytes.get(10)?);
    let mut kept = bytes.get(..at)?.to_vec();
    loop {
        match *bytes.get(at)? {
            0x3B => {
                kept.push(0x3B);
                return Some((kept, size));
            }
            0x2C => {
                let flags = *bytes.get(at + 9)?;
                // The palette of its own is followed by the code size.
                let end = blocks_end(bytes, at + 10 + palette(flags) + 1)?;
                kept.extend(&bytes[at..end]);
                at = end;
            }
            0x21 => {
                let end = blocks_end(bytes, at + 2)?;
                let stays = match *bytes.get(at + 1)? {
                    0xF9 => true,
                    0xFF => REPEATS.contains(&bytes.get(at + 3..at + 14)?),
                    _ => false,
                };
                if stays {
                    kept.extend(&bytes[at..end]);
                }
                at = end;
            }
            _ => return None,
        }
    }
}

const fn palette(flags: u8) -> usize {
    if flags & 0x80 == 0 {
        0
    } else {
        3 << ((flags & 0x07) + 1)
    }
}

/// Where a row of blocks ends, each with its length before it.
fn blocks_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
