//! The table becomes a plan of the site.

use std::collections::HashMap;

use super::applied::{applied_rules, duty_mode};
use super::kind::kind_of_path;
use super::lines::{AnnexLine, read_csv};
use super::options::ReadOptions;
use super::owners::Directory;
use super::{
    Doubt, DoubtKind, FileProblem, PlannedColumn, PlannedDepartment, PlannedDuty, SitePlan,
};
use crate::parameters::Parameters;
use crate::rule::{ParsedRequirement, ReadRule, Rule, read_requirement};

/// Reads Annex 2: CSV in UTF-8 or GB18030 with the headings 序号, 首页, 一级栏目, 二级栏目,
/// 三级栏目, 更新要求, 责任部门, 备注. As [`read_annex_with`] with the default options.
///
/// # Errors
/// As [`read_annex_with`].
pub fn read_annex(
    bytes: &[u8],
    departments: &[PlannedDepartment],
    parameters: &Parameters,
) -> Result<SitePlan, Vec<FileProblem>> {
    read_annex_with(bytes, departments, parameters, &ReadOptions::default())
}

/// Reads a table of the same form. A row whose requirement or owner leaves something open is kept
/// and reported in [`SitePlan::doubts`].
///
/// # Errors
/// Every problem of the file with line and cell, in the order of the lines: head, number of cells,
/// control characters, over-long cells, a 序号 that is no number or stands twice, a column that
/// stands twice or lacks a level; over 16 MiB or 100,000 rows; with `strict` also names that are
/// in no list.
pub fn read_annex_with(
    bytes: &[u8],
    departments: &[PlannedDepartment],
    parameters: &Parameters,
    options: &ReadOptions,
) -> Result<SitePlan, Vec<FileProblem>> {
    let mut problems = Vec::new();
    let rows = read_csv(bytes, &mut problems);
    plan(&rows, departments, parameters, options, problems)
}

/// The lines of a CSV of the form of Annex 2.
///
/// # Errors
/// Every problem of the file with line and cell, as [`read_annex_with`].
pub fn read_lines(bytes: &[u8]) -> Result<Vec<AnnexLine>, Vec<FileProblem>> {
    let mut problems = Vec::new();
    let rows = read_csv(bytes, &mut problems);
    problems.sort_by_key(|problem| problem.line);
    if problems.is_empty() {
        Ok(rows)
    } else {
        Err(problems)
    }
}

/// What lines that were read become.
///
/// # Errors
/// As [`read_annex_with`], of what lines that are well formed can still be wrong in.
pub fn plan_of(
    lines: &[AnnexLine],
    departments: &[PlannedDepartment],
    parameters: &Parameters,
    options: &ReadOptions,
) -> Result<SitePlan, Vec<FileProblem>> {
    plan(lines, departments, parameters, options, Vec::new())
}

fn plan(
    rows: &[AnnexLine],
    departments: &[PlannedDepartment],
    parameters: &Parameters,
    options: &ReadOptions,
    problems: Vec<FileProblem>,
) -> Result<SitePlan, Vec<FileProblem>> {
    let directory = Directory::new(departments);
    let mut builder = Builder {
        plan: SitePlan {
            departments: departments.to_vec(),
            ..SitePlan::default()
        },
        places: HashMap::new(),
        parameters,
        options,
        problems,
    };
    // Columns that rows name themselves come first into being where their rows stand; a part of a
    // composite row must not take the name of one of them.
    let named: HashMap<&[String], u32> = rows
        .iter()
        .map(|row| (row.path.as_slice(), row.line))
        .collect();
    for row in rows {
        builder.add(row, &directory, &named);
    }
    let Builder {
        plan, mut problems, ..
    } = builder;
    problems.sort_by_key(|problem| problem.line);
    if problems.is_empty() {
        Ok(plan)
    } else {
        Err(problems)
    }
}

struct Builder<'a> {
    plan: SitePlan,
    places: HashMap<Vec<String>, usize>,
    parameters: &'a Parameters,
    options: &'a ReadOptions,
    problems: Vec<FileProblem>,
}

