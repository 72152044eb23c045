//! From differing lines to changes.

use std::collections::HashMap;

use lanmu_api::matrix_draft::ProposedChange;
use lanmu_domain::annex::{AnnexLine, Doubt, LineDifference};
use lanmu_domain::matrix_change::{ColumnRef, KeyedChange, MatrixChange, NewDuty};

use super::known::Known;
use super::{doubts_of, existing};
use crate::service::annex::{about_requirement, unread};

pub(super) struct Builder<'a> {
    known: &'a Known,
    doubts: &'a [Doubt],
    proposals: Vec<ProposedChange>,
    /// The keys of columns that are proposed, by path.
    added: HashMap<Vec<String>, u32>,
}

impl<'a> Builder<'a> {
    pub fn new(known: &'a Known, doubts: &'a [Doubt]) -> Self {
        Self {
            known,
            doubts,
            proposals: Vec::new(),
            added: HashMap::new(),
        }
    }

    pub fn finish(self) -> Vec<ProposedChange> {
        self.proposals
    }

    fn push(&mut self, difference: &LineDifference, change: MatrixChange) -> u32 {
        let key = u32::try_from(self.proposals.len() + 1).unwrap_or(u32::MAX);
        self.proposals.push(ProposedChange {
            change: KeyedChange { key, change },
            words: String::new(),
            needs: Vec::new(),
            difference: Some(difference.clone()),
            guess: false,
            instead: Vec::new(),
            doubts: Vec::new(),
        });
        key
    }

    fn last(&mut self) -> Option<&mut ProposedChange> {
        self.proposals.last_mut()
    }

    /// A column that is new, after the levels above it that are new as well; gives its key.
    pub fn add(&mut self, difference: &LineDifference, line: &AnnexLine) -> u32 {
        let (parent, needs) = self.above(difference, &line.path);
        let duty = NewDuty {
            requirement: line.requirement.clone(),
            owners: self.known.owners(&line.owners),
            mode: None,
            remark: line.remark.clone(),
        };
        let mut doubts = doubts_of(self.doubts, line.number);
        doubts.extend(unsaid(&doubts, line));
        let key = self.push(
            difference,
            MatrixChange::AddColumn {
                parent,
                name: line.path.last().cloned().unwrap_or_default(),
                column_kind: None,
                duty: Some(duty),
            },
        );
        if let Some(proposal) = self.last() {
            proposal.needs = needs;
            proposal.doubts = doubts;
        }
        self.added.insert(line.path.clone(), key);
        key
    }

    /// The column above a path; those that are not there are proposed first.
    fn above(
        &mut self,
        difference: &LineDifference,
        path: &[String],
    ) -> (Option<ColumnRef>, Vec<u32>) {
        let Some((_, above)) = path.split_last().filter(|(_, above)| !above.is_empty()) else {
            return (None, Vec::new());
        };
        if let Some(column) = existing(self.known, above) {
            return (Some(column), Vec::new());
        }
        let key = match self.added.get(above) {
            Some(key) => *key,
            None => {
                let (parent, needs) = self.above(difference, above);
                let key = self.push(
                    difference,
                    MatrixChange::AddColumn {
                        parent,
                        name: above.last().cloned().unwrap_or_default(),
                        column_kind: None,
                        duty: None,
                    },
                );
                if let Some(proposal) = self.last() {
                    proposal.needs = needs;
                }
                self.added.insert(above.to_vec(), key);
                key
            }
        };
        (Some(ColumnRef::New(key)), vec![key])
    }

    /// A missing and a new line taken for one column; the other reading follows.
    pub fn guess(&mut self, difference: &LineDifference, old: &AnnexLine, line: &AnnexLine) {
        let Some(column) = existing(self.known, &old.path) else {
            self.add(difference, line);
            return;
        };
        let first = self.proposals.len();
        let split = |path: &[String]| {
            path.split_last()
                .map(|(last, above)| (last.clone(), above.to_vec()))
        };
        let (was, is) = (split(&old.path), split(&line.path));
        let mut guessed = Vec::new();
        if was.as_ref().map(|w| &w.1) != is.as_ref().map(|i| &i.1) {
            let (parent, needs) = self.above(difference, &line.path);
            let after = None;
            let change = MatrixChange::MoveColumn {
                column,
                parent,
                after,
            };
            guessed.push(self.push(difference, change));
            if let Some(proposal) = self.last() {
                proposal.needs = needs;
            }
        }
        if let (Some((old_name, _)), Some((name, _))) = (was, is)
            && old_name != name
        {
            guessed.push(self.push(difference, MatrixChange::RenameColumn { column, name }));
        }
        self.change(difference, old, line, Some(column));
        let add = self.add(difference, line);
        let close = self.push(difference, MatrixChange::CloseColumn { column });
        for proposal in &mut self.proposals[first..] {
            if guessed.contains(&proposal.change.key) {
                proposal.guess = true;
                proposal.instead = vec![add, close];
            }
        }
    }

    /// Cells that differ. 序号 is no change of the matrix.
    pub fn change(
        &mut self,
        difference: &LineDifference,
        before: &AnnexLine,
        line: &AnnexLine,
        column: Option<ColumnRef>,
    ) {
        let of_row = self
            .known
            .rows
            .get(&before.number)
            .cloned()
            .unwrap_or_default();
        let column = column.or_else(|| existing(self.known, &line.path));
        let doubts = doubts_of(self.doubts, line.number);
        if before.requirement != line.requirement
            && let Some(column) = column
        {
            let change = MatrixChange::SetRequirement {
                column,
                requirement: line.requirement.clone(),
                rules: None,
            };
            self.push(difference, change);
            let mut of_cell: Vec<Doubt> = doubts
                .iter()
                .filter(|d| d.cell == "更新要求")
                .cloned()
                .collect();
            of_cell.extend(unsaid(&of_cell, line));
            if of_row.len() > 1 {
                let message = "该行分为几个栏目，请在各下级栏目中分别调整更新要求";
                of_cell.push(about_requirement(line, message));
            }
            if let Some(proposal) = self.last() {
                proposal.doubts = of_cell;
            }
        }
        if before.owners != line.owners {
            for id in &of_row {
                let column = ColumnRef::Id(*id);
                let owners = self.known.owners(&line.owners);
                self.push(difference, MatrixChange::SetOwners { column, owners });
                if let Some(proposal) = self.last() {
                    let of_cell = doubts.iter().filter(|d| d.cell == "责任部门");
                    proposal.doubts = of_cell.cloned().collect();
                }
            }
        }
        // The columns of a row have its remark together.
        if before.remark != line.remark
            && let Some(id) = of_row.first()
        {
            let column = ColumnRef::Id(*id);
            let remark = line.remark.clone();
            self.push(difference, MatrixChange::SetRemark { column, remark });
        }
    }

    pub fn close(&mut self, difference: &LineDifference, before: &AnnexLine) {
        if let Some(column) = existing(self.known, &before.path) {
            self.push(difference, MatrixChange::CloseColumn { column });
        }
    }
}

/// A requirement that is read in a table, but not as the requirement of one column; `None` where
/// that is said already.
fn unsaid(said: &[Doubt], line: &AnnexLine) -> Option<Doubt> {
    unread(line).filter(|doubt| said.iter().all(|other| other.kind != doubt.kind))
}
