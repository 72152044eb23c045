//! Which columns are folded: down to a level, and single ones besides. Both stand in the address.

use std::collections::BTreeMap;

use super::tree::Node;

/// What is folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    /// So many levels are shown; none shows all.
    level: Option<usize>,
    /// Single columns by their keys: whether they are open, whatever the level says.
    nodes: BTreeMap<String, bool>,
}

impl Folds {
    /// What the address says. Where words are looked for, what is found is shown, whatever the
    /// level.
    #[must_use]
    pub fn parse(level: &str, nodes: &str, searching: bool) -> Self {
        let nodes = nodes.split(',').filter(|key| !key.is_empty());
        Self {
            level: level.parse().ok().filter(|_| !searching),
            nodes: nodes
                .map(|key| match key.strip_prefix('-') {
                    Some(key) => (key.to_owned(), false),
                    None => (key.to_owned(), true),
                })
                .collect(),
        }
    }

    fn opens(&self, node: &Node) -> bool {
        self.level.is_none_or(|level| node.depth + 1 < level)
    }

    /// Whether what lies below a column is shown.
    #[must_use]
    pub fn is_open(&self, node: &Node) -> bool {
        let single = self.nodes.get(&node.key).copied();
        single.unwrap_or_else(|| self.opens(node))
    }

    /// The single columns as the address has them, once this one is turned.
    #[must_use]
    pub fn turned(&self, node: &Node) -> String {
        let mut nodes = self.nodes.clone();
        let open = !self.is_open(node);
        if open == self.opens(node) {
            nodes.remove(&node.key);
        } else {
            nodes.insert(node.key.clone(), open);
        }
        let keys = nodes.iter().map(|(key, open)| {
            let mark = if *open { "" } else { "-" };
            format!("{mark}{key}")
        });
        keys.collect::<Vec<_>>().join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::Folds;
    use crate::pages::matrix::grid::tree::Node;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn node(key: &str, depth: usize) -> Node {
        Node {
            name: String::new(),
            key: key.to_owned(),
            depth,
            parent: None,
            children: Vec::new(),
        }
    }

    #[test]
    fn a_level_folds_what_is_at_it_and_below() {
        let folds = Folds::parse("2", "", false);
        assert!(folds.is_open(&node("a", 0)));
        assert!(!folds.is_open(&node("b", 1)));
        assert!(Folds::parse("2", "", true).is_open(&node("b", 1)));
        assert!(Folds::parse("", "", false).is_open(&node("b", 1)));
    }

    #[test]
    fn single_columns_go_against_the_level_and_back() {
        let b = node("b", 1);
        let open = Folds::parse("2", "", false).turned(&b);
        assert_eq!(open, "b");
        let folds = Folds::parse("2", &open, false);
        assert!(folds.is_open(&b));
        assert_eq!(folds.turned(&b), "");
        assert_eq!(folds.turned(&node("a", 0)), "-a,b");
        assert!(!Folds::parse("", "-a,b", false).is_open(&node("a", 0)));
    }
}