impl Builder<'_> {
    fn add(&mut self, row: &AnnexLine, directory: &Directory<'_>, named: &HashMap<&[String], u32>) {
        let first_duty = self.plan.duties.len();
        let column = self.column(&row.path);
        let requirement = self.requirement(row);
        let external = self.external(row);
        let owners = match external {
            Some(_) => Vec::new(),
            None => self.owners(row, directory),
        };
        match requirement {
            ParsedRequirement::Rules(mut rules) => {
                rules.extend(external);
                self.duty(row, column, &owners, &rules);
            }
            ParsedRequirement::Composite(parts) => {
                for part in parts {
                    let mut path = row.path.clone();
                    path.push(part.name);
                    if let Some(line) = named.get(path.as_slice()) {
                        let path = path.join(" / ");
                        let message = format!("分出的栏目“{path}”与第 {line} 行重复");
                        self.problems
                            .push(FileProblem::at(row.line, "更新要求", message));
                    }
                    let column = self.column(&path);
                    let rules: Vec<ReadRule> =
                        part.rules.into_iter().chain(external.clone()).collect();
                    self.duty(row, column, &owners, &rules);
                }
            }
        }
        self.conflicts(row, first_duty);
        if !row.remark.is_empty() {
            let message = "原表有备注，请协调人确认".to_owned();
            self.doubt(row, "备注", DoubtKind::Remark, &row.remark, message);
        }
    }

    /// The index of a column; it and those above it come into being when first named.
    fn column(&mut self, path: &[String]) -> usize {
        for depth in 1..=path.len() {
            let path = &path[..depth];
            if !self.places.contains_key(path) {
                let place = self.plan.columns.len();
                self.places.insert(path.to_vec(), place);
                self.plan.columns.push(PlannedColumn {
                    path: path.to_vec(),
                    kind: kind_of_path(path),
                    position: i32::try_from(place).unwrap_or(i32::MAX),
                });
            }
        }
        self.places.get(path).copied().unwrap_or_default()
    }

    fn requirement(&mut self, row: &AnnexLine) -> ParsedRequirement {
        match read_requirement(&row.requirement, self.parameters) {
            Ok(read) => {
                let is_empty = read == ParsedRequirement::Rules(Vec::new());
                if is_empty && !self.is_external(&row.owners) {
                    let message = "没有更新要求，请协调人设定".to_owned();
                    self.doubt(
                        row,
                        "更新要求",
                        DoubtKind::NoRequirement,
                        &row.requirement,
                        message,
                    );
                }
                read
            }
            Err(unread) => {
                let message = format!("“{}”无法识别为更新规则，请协调人设定规则", unread.part);
                let kind = DoubtKind::UnreadRequirement;
                self.doubt(row, "更新要求", kind, &row.requirement, message);
                ParsedRequirement::Rules(Vec::new())
            }
        }
    }

    /// 全市统一更新 in the cell of the departments.
    fn external(&mut self, row: &AnnexLine) -> Option<ReadRule> {
        if !self.is_external(&row.owners) {
            return None;
        }
        let message = "由县外单位统一更新，本县不计时、不设责任部门，请协调人知悉".to_owned();
        self.doubt(row, "责任部门", DoubtKind::External, &row.owners, message);
        Some(ReadRule {
            rule: Rule::External,
            source_text: row.owners.clone(),
            conflict: None,
            figure: None,
        })
    }

    fn is_external(&self, owners: &str) -> bool {
        owners.contains("统一")
            && matches!(
                read_requirement(owners, self.parameters),
                Ok(ParsedRequirement::Rules(rules))
                    if rules.iter().any(|read| read.rule == Rule::External)
            )
    }

    fn owners(&mut self, row: &AnnexLine, directory: &Directory<'_>) -> Vec<usize> {
        let owners = directory.resolve(&row.owners);
        for (kind, message) in owners.doubts {
            if self.options.strict && kind == DoubtKind::UnknownDepartment {
                self.problems
                    .push(FileProblem::at(row.line, "责任部门", message));
            } else {
                self.doubt(row, "责任部门", kind, &row.owners, message);
            }
        }
        owners.departments
    }

    fn duty(&mut self, row: &AnnexLine, column: usize, owners: &[usize], read: &[ReadRule]) {
        let kind = self.plan.columns[column].kind;
        let rules = applied_rules(row.number, kind, read, self.options, self.parameters);
        self.plan.duties.push(PlannedDuty {
            row: row.number,
            column,
            requirement: row.requirement.clone(),
            owner_text: row.owners.clone(),
            owners: owners.to_vec(),
            mode: duty_mode(owners.len(), &rules),
            rules,
            remark: row.remark.clone(),
        });
    }

    /// Each different conflict of the row's rules, once.
    fn conflicts(&mut self, row: &AnnexLine, first_duty: usize) {
        let mut messages: Vec<String> = Vec::new();
        for duty in &self.plan.duties[first_duty..] {
            for conflict in duty
                .rules
                .iter()
                .filter_map(|applied| applied.conflict.as_ref())
            {
                if !messages.contains(conflict) {
                    messages.push(conflict.clone());
                }
            }
        }
        for message in messages {
            self.doubt(
                row,
                "更新要求",
                DoubtKind::RuleConflict,
                &row.requirement,
                message,
            );
        }
    }

    fn doubt(&mut self, row: &AnnexLine, cell: &str, kind: DoubtKind, text: &str, message: String) {
        self.plan.doubts.push(Doubt {
            row: row.number,
            cell: cell.to_owned(),
            kind,
            text: text.to_owned(),
            message,
        });
    }
}
