//! The address of an attachment: it names the bytes by their hash and carries the name of the file.

/// What every address of an attachment begins with.
pub const ADDRESS_PREFIX: &str = "/api/v1/attachments/";

/// Longest name in an address, in bytes as they are written there.
const NAME_MAX_BYTES: usize = 1_500;

/// The address of an attachment, without a host.
#[must_use]
pub fn address(hash: &str, name: &str) -> String {
    let mut address = format!("{ADDRESS_PREFIX}{hash}/");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

/// The hash and the name in an address; `None` for every address that is not exactly as
/// [`address`] writes it, so that a body has one way to name a file.
#[must_use]
pub fn parse_address(text: &str) -> Option<(String, String)> {
    let (hash, name) = text.strip_prefix(ADDRESS_PREFIX)?.split_once('/')?;
    let is_hash = hash.len() == 64
        && hash
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !is_hash || name.is_empty() || name.len() > NAME_MAX_BYTES {
        return None;
    }
    let name = decode(name)?;
    (address(hash, &name) == text).then(|| (hash.to_owned(), name))
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_back_to_hash_and_name() {
        let hash = "0f".repeat(32);
        let text = address(&hash, "附件 1（终稿）.pdf");
        assert!(text.is_ascii() && !text.contains(' '));
        assert_eq!(
            parse_address(&text),
            Some((hash.clone(), "附件 1（终稿）.pdf".to_owned()))
        );
        for wrong in [
            "https://www.example.gov.cn/a.png".to_owned(),
            format!("{ADDRESS_PREFIX}{hash}/"),
            format!("{ADDRESS_PREFIX}{hash}/a/b"),
            format!("{ADDRESS_PREFIX}{hash}/a?b"),
            format!("{ADDRESS_PREFIX}{hash}/%2"),
            format!("{ADDRESS_PREFIX}{hash}/附.pdf"),
            format!("{ADDRESS_PREFIX}{}/a", "0F".repeat(32)),
            format!("https://x.cn{ADDRESS_PREFIX}{hash}/a"),
        ] {
            assert_eq!(parse_address(&wrong), None, "{wrong}");
        }
    }
}
