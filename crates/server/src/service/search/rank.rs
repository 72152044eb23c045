//! How well a name fits what was typed.

use crate::service::initials::initials;

/// What was typed: words, all of which must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of a text, in lower case.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.split_whitespace().map(str::to_lowercase).collect())
    }

    /// Whether nothing was typed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words one by one.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether they may be initials: Latin letters and digits only.
    pub(super) fn are_letters(&self) -> bool {
        self.iter()
            .all(|word| word.chars().all(|c| c.is_ascii_alphanumeric()))
    }

    /// How well they fit a name, 0 for best: the worst of the words counts. A word fits the name,
    /// the initials of the name, or one of the texts around it. `None` where one fits nothing.
    pub(super) fn rank(&self, name: &str, around: &[&str]) -> Option<u8> {
        let name = name.to_lowercase();
        let letters = initials(&name);
        let around: Vec<String> = around.iter().map(|text| text.to_lowercase()).collect();
        let fit = |word: &str| match () {
            () if name == word => Some(0),
            () if name.starts_with(word) || letters == word => Some(1),
            () if name.contains(word) => Some(2),
            () if letters.starts_with(word) => Some(3),
            () if letters.contains(word) => Some(4),
            () if around.iter().any(|text| text.contains(word)) => Some(5),
            () => None,
        };
        self.iter()
            .try_fold(0, |worst: u8, word| Some(worst.max(fit(word)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    fn rank(typed: &str, name: &str) -> Option<u8> {
        Words::new(typed).rank(name, &["县级各部门"])
    }

    #[test]
    fn names_initials_and_what_stands_around_are_found() {
        assert_eq!(rank("县财政局", "县财政局"), Some(0));
        assert_eq!(rank("xczj", "县财政局"), Some(1));
        assert_eq!(rank("财政", "县财政局"), Some(2));
        assert_eq!(rank("XCZ", "县财政局"), Some(3));
        assert_eq!(rank("czj", "县财政局"), Some(4));
        assert_eq!(rank("各部门", "县财政局"), Some(5));
        assert_eq!(rank("林业", "县财政局"), None);
    }

    #[test]
    fn every_word_must_fit() {
        assert_eq!(rank("财政 各部门", "县财政局"), Some(5));
        assert_eq!(rank("财政 林业", "县财政局"), None);
    }
}
