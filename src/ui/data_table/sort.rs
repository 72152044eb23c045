//! By which column a table is sorted: `late`, or `-late` from the highest down.

use std::cmp::Ordering;

/// A column and a direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The key of the column.
    pub key: String,
    /// From the highest down.
    pub down: bool,
}

impl Sort {
    /// From the address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (down, key) = match text.strip_prefix('-') {
            Some(key) => (true, key),
            None => (false, text),
        };
        (!key.is_empty()).then(|| Self {
            key: key.to_owned(),
            down,
        })
    }

    /// As the address writes it.
    #[must_use]
    pub fn text(&self) -> String {
        let sign = if self.down { "-" } else { "" };
        format!("{sign}{}", self.key)
    }

    /// What pressing the head of a column leads to: figures from the highest, words from the first;
    /// then the other way; then the order of the list again.
    #[must_use]
    pub fn after(now: Option<Self>, key: &str, number: bool) -> Option<Self> {
        let by = |down| Self {
            key: key.to_owned(),
            down,
        };
        match now.filter(|now| now.key == key) {
            None => Some(by(number)),
            Some(now) if now.down == number => Some(by(!number)),
            Some(_) => None,
        }
    }

    /// An order in this direction.
    #[must_use]
    pub const fn directed(&self, order: Ordering) -> Ordering {
        if self.down { order.reverse() } else { order }
    }
}

/// Words in the order of a Chinese dictionary, by pinyin.
#[must_use]
pub fn by_words(a: &str, b: &str) -> Ordering {
    let locale = js_sys::Array::of1(&"zh-CN".into());
    let order = js_sys::JsString::from(a).locale_compare(b, &locale, &js_sys::Object::new());
    order.cmp(&0)
}

#[cfg(test)]
mod tests {
    use super::{Sort, by_words};
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_address_says_it_and_it_is_read_again() {
        for text in ["late", "-late"] {
            assert_eq!(Sort::parse(text).map(|by| by.text()).as_deref(), Some(text));
        }
        assert_eq!(Sort::parse(""), None);
        assert_eq!(Sort::parse("-"), None);
    }

    #[test]
    fn a_third_press_gives_the_order_of_the_list_back() {
        let mut now = None;
        let mut seen = Vec::new();
        for _ in 0..4 {
            now = Sort::after(now, "late", true);
            seen.push(now.as_ref().map(Sort::text).unwrap_or_default());
        }
        assert_eq!(seen, ["-late", "late", "", "-late"]);
        let words = Sort::after(Sort::parse("-late"), "name", false);
        assert_eq!(words.map(|by| by.text()).as_deref(), Some("name"));
    }

    #[test]
    fn words_are_sorted_by_pinyin() {
        let mut names = ["县住房城乡建设局", "县财政局", "县司法局", "县发展改革局"];
        names.sort_by(|a, b| by_words(a, b));
        let sorted = ["县财政局", "县发展改革局", "县司法局", "县住房城乡建设局"];
        assert_eq!(names, sorted);
    }
}
