//! What a person chose lately, kept in this browser. Items are not kept: titles of what is not
//! public would stay on a computer that several share.

use lanmu_api::search::SearchKind;

use super::choice::{Choice, Group};
use crate::storage::{keep, kept, key_of};

const STORED: &str = "lanmu.search";
/// So many are kept.
const KEPT_MAX: usize = 8;

/// The latest first.
#[must_use]
pub fn recent(person_id: i64) -> Vec<Choice> {
    kept(&key_of(STORED, person_id))
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// Keeps a choice as the latest.
pub fn remember(person_id: i64, choice: &Choice) {
    let all = with(recent(person_id), choice);
    if let Ok(text) = serde_json::to_string(&all) {
        keep(&key_of(STORED, person_id), &text);
    }
}

fn with(mut all: Vec<Choice>, choice: &Choice) -> Vec<Choice> {
    if choice.group == Group::Found(SearchKind::Article) {
        return all;
    }
    all.retain(|other| other.href != choice.href);
    all.insert(0, choice.clone());
    all.truncate(KEPT_MAX);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn choice(group: Group, href: &str) -> Choice {
        Choice {
            group,
            title: href.to_owned(),
            detail: String::new(),
            href: href.to_owned(),
        }
    }

    #[test]
    fn the_latest_stands_first_and_once() {
        let mut all = Vec::new();
        for href in ["/a", "/b", "/a"] {
            all = with(all, &choice(Group::Page, href));
        }
        let hrefs: Vec<&str> = all.iter().map(|choice| choice.href.as_str()).collect();
        assert_eq!(hrefs, ["/a", "/b"]);
        for n in 0..20 {
            all = with(all, &choice(Group::Page, &format!("/{n}")));
        }
        assert_eq!(all.len(), KEPT_MAX);
    }

    #[test]
    fn items_are_not_kept() {
        let item = choice(Group::Found(SearchKind::Article), "/articles/1");
        assert!(with(Vec::new(), &item).is_empty());
    }
}
