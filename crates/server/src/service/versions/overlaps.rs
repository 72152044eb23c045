//! What others changed at the columns, departments and groups of a draft since it was made. The ledger
//! knows; nothing is stored for it.

use std::collections::HashSet;

use lanmu_api::matrix_draft::Overlap;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::matrix_change::{ColumnRef, DepartmentRef, GroupRef, KeyedChange, Names as _};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::names::DraftNames;
use crate::bootstrap::SEPARATOR;
use crate::clock::local;
use crate::entity::{ledger_head, ledger_line};

/// Acts that change the matrix.
const ACTS: [LedgerAct; 5] = [
    LedgerAct::ColumnClosed,
    LedgerAct::ColumnReopened,
    LedgerAct::RulesSet,
    LedgerAct::OwnersChanged,
    LedgerAct::MatrixChanged,
];

/// The last line of the ledger.
pub(super) async fn last_sequence<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<i64, DbErr> {
    let head = ledger_head::Entity::find_by_id(site_id).one(db).await?;
    Ok(head.map_or(0, |head| head.sequence))
}

/// What was changed after a line of the ledger, each with its line, oldest first.
pub(super) async fn overlaps<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    changes: &[KeyedChange],
    after: i64,
) -> Result<Vec<(i64, Overlap)>, DbErr> {
    let names = DraftNames::load(db, site_id, changes).await?;
    let (mut paths, mut departments) = (HashSet::new(), HashSet::new());
    let mut groups = HashSet::new();
    for keyed in changes {
        let existing = |column: &ColumnRef| matches!(column, ColumnRef::Id(_));
        let columns = keyed.change.columns();
        paths.extend(
            columns
                .into_iter()
                .filter(existing)
                .map(|c| names.column(c)),
        );
        let formed = keyed.change.groups().into_iter();
        let formed = formed.filter(|group| matches!(group, GroupRef::Id(_)));
        groups.extend(formed.map(|group| names.group(group)));
        departments.extend(
            keyed
                .change
                .departments()
                .into_iter()
                .filter_map(|of| match of {
                    DepartmentRef::Id(id) => Some(id),
                    DepartmentRef::New(_) => None,
                }),
        );
    }
    let lines = ledger_line::Entity::find()
        .filter(ledger_line::Column::SiteId.eq(site_id))
        .filter(ledger_line::Column::Sequence.gt(after))
        .filter(ledger_line::Column::Act.is_in(ACTS.map(LedgerAct::key)))
        .order_by_asc(ledger_line::Column::Sequence)
        .all(db)
        .await?;
    // A change above a column reaches it too.
    let touches = |line: &ledger_line::Model| {
        let above = format!("{}{SEPARATOR}", line.column_path);
        let of_column = !line.column_path.is_empty()
            && paths
                .iter()
                .any(|path| *path == line.column_path || path.starts_with(&above));
        // Of a group its name is all that the line says.
        let of_group = line.column_path.is_empty()
            && line.department_id.is_none()
            && groups.contains(&line.subject);
        of_column
            || of_group
            || line
                .department_id
                .is_some_and(|id| departments.contains(&id))
    };
    Ok(lines
        .into_iter()
        .filter(touches)
        .map(|line| {
            let act = LedgerAct::from_key(&line.act);
            let subject = [line.column_path, line.department_name, line.subject];
            let overlap = Overlap {
                changed_by: line.person_name,
                changed_at: local(line.at),
                what: act.map_or("", LedgerAct::label).to_owned(),
                subject: subject
                    .into_iter()
                    .find(|s| !s.is_empty())
                    .unwrap_or_default(),
                note: line.note,
            };
            (line.sequence, overlap)
        })
        .collect())
}
