//! PDF: the author is blanked where it stands in the open, byte for byte, so that no offset moves.
//! What is packed, encrypted or signed is left alone and said.

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use lanmu_domain::attachment::AttachmentWarning;

use super::{Cleaned, find};

/// The names of properties that name people or their office.
const NAMES: [&[u8]; 3] = [b"/Author", b"/Company", b"/Manager"];
/// A packed group of objects has so many bytes at most, as far as it is looked at.
const GROUP_MAX: u64 = 4 * 1024 * 1024;

/// The file with the author blanked.
pub(super) fn clean(mut bytes: Vec<u8>) -> Cleaned {
    let mut warnings = Vec::new();
    let holds = |word: &[u8]| find(&bytes, word, 0).is_some();
    let encrypted = holds(b"/Encrypt");
    let signed = holds(b"/ByteRange");
    let packed = packed_author(&bytes);
    let mut spans = strings(&bytes);
    spans.extend(creators(&bytes));
    if encrypted {
        warnings.push(AttachmentWarning::PropertiesUnread);
    } else if signed {
        if packed || !spans.is_empty() {
            warnings.push(AttachmentWarning::SignedAuthorKept);
        }
    } else {
        for span in spans {
            bytes[span].fill(b' ');
        }
        if packed {
            warnings.push(AttachmentWarning::AuthorKept);
        }
    }
    Cleaned {
        bytes,
        size: None,
        warnings,
    }
}

type Span = std::ops::Range<usize>;

/// The insides of the strings after [`NAMES`] that are not empty.
fn strings(bytes: &[u8]) -> Vec<Span> {
    let mut spans = Vec::new();
    for name in NAMES {
        let mut from = 0;
        while let Some(at) = find(bytes, name, from) {
            from = at + name.len();
            if let Some(span) = string_at(bytes, from) {
                let blank = bytes[span.clone()].iter().all(u8::is_ascii_whitespace);
                if !blank {
                    spans.push(span);
                }
            }
        }
    }
    spans
}

fn string_at(bytes: &[u8], from: usize) -> Option<Span> {
    let skipped = bytes
        .get(from..)?
        .iter()
        .position(|byte| !byte.is_ascii_whitespace())?;
    let start = from + skipped + 1;
    match (bytes[start - 1], bytes.get(start)?) {
        (b'(', _) => literal_end(bytes, start).map(|end| start..end),
        (b'<', next) if *next != b'<' => find(bytes, b">", start).map(|end| start..end),
        _ => None,
    }
}

/// Where a string in parentheses ends, with others inside it.
fn literal_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut depth = 0_u32;
    let mut at = start;
    loop {
        match *bytes.get(at)? {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
}

/// The texts inside `dc:creator` of metadata that are not packed.
fn creators(bytes: &[u8]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut from = 0;
    while let Some(open) = find(bytes, b"<dc:creator>", from) {
        let Some(close) = find(bytes, b"</dc:creator>", open) else {
            break;
        };
        let mut at = open;
        while let Some(start) = find(bytes, b">", at).map(|end| end + 1) {
            if start >= close {
                break;
            }
            let end = find(bytes, b"<", start).unwrap_or(close);
            if !bytes[start..end].iter().all(u8::is_ascii_whitespace) {
                spans.push(start..end);
            }
            at = end;
        }
        from = close;
    }
    spans
}

/// Whether a packed group of objects names an author.
fn packed_author(bytes: &[u8]) -> bool {
    let mut from = 0;
    while let Some(group) = find(bytes, b"/ObjStm", from) {
        let Some(stream) = find(bytes, b"stream", group) else {
            return false;
        };
        from = stream + 6;
        let start = from
            + bytes[from..]
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .count();
        let mut unpacked = Vec::new();
        // A damaged end still shows what came before it.
        let _ = ZlibDecoder::new(&bytes[start..])
            .take(GROUP_MAX)
            .read_to_end(&mut unpacked);
        if !strings(&unpacked).is_empty() {
            return true;
        }
    }
    false
}
