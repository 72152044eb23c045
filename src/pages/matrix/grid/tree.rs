//! The columns of the site as a tree: those that hold others, and the duties below them.

use std::collections::{HashMap, HashSet};

/// Something in the tree, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A column that holds others.
    Node(usize),
    /// A line of the matrix.
    Line(usize),
}

/// A column that holds others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// What addresses know it by: short, and the same as long as its path is.
    pub key: String,
    /// How many columns are above it.
    pub depth: usize,
    /// The column above it.
    pub parent: Option<usize>,
    /// What lies below it, in the order of the table.
    pub children: Vec<Item>,
}

/// The tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The columns that hold others.
    pub nodes: Vec<Node>,
    /// What lies below nothing.
    pub roots: Vec<Item>,
    /// The column in which each line lies.
    holders: Vec<Option<usize>>,
}

impl Tree {
    /// The tree of lines with these paths. A line whose own column holds others lies in that one.
    pub fn of<'a>(paths: impl Iterator<Item = &'a [String]> + Clone) -> Self {
        let holders: HashSet<&[String]> = paths
            .clone()
            .flat_map(|path| (1..path.len()).map(move |end| &path[..end]))
            .collect();
        let mut tree = Self::default();
        let mut places: HashMap<&[String], usize> = HashMap::new();
        for (line, path) in paths.enumerate() {
            let above = if holders.contains(path) {
                path.len()
            } else {
                path.len().saturating_sub(1)
            };
            let mut parent = None;
            for end in 1..=above {
                let place = *places
                    .entry(&path[..end])
                    .or_insert_with_key(|path| tree.grow(path, parent));
                parent = Some(place);
            }
            tree.put(parent, Item::Line(line));
            tree.holders.push(parent);
        }
        tree
    }

    fn grow(&mut self, path: &[String], parent: Option<usize>) -> usize {
        let place = self.nodes.len();
        self.nodes.push(Node {
            name: path.last().cloned().unwrap_or_default(),
            key: key_of(path),
            depth: path.len() - 1,
            parent,
            children: Vec::new(),
        });
        self.put(parent, Item::Node(place));
        place
    }

    fn put(&mut self, parent: Option<usize>, item: Item) {
        match parent {
            Some(parent) => self.nodes[parent].children.push(item),
            None => self.roots.push(item),
        }
    }

    /// How many levels of columns that hold others there are.
    #[must_use]
    pub fn levels(&self) -> usize {
        self.nodes
            .iter()
            .map(|node| node.depth + 1)
            .max()
            .unwrap_or(0)
    }

    /// The column in which a line lies.
    #[must_use]
    pub fn holder(&self, line: usize) -> Option<usize> {
        self.holders.get(line).copied().flatten()
    }

    /// The names from the root down to this column.
    #[must_use]
    pub fn path(&self, node: usize) -> Vec<&str> {
        let mut names = vec![self.nodes[node].name.as_str()];
        let mut at = self.nodes[node].parent;
        while let Some(parent) = at {
            names.push(&self.nodes[parent].name);
            at = self.nodes[parent].parent;
        }
        names.reverse();
        names
    }
}

/// FNV-1a of the path, 32 bits: some hundred columns hold others.
fn key_of(path: &[String]) -> String {
    let hash = path
        .iter()
        .flat_map(|name| name.bytes().chain([b'/']))
        .fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
    format!("{hash:x}")
}

#[cfg(test)]
mod tests {
    use super::{Item, Tree};
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn tree(paths: &[&[&str]]) -> Tree {
        let owned: Vec<Vec<String>> = paths
            .iter()
            .map(|path| path.iter().map(|name| (*name).to_owned()).collect())
            .collect();
        Tree::of(owned.iter().map(Vec::as_slice))
    }

    #[test]
    fn columns_stand_where_the_table_first_names_them() {
        let tree = tree(&[
            &["政务公开", "机构", "乡镇"],
            &["友情链接"],
            &["三农", "技术"],
            &["政务公开", "政策"],
        ]);
        assert_eq!(tree.roots, [Item::Node(0), Item::Line(1), Item::Node(2)]);
        assert_eq!(tree.nodes[0].children, [Item::Node(1), Item::Line(3)]);
        assert_eq!(tree.nodes[1].children, [Item::Line(0)]);
        assert_eq!(tree.path(1), ["政务公开", "机构"]);
        assert_eq!(tree.levels(), 2);
    }

    #[test]
    fn a_duty_of_a_column_that_holds_others_lies_in_it() {
        let tree = tree(&[&["公开", "机构"], &["公开", "机构", "乡镇"]]);
        assert_eq!(tree.nodes[1].children, [Item::Line(0), Item::Line(1)]);
        assert_eq!(tree.nodes[0].children, [Item::Node(1)]);
    }

    #[test]
    fn the_same_names_elsewhere_are_another_column() {
        let tree = tree(&[&["甲", "通知", "一"], &["乙", "通知", "一"]]);
        assert_eq!(tree.nodes.len(), 4);
        assert_ne!(tree.nodes[1].key, tree.nodes[3].key);
    }
}
