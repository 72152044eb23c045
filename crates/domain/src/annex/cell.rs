//! Single cells of the table, where a coordinator writes one without the table.

use super::PlannedDepartment;
use super::applied::{applied_rules, duty_mode};
use super::options::ReadOptions;
use super::owners::Directory;
use crate::column::ColumnKind;
use crate::parameters::Parameters;
use crate::rule::{AppliedRule, DutyMode, ParsedRequirement, Rule, read_requirement};

/// What stands between names in the cell 责任部门.
const DIVIDERS: [char; 5] = ['、', '，', ',', '；', ';'];

/// The rules of a cell 更新要求 in a column of this kind, `row` and `table` for their basis.
///
/// # Errors
/// What is wrong with the cell and how to mend it, in Chinese.
pub fn rules_of_cell(
    requirement: &str,
    kind: ColumnKind,
    (row, table): (u32, &str),
    parameters: &Parameters,
) -> Result<Vec<AppliedRule>, String> {
    let options = ReadOptions {
        table: table.to_owned(),
        ..ReadOptions::default()
    };
    match read_requirement(requirement, parameters) {
        Ok(ParsedRequirement::Rules(read)) => {
            Ok(applied_rules(row, kind, &read, &options, parameters))
        }
        Ok(ParsedRequirement::Composite(parts)) => {
            let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
            Err(format!(
                "一格写了{}几项要求，请分别设下级栏目，逐个填写。",
                names.join("、")
            ))
        }
        Err(unread) => Err(format!(
            "“{}”无法识别为更新规则，请改写，如“每月更新”“文件印发后3个工作日内更新”。",
            unread.part
        )),
    }
}

/// The rules that a coordinator sets by these words: those that the words ask for.
///
/// # Errors
/// As [`rules_of_cell`].
pub fn rules_in_words(requirement: &str, parameters: &Parameters) -> Result<Vec<Rule>, String> {
    let kind = ColumnKind::Other;
    let applied = rules_of_cell(requirement, kind, (0, ""), parameters)?;
    let of_words = applied
        .into_iter()
        .filter(|rule| rule.source == crate::rule::RuleSource::Annex);
    Ok(of_words.map(|rule| rule.rule).collect())
}

/// Who must act for a duty as the table is read.
#[must_use]
pub fn mode_of_cell(owners: usize, rules: &[AppliedRule]) -> DutyMode {
    duty_mode(owners, rules)
}

/// The departments that a cell 责任部门 names: indices into `departments`, and in words what of
/// it nobody knows or is doubtful.
#[must_use]
pub fn owners_of_cell(text: &str, departments: &[PlannedDepartment]) -> (Vec<usize>, Vec<String>) {
    let read = Directory::new(departments).resolve(text);
    let doubts = read.doubts.into_iter().map(|(_, message)| message);
    (read.departments, doubts.collect())
}

/// The names that stand in a cell 责任部门, those in brackets too.
#[must_use]
pub fn names_in_cell(text: &str) -> Vec<&str> {
    let parts = text.split(DIVIDERS).map(str::trim);
    let pieces = parts.flat_map(|part| part.split(['（', '(']));
    pieces
        .map(|name| name.trim_end_matches(['）', ')']).trim())
        .filter(|name| !name.is_empty())
        .collect()
}

/// The cell with one name for another; what then stands twice stands once.
#[must_use]
pub fn rename_in_cell(text: &str, old: &[&str], new: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in text
        .split(DIVIDERS)
        .map(str::trim)
        .filter(|p| !p.is_empty())
    {
        let renamed = if old.contains(&part) {
            new.to_owned()
        } else {
            in_brackets(part, old, new)
        };
        if !parts.contains(&renamed) {
            parts.push(renamed);
        }
    }
    parts.join("、")
}

fn in_brackets(part: &str, old: &[&str], new: &str) -> String {
    let split = part
        .strip_suffix(['）', ')'])
        .and_then(|part| part.split_once(['（', '(']));
    let Some((outer, inner)) = split else {
        return part.to_owned();
    };
    let of = |name: &str| {
        if old.contains(&name.trim()) {
            new.to_owned()
        } else {
            name.trim().to_owned()
        }
    };
    match (of(outer), of(inner)) {
        (outer, inner) if outer == inner => outer,
        (outer, inner) => format!("{outer}（{inner}）"),
    }
}

#[cfg(test)]
mod tests {
    use super::{names_in_cell, rename_in_cell, rules_of_cell};
    use crate::column::ColumnKind;
    use crate::parameters::Parameters;

    #[test]
    fn a_name_is_replaced_only_where_it_stands_whole() {
        let renamed = rename_in_cell("县林业局、县林业局宣传站", &["县林业局"], "县自然资源局");
        assert_eq!(renamed, "县自然资源局、县林业局宣传站");
        let merged = rename_in_cell("甲局、乙局、丙局", &["甲局", "乙局"], "丙局");
        assert_eq!(merged, "丙局");
        assert_eq!(rename_in_cell("甲（乙）", &["乙"], "丙"), "甲（丙）");
        assert_eq!(rename_in_cell("甲（乙）", &["乙"], "甲"), "甲");
    }

    #[test]
    fn names_in_brackets_are_names_too() {
        assert_eq!(names_in_cell("甲（乙）、丙 ，丁"), ["甲", "乙", "丙", "丁"]);
    }

    #[test]
    fn a_cell_that_says_several_things_or_nothing_known_is_refused() {
        let read = |text| rules_of_cell(text, ColumnKind::Other, (1, "表"), &Parameters::default());
        assert!(read("每月更新").is_ok_and(|rules| rules.len() == 1));
        assert!(read("").is_ok_and(|rules| rules.is_empty()));
        let unread = read("有空再说").expect_err("not known");
        assert!(unread.contains("有空再说"), "{unread}");
        let parts = read("机构概况每月更新，联系方式每年更新").expect_err("two columns");
        assert!(parts.contains("机构概况、联系方式"), "{parts}");
    }
}
