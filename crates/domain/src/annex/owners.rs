//! The cell 责任部门: names, groups, aliases, brackets.

use std::collections::HashMap;

use super::{DoubtKind, PlannedDepartment};

/// Departments by every name that they go by.
pub(super) struct Directory<'a> {
    names: HashMap<&'a str, usize>,
    aliases: HashMap<&'a str, usize>,
    groups: HashMap<&'a str, Vec<usize>>,
    departments: &'a [PlannedDepartment],
}

/// Who a cell names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Owners {
    /// Indices into the departments, in the order of the cell, no duplicates.
    pub departments: Vec<usize>,
    /// What is worth a look, with what to do about it.
    pub doubts: Vec<(DoubtKind, String)>,
}

impl<'a> Directory<'a> {
    pub fn new(departments: &'a [PlannedDepartment]) -> Self {
        let mut directory = Self {
            names: HashMap::new(),
            aliases: HashMap::new(),
            groups: HashMap::new(),
            departments,
        };
        for (index, department) in departments.iter().enumerate() {
            directory.names.entry(&department.name).or_insert(index);
            for alias in &department.aliases {
                directory.aliases.entry(alias).or_insert(index);
            }
            for group in &department.groups {
                directory.groups.entry(group).or_default().push(index);
            }
        }
        directory
    }

    /// Reads a cell: a list divided by 、 whose parts are departments, groups, aliases, or one of
    /// these with another in brackets.
    pub fn resolve(&self, cell: &str) -> Owners {
        let mut owners = Owners::default();
        if matches!(cell, "" | "无" | "-" | "—" | "/") {
            let message = "没有责任部门，请协调人指定".to_owned();
            owners.doubts.push((DoubtKind::NoOwner, message));
            return owners;
        }
        for part in cell.split(['、', '，', ',', '；', ';']).map(str::trim) {
            if !part.is_empty() && !self.add(part, &mut owners) {
                self.add_bracketed(part, &mut owners);
            }
        }
        owners
    }

    /// Adds what a name stands for; false where nothing goes by it.
    fn add(&self, name: &str, owners: &mut Owners) -> bool {
        if let Some(index) = self.names.get(name) {
            owners.add(*index, name, self.departments);
        } else if let Some(group) = self.groups.get(name) {
            for index in group {
                owners.add(*index, name, self.departments);
            }
        } else if let Some(index) = self.aliases.get(name) {
            owners.add(*index, name, self.departments);
            let known = &self.departments[*index].name;
            let message = format!("“{name}”按别名对应“{known}”，请协调人确认");
            owners.doubts.push((DoubtKind::AliasUsed, message));
        } else {
            return false;
        }
        true
    }

    /// 县融媒体中心（县委宣传部）: both.
    fn add_bracketed(&self, part: &str, owners: &mut Owners) {
        let brackets = part
            .strip_suffix(['）', ')'])
            .and_then(|part| part.split_once(['（', '(']));
        let Some((outer, inner)) = brackets else {
            owners.unknown(part);
            return;
        };
        for name in [outer.trim(), inner.trim()] {
            if !self.add(name, owners) {
                owners.unknown(name);
            }
        }
        let message = format!("“{part}”按两个部门共同负责处理，请协调人确认");
        owners.doubts.push((DoubtKind::BracketedOwner, message));
    }
}

impl Owners {
    fn add(&mut self, index: usize, named: &str, known: &[PlannedDepartment]) {
        if !self.departments.contains(&index) {
            self.departments.push(index);
            return;
        }
        let department = &known[index].name;
        let message = format!("“{named}”与前面重复列出“{department}”，按一次计，请协调人确认");
        self.doubts.push((DoubtKind::RepeatedOwner, message));
    }

    fn unknown(&mut self, name: &str) {
        let message = format!("“{name}”不在部门名单中，请协调人改写名称、补录部门或者登记别名");
        self.doubts.push((DoubtKind::UnknownDepartment, message));
    }
}
