//! Whatever the bodies: the new side reads as the new body, the old side as the old one.

use std::time::{Duration, Instant};

use lanmu_domain::diff::{Block, BodyDiff, Change, blocks, compare_bodies};
use proptest::prelude::*;

/// All words of a body, as the comparison reads them.
fn text(body: &str) -> String {
    let words = |block: Block| match block {
        Block::Text(text) => text.inline.text,
        Block::Table(rows) => rows
            .into_iter()
            .flatten()
            .map(|cell| cell.inline.text)
            .collect(),
    };
    blocks(body).into_iter().map(words).collect()
}

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[三四五月日前报送的，。]{1,6}",
        1 => "[0-9]{1,4}(\\.[0-9])?",
        1 => "[a-z]{1,4} ",
        1 => Just("<br>".to_owned()),
        1 => Just("&amp;".to_owned()),
        1 => "[甲乙]{1,2}".prop_map(|w| format!("<strong>{w}</strong>")),
        1 => ("[丙丁]{1,2}", 0..3_u8).prop_map(|(w, n)| format!("<a href=\"https://a.cn/{n}\">{w}</a>")),
        1 => (0..3_u8).prop_map(|n| format!("<img src=\"/{n}\" alt=\"图\">")),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn block() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => words().prop_map(|w| format!("<p>{w}</p>")),
        1 => words().prop_map(|w| format!("<h2>{w}</h2>")),
        1 => prop::collection::vec(words(), 1..3)
            .prop_map(|items| format!("<ul>{}</ul>", items.iter().map(|i| format!("<li>{i}</li>")).collect::<String>())),
        1 => prop::collection::vec(prop::collection::vec(words(), 1..4), 1..4).prop_map(|rows| {
            let row = |cells: &Vec<String>| {
                let cells: String = cells.iter().map(|c| format!("<td>{c}</td>")).collect();
                format!("<tr>{cells}</tr>")
            };
            format!("<table><tbody>{}</tbody></table>", rows.iter().map(row).collect::<String>())
        }),
        1 => words(),
    ]
}

/// A body and another that has some of its parts, in another order, and some of its own.
fn pair() -> impl Strategy<Value = (String, String)> {
    let pick = prop_oneof![
        4 => (0..12_usize).prop_map(Ok),
        1 => block().prop_map(Err),
    ];
    (
        prop::collection::vec(block(), 0..8),
        prop::collection::vec(pick, 0..8),
    )
        .prop_map(|(old, picks)| {
            let new = picks.into_iter().map(|pick| match pick {
                Ok(at) => old.get(at).cloned().unwrap_or_default(),
                Err(own) => own,
            });
            let new: String = new.collect();
            (old.concat(), new)
        })
}

fn reads_as_both(old: &str, new: &str) -> BodyDiff {
    let diff = compare_bodies(old, new);
    assert_eq!(diff.old_text(), text(old));
    assert_eq!(diff.new_text(), text(new));
    diff
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn both_sides_read_as_they_are((old, new) in pair()) {
        let diff = reads_as_both(&old, &new);
        prop_assert_eq!(&diff, &compare_bodies(&old, &new));
        prop_assert_eq!(old == new && diff.changes() > 0, false);
    }

    #[test]
    fn words_inside_one_paragraph_read_as_they_are(old in words(), new in words()) {
        reads_as_both(&format!("<p>{old}</p>"), &format!("<p>{new}</p>"));
    }
}

/// 200 KB of paragraphs, none like another.
fn long(seed: u32, paragraphs: usize) -> String {
    let mut state = seed;
    let mut character = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(0x4E00 + (state >> 16) % 2_000).unwrap_or('字')
    };
    let length = 66_000 / paragraphs;
    (0..paragraphs)
        .map(|_| {
            format!(
                "<p>{}</p>",
                (0..length).map(|_| character()).collect::<String>()
            )
        })
        .collect()
}

#[test]
fn a_long_body_is_compared_in_bounded_time() {
    for paragraphs in [1, 30, 600, 6_000] {
        let old = long(7, paragraphs);
        let other = long(8, paragraphs);
        let touched = old.replace('字', "典").replace('一', "二");
        for new in [&old, &other, &touched] {
            let began = Instant::now();
            let diff = compare_bodies(&old, new);
            let took = began.elapsed();
            println!("{paragraphs} {took:?} {}", diff.coarse);
            // Only what grows without bound takes so long; how long it takes is for the benchmarks.
            assert!(took < Duration::from_secs(60), "{paragraphs}: {took:?}");
            assert_eq!(diff.old_text(), text(&old));
            assert_eq!(diff.new_text(), text(new));
        }
    }
}

#[test]
fn what_is_too_different_is_replaced_as_a_whole_and_says_so() {
    let (old, new) = (long(1, 1), long(2, 1));
    let same = "这一句两边都有，足够长，可以看出来。".repeat(3_000);
    let diff = compare_bodies(
        &format!("<p>{same}</p>{old}"),
        &format!("<p>{same}末</p>{new}"),
    );
    assert!(diff.changes() > 0);
    let kept = diff.blocks[0].segments();
    assert!(kept[0].iter().any(|s| s.change == Change::Same));
}
