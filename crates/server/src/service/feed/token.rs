//! The secret part of a feed's address.

use lanmu_domain::text::canonical::Canonical;

/// Digits of a token: 256 bits.
const DIGITS: usize = 64;

/// A token; it is shown once and kept nowhere.
pub struct Token(String);

impl Token {
    /// A new one.
    #[must_use]
    pub fn random() -> Self {
        let words: [u64; 4] = rand::random();
        Self(words.iter().map(|word| format!("{word:016x}")).collect())
    }

    /// The token in an address; `None` for what cannot be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let hexadecimal = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
        (text.len() == DIGITS && text.bytes().all(hexadecimal)).then(|| Self(text.to_owned()))
    }

    /// The path of the feed.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/feeds/{}.ics", self.0)
    }

    /// What is stored of it.
    #[must_use]
    pub fn hash(&self) -> String {
        Canonical::new("lanmu-feed-v1").text("token", &self.0).sm3()
    }
}
