//! What people look for, as a pattern of the database.

/// The words to look for, escaped for `LIKE … ESCAPE '\'`; `None` where there are none.
#[must_use]
pub fn like_pattern(q: Option<&str>) -> Option<String> {
    let words = q?.trim();
    if words.is_empty() {
        return None;
    }
    let mut pattern = String::with_capacity(words.len() + 2);
    pattern.push('%');
    for character in words.chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    Some(pattern)
}

#[cfg(test)]
mod tests {
    use super::like_pattern;

    #[test]
    fn what_is_looked_for_is_no_pattern() {
        assert_eq!(
            like_pattern(Some(" 100%_\\ ")).as_deref(),
            Some("%100\\%\\_\\\\%")
        );
        assert_eq!(like_pattern(Some(" ")), None);
    }
}
