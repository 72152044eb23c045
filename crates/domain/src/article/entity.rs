//! Entities such as `&nbsp;`: those that editors and office programs write.

/// Appends text between tags with its entities decoded.
pub(super) fn push_decoded(text: &mut String, raw: &str) {
    let mut rest = raw;
    while let Some((character, length)) = first_character(rest) {
        text.push(character);
        rest = &rest[length..];
    }
}

/// The first character of some text between tags, an entity decoded, and how long it is written.
pub(super) fn first_character(raw: &str) -> Option<(char, usize)> {
    let first = raw.chars().next()?;
    // The longest name known is 6 letters, the longest number 8 digits with its marks.
    let end = (first == '&')
        .then(|| raw.bytes().take(12).position(|b| b == b';'))
        .flatten();
    let read = end.and_then(|end| decode(&raw[1..end]).map(|character| (character, end + 1)));
    Some(read.unwrap_or((first, first.len_utf8())))
}

fn decode(entity: &str) -> Option<char> {
    if let Some(number) = entity.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some(
            char::from_u32(code)
                .filter(|c| *c != '\0')
                .unwrap_or('\u{FFFD}'),
        );
    }
    Some(match entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "ensp" => '\u{2002}',
        "emsp" => '\u{2003}',
        "thinsp" => '\u{2009}',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "hellip" => '…',
        "mdash" => '—',
        "ndash" => '–',
        "middot" => '·',
        "times" => '×',
        "shy" => '\u{AD}',
        _ => return None,
    })
}
