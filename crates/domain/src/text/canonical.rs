//! Canonical bytes and their SM3 hash.
//!
//! A record is a header line that names kind and version, then one line per field in a fixed
//! order: `name=LENGTH:VALUE\n`, LENGTH being the number of bytes of VALUE in UTF-8, or
//! `name=-\n` for a value that is absent. Since the length comes before the value, no value can
//! pretend to be the beginning of another field: two different records never give the same bytes.
//! The form needs no library, so that an auditor can rebuild a hash with any SM3 tool.

use sm3::{Digest, Sm3};

/// A record being written.
#[derive(Clone, Debug)]
pub struct Canonical(Vec<u8>);

impl Canonical {
    /// Begins a record; `header` names kind and version, e.g. `lanmu-content-v1`. A change of the
    /// fields needs a new version.
    #[must_use]
    pub fn new(header: &'static str) -> Self {
        let mut bytes = Vec::with_capacity(512);
        bytes.extend_from_slice(header.as_bytes());
        bytes.push(b'\n');
        Self(bytes)
    }

    /// Appends a text.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: &str) -> Self {
        self.0
            .extend_from_slice(format!("{name}={}:", value.len()).as_bytes());
        self.0.extend_from_slice(value.as_bytes());
        self.0.push(b'\n');
        self
    }

    /// Appends a text that may be absent. An empty text is not an absent one.
    #[must_use]
    pub fn optional(mut self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => {
                self.0.extend_from_slice(format!("{name}=-\n").as_bytes());
                self
            }
        }
    }

    /// Appends a number in decimal.
    #[must_use]
    pub fn number(self, name: &'static str, value: i64) -> Self {
        self.text(name, &value.to_string())
    }

    /// Appends a number that may be absent.
    #[must_use]
    pub fn optional_number(self, name: &'static str, value: Option<i64>) -> Self {
        self.optional(name, value.map(|n| n.to_string()).as_deref())
    }

    /// The bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// The SM3 hash of the bytes: 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn sm3(self) -> String {
        sm3_hex(&self.0)
    }
}

/// SM3 (GB/T 32905-2016) as 64 lower-case hexadecimal digits.
#[must_use]
pub fn sm3_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let hash = Sm3::digest(bytes);
    let mut text = String::with_capacity(64);
    for byte in &hash[..] {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sm3_gives_the_value_of_the_standards_first_example() {
        assert_eq!(
            sm3_hex(b"abc"),
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
        );
    }

    #[test]
    fn the_form_is_the_documented_one() {
        let bytes = Canonical::new("test-v1")
            .text("a", "盐=1:\n")
            .optional("b", None)
            .optional("c", Some(""))
            .number("d", -7)
            .optional_number("e", None)
            .into_bytes();
        assert_eq!(
            bytes,
            "test-v1\na=7:盐=1:\n\nb=-\nc=0:\nd=2:-7\ne=-\n".as_bytes()
        );
    }
}
