//! Lines of the ledger as a table for export.

use chrono::NaiveDate;
use lanmu_domain::ledger::LedgerLine;
use lanmu_domain::review::Stage;
use lanmu_domain::text::day::long_day;

use crate::export::{Cell, Column, Table};

/// What is exported of a ledger.
#[derive(Clone, Debug)]
pub struct Extract {
    /// The lines with their hashes, newest first.
    pub lines: Vec<(LedgerLine, String)>,
    /// Whether there are older ones that the filters leave and the file does not hold.
    pub more: bool,
    /// How many lines the whole ledger has, and the hash of the last.
    pub head: Option<(i64, String)>,
    /// The day of the export.
    pub on: NaiveDate,
}

/// The lines with their hashes; below them how long the chain is and how it ends.
#[must_use]
pub fn table(extract: &Extract) -> Table {
    let on = extract.on;
    let mut notes = vec![format!(
        "共 {} 条，导出日期{}。",
        extract.lines.len(),
        long_day(on)
    )];
    if extract.more {
        notes.push(
            "符合条件的记录较多，本表只列最近的部分；如需其余，请按日期分段导出。".to_owned(),
        );
    }
    if let Some((length, hash)) = &extract.head {
        notes.push(format!(
            "导出时台账共 {length} 条，末条校验值（SM3）：{hash}"
        ));
    }
    Table {
        title: format!("台账{on}"),
        columns: vec![
            Column::new("序号", 8),
            Column::new("时间", 20),
            Column::new("操作", 14),
            Column::new("环节", 8),
            Column::new("结果", 8),
            Column::new("姓名", 14),
            Column::new("岗位", 18),
            Column::new("部门", 24),
            Column::new("栏目", 40),
            Column::new("事项", 44),
            Column::new("说明", 50),
            Column::new("版本校验值", 24),
            Column::new("本条校验值", 24),
        ],
        rows: extract.lines.iter().map(row).collect(),
        notes,
    }
}

fn row((line, hash): &(LedgerLine, String)) -> Vec<Cell> {
    vec![
        line.sequence.into(),
        line.at.into(),
        line.act.label().into(),
        line.stage().map(Stage::label).into(),
        line.act.result().into(),
        line.person_name.as_str().into(),
        line.post.as_str().into(),
        line.department_name.as_str().into(),
        line.column_path.as_str().into(),
        line.subject.as_str().into(),
        line.note.as_str().into(),
        line.revision.as_str().into(),
        hash.as_str().into(),
    ]
}
