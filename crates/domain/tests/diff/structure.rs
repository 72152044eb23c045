//! Paragraphs, lists and tables.

use lanmu_domain::diff::{BlockChange, BlockDiff, TextKind, blocks, compare_bodies};

use crate::written;

/// Each part with its fate and its words.
fn parts(old: &str, new: &str) -> Vec<(BlockChange, String)> {
    let diff = compare_bodies(old, new);
    let part = |block: &BlockDiff| {
        let words: Vec<String> = block.segments().into_iter().map(written).collect();
        (block.change(), words.join("|"))
    };
    diff.blocks.iter().map(part).collect()
}

fn is(change: BlockChange, text: &str) -> (BlockChange, String) {
    (change, text.to_owned())
}

#[test]
fn paragraphs_come_go_change_and_move() {
    use BlockChange as C;
    let old = "<p>一、认真组织春耕生产。</p><p>二、抓好农资供应保障。</p><p>三、加强田间技术指导。</p><p>落款</p>";
    assert_eq!(
        parts(
            old,
            "<p>一、认真组织春耕生产。</p><p>三、加强田间技术指导。</p><p>落款</p>"
        ),
        [
            is(C::Same, "一、认真组织春耕生产。"),
            is(C::Deleted, "[-二、抓好农资供应保障。-]"),
            is(C::Same, "三、加强田间技术指导。"),
            is(C::Same, "落款"),
        ]
    );
    assert_eq!(
        parts(
            old,
            "<p>二、抓好农资供应保障。</p><p>三、加强田间技术指导。</p><p>一、认真组织春耕生产。</p><p>新的落款</p>"
        ),
        [
            is(C::MovedAway, "[-一、认真组织春耕生产。-]"),
            is(C::Same, "二、抓好农资供应保障。"),
            is(C::Same, "三、加强田间技术指导。"),
            is(C::MovedHere, "{+一、认真组织春耕生产。+}"),
            is(C::Changed, "{+新的+}落款"),
        ]
    );
}

#[test]
fn a_paragraph_that_became_a_heading_says_what_it_was() {
    let diff = compare_bodies("<p>一、总则</p>", "<h2>一、总则</h2>");
    let [BlockDiff::Text(BlockChange::Changed, text)] = diff.blocks.as_slice() else {
        panic!("{:?}", diff.blocks);
    };
    assert_eq!(text.kind, TextKind::Heading(2));
    assert_eq!(text.former, Some(TextKind::Paragraph));
    assert_eq!(diff.changes(), 1);
}

#[test]
fn lists_are_items_with_their_depth() {
    let kinds: Vec<_> =
        blocks("<ul><li>甲<ol><li>乙</li></ol></li></ul><blockquote><p>丙</p></blockquote>")
            .into_iter()
            .map(|block| match block {
                lanmu_domain::diff::Block::Text(text) => (text.kind, text.inline.text),
                table => panic!("{table:?}"),
            })
            .collect();
    let item = |ordered, depth| TextKind::Item { ordered, depth };
    assert_eq!(
        kinds,
        [
            (item(false, 1), "甲".to_owned()),
            (item(true, 2), "乙".to_owned()),
            (TextKind::Quote, "丙".to_owned())
        ]
    );
}

fn table(rows: &[&[&str]]) -> String {
    let row = |cells: &&[&str]| {
        let cells: String = cells
            .iter()
            .map(|cell| format!("<td>{cell}</td>"))
            .collect();
        format!("<tr>{cells}</tr>")
    };
    let rows: String = rows.iter().map(row).collect();
    format!("<table><tbody>{rows}</tbody></table>")
}

#[test]
fn tables_are_compared_cell_by_cell() {
    let old = table(&[&["项目", "金额"], &["道路", "120"], &["桥梁", "80"]]);
    let new = table(&[
        &["项目", "金额"],
        &["道路", "125"],
        &["水渠", "30"],
        &["桥梁", "80"],
    ]);
    let diff = compare_bodies(&old, &new);
    let [BlockDiff::Table(BlockChange::Changed, table)] = diff.blocks.as_slice() else {
        panic!("{:?}", diff.blocks);
    };
    let rows: Vec<_> = table
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<String> = row.cells.iter().map(|c| written(&c.segments)).collect();
            (row.change, cells.join("|"))
        })
        .collect();
    assert_eq!(
        rows,
        [
            is(BlockChange::Same, "项目|金额"),
            is(BlockChange::Changed, "道路|[-120-]{+125+}"),
            is(BlockChange::Inserted, "{+水渠+}|{+30+}"),
            is(BlockChange::Same, "桥梁|80"),
        ]
    );
    assert_eq!(diff.changes(), 3);
}

#[test]
fn a_new_column_does_not_shift_the_others() {
    let old = table(&[&["项目", "金额"], &["道路", "120"]]);
    let new = table(&[&["项目", "单位", "金额"], &["道路", "县交通局", "120"]]);
    assert_eq!(
        parts(&old, &new),
        [is(
            BlockChange::Changed,
            "项目|{+单位+}|金额|道路|{+县交通局+}|120"
        )]
    );
}
