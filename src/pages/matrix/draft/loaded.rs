//! What another coordinator changed in a draft, line by line.

use lanmu_api::matrix_draft::{DraftChange, DraftView};

use crate::date::plain_day;

/// What is different, in the order of the page.
#[must_use]
pub fn differences(before: &DraftView, latest: &DraftView) -> Vec<String> {
    let day = |view: &DraftView| view.effective_from.map(plain_day).unwrap_or_default();
    let head = [
        ("调整原因", before.reason.clone(), latest.reason.clone()),
        (
            "文号",
            before.document_number.clone(),
            latest.document_number.clone(),
        ),
        ("生效日期", day(before), day(latest)),
    ];
    let mut lines: Vec<String> = head
        .into_iter()
        .filter(|(_, was, is)| was != is)
        .map(|(label, was, is)| format!("{label}由{}改为{}", quoted(&was), quoted(&is)))
        .collect();
    let find = |changes: &[DraftChange], key: u32| {
        let found = changes.iter().find(|change| change.key == key);
        found.map(|change| change.words.clone())
    };
    for (number, change) in (1..).zip(&latest.changes) {
        match find(&before.changes, change.key) {
            None => lines.push(format!("加入第 {number} 项：{}", change.words)),
            Some(was) if was != change.words => {
                lines.push(format!("第 {number} 项由“{was}”改为“{}”", change.words))
            }
            Some(_) => {}
        }
    }
    let dropped = before.changes.iter();
    let dropped = dropped.filter(|change| find(&latest.changes, change.key).is_none());
    lines.extend(dropped.map(|change| format!("删除：{}", change.words)));
    lines
}

fn quoted(words: &str) -> String {
    if words.is_empty() {
        "空白".to_owned()
    } else {
        format!("“{words}”")
    }
}

#[cfg(test)]
pub mod tests {
    use lanmu_api::matrix_draft::{DraftChange, DraftView};
    use lanmu_domain::matrix_change::{ColumnRef, MatrixChange};
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::differences;

    /// A draft with these changes: key, words.
    pub fn draft(reason: &str, words: &[(u32, &str)]) -> DraftView {
        let changes = words.iter().map(|(key, words)| DraftChange {
            key: *key,
            change: MatrixChange::CloseColumn {
                column: ColumnRef::Id(1),
            },
            words: (*words).to_owned(),
        });
        DraftView {
            id: 1,
            version: 1,
            reason: reason.to_owned(),
            document_number: String::new(),
            effective_from: None,
            changes: changes.collect(),
            created_by_name: String::new(),
            changed_by_name: String::new(),
            changed_at: chrono::DateTime::UNIX_EPOCH.fixed_offset(),
            overlaps: Vec::new(),
            seen: 0,
        }
    }

    #[test]
    fn what_was_added_changed_and_dropped_is_told() {
        let before = draft("甲", &[(1, "一"), (2, "二"), (3, "三")]);
        let latest = draft("", &[(1, "一"), (3, "叁"), (4, "四")]);
        assert_eq!(
            differences(&before, &latest),
            [
                "调整原因由“甲”改为空白",
                "第 2 项由“三”改为“叁”",
                "加入第 3 项：四",
                "删除：二",
            ]
        );
        assert!(differences(&before, &before).is_empty());
    }
}
