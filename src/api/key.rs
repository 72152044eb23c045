//! The key by which a retry is known as one.

use js_sys::Math;

/// Made once per act; a retry of the same act repeats it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// A new key. It must differ, not be secret: `crypto.randomUUID` would need TLS, which an
    /// office network inside the county may not have.
    #[must_use]
    pub fn new() -> Self {
        let part = || format!("{:08x}", (Math::random() * f64::from(u32::MAX)) as u32);
        Self(format!("{}{}{}{}", part(), part(), part(), part()))
    }

    /// The key as the header carries it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for IdempotencyKey {
    fn default() -> Self {
        Self::new()
    }
}
