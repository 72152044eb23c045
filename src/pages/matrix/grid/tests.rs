use std::collections::HashMap;

use lanmu_api::site::DepartmentView;
use lanmu_domain::freshness::Status;
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::folds::Folds;
use super::heads::{Heads, heads};
use super::rows::{Content, Rows, rows};
use super::steps::{Step, entry, step};
use super::tree::{Item, Tree};
use crate::pages::matrix::filter::Line;
use crate::pages::matrix::filter::tests::row;
use lanmu_domain::rule::DutyMode;

const NAMES: [(i64, &str, &str); 3] = [
    (1, "县政府办公室", "xzfbgs"),
    (2, "县财政局", "xczj"),
    (3, "县农业农村局", "xnyncj"),
];

fn departments() -> Vec<DepartmentView> {
    let view = |(id, name, initials): (i64, &str, &str)| DepartmentView {
        id,
        name: name.to_owned(),
        kind: String::new(),
        groups: Vec::new(),
        initials: initials.to_owned(),
    };
    NAMES.map(view).to_vec()
}

/// The path of a duty, and how its owners stand.
type Duty<'a> = (&'a [&'a str], &'a [(i64, Status)]);

fn lines() -> Vec<Line> {
    let names = HashMap::from(NAMES.map(|(id, name, _)| (id, name.to_owned())));
    let table: [Duty; 5] = [
        (&["公开", "机构", "领导"], &[(1, Status::Fresh)]),
        (
            &["公开", "机构", "职能"],
            &[(1, Status::Overdue), (2, Status::Fresh)],
        ),
        (&["公开", "预算"], &[(2, Status::Blank)]),
        (
            &["三农", "技术"],
            &[(3, Status::Fresh), (1, Status::DueSoon)],
        ),
        (&["三农", "市场"], &[]),
    ];
    let line = |(path, owners): &Duty| Line::new(row(path, DutyMode::Each, owners), &names, None);
    table.iter().filter_map(line).collect()
}

fn laid(shown: [bool; 5], folds: &Folds, words: &[&str]) -> (Heads, Rows) {
    let lines = lines();
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let heads = heads(&lines, &shown, &departments(), &words);
    let tree = Tree::of(lines.iter().map(|line| line.row.column_path.as_slice()));
    let rows = rows(&tree, &lines, &shown, &heads, folds);
    (heads, rows)
}

fn names(heads: &Heads) -> Vec<&str> {
    heads.list.iter().map(|head| head.name.as_str()).collect()
}

fn open() -> (Heads, Rows) {
    laid([true; 5], &Folds::default(), &[])
}

#[test]
fn departments_stand_as_the_table_names_them_and_nobody_last() {
    let (heads, _) = open();
    assert_eq!(
        names(&heads),
        ["县政府办公室", "县财政局", "县农业农村局", "无责任部门"]
    );
}

#[test]
fn who_is_looked_for_stands_first_and_who_has_nothing_to_show_not_at_all() {
    let (heads, _) = laid([true; 5], &Folds::default(), &["czj"]);
    assert_eq!(names(&heads)[0], "县财政局");
    assert!(heads.list[0].found && !heads.list[1].found);
    let (heads, rows) = laid([false, false, true, false, false], &Folds::default(), &[]);
    assert_eq!(names(&heads), ["县财政局"]);
    let items: Vec<Item> = rows.list.iter().map(|row| row.item).collect();
    assert_eq!(items, [Item::Node(0), Item::Line(2)]);
}

#[test]
fn a_folded_column_has_the_sums_of_what_is_below() {
    let (_, rows) = laid([true; 5], &Folds::parse("1", "", false), &[]);
    assert_eq!(rows.list.len(), 2);
    let first = &rows.list[0];
    assert_eq!((first.open, first.number), (Some(false), 3));
    assert_eq!(first.marks[0].status, Status::Overdue);
    assert_eq!(first.marks[0].content, Content::Sum([0, 1, 0, 0, 1, 0]));
    assert_eq!(first.marks[1].content, Content::Sum([1, 0, 0, 0, 1, 0]));
    assert_eq!(rows.list[1].marks.last().map(|mark| mark.column), Some(3));
}

#[test]
fn an_open_column_has_its_duties_below_and_no_sums() {
    let (_, rows) = open();
    let depths: Vec<usize> = rows.list.iter().map(|row| row.depth).collect();
    assert_eq!(depths, [0, 1, 2, 2, 1, 0, 1, 1]);
    assert!(rows.list[0].marks.is_empty());
    let columns: Vec<usize> = rows.list[6].marks.iter().map(|mark| mark.column).collect();
    assert_eq!(columns, [0, 2]);
}

#[test]
fn arrows_pass_over_empty_places() {
    let (_, rows) = open();
    let go = |at, key| step(&rows, at, key, false, 3);
    assert_eq!(go((3, 0), "ArrowRight"), Some(Step::To((3, 1))));
    assert_eq!(go((6, 1), "ArrowRight"), Some(Step::To((6, 3))));
    assert_eq!(go((6, 3), "ArrowRight"), None);
    assert_eq!(go((6, 1), "ArrowLeft"), Some(Step::To((6, 0))));
    assert_eq!(go((3, 1), "ArrowDown"), Some(Step::To((6, 1))));
    assert_eq!(go((3, 2), "ArrowDown"), Some(Step::To((4, 2))));
    assert_eq!(go((2, 1), "ArrowUp"), None);
    assert_eq!(go((7, 0), "ArrowUp"), Some(Step::To((6, 0))));
    assert_eq!(go((7, 0), "Enter"), None);
}

#[test]
fn pages_and_ends_reach_what_is_there() {
    let (_, rows) = open();
    let go = |at, key, ctrl| step(&rows, at, key, ctrl, 4);
    assert_eq!(go((0, 0), "PageDown", false), Some(Step::To((4, 0))));
    assert_eq!(go((2, 1), "PageDown", false), Some(Step::To((6, 1))));
    assert_eq!(go((3, 2), "PageDown", false), Some(Step::To((4, 2))));
    assert_eq!(go((6, 1), "PageUp", false), Some(Step::To((2, 1))));
    assert_eq!(go((0, 0), "PageUp", false), None);
    assert_eq!(go((6, 1), "End", false), Some(Step::To((6, 3))));
    assert_eq!(go((6, 3), "Home", false), Some(Step::To((6, 0))));
    assert_eq!(go((2, 1), "End", true), Some(Step::To((7, 4))));
    assert_eq!(go((7, 4), "Home", true), Some(Step::To((0, 0))));
}

#[test]
fn heads_of_rows_fold_unfold_and_lead_up() {
    let (_, rows) = laid([true; 5], &Folds::parse("2", "", false), &[]);
    let go = |at, key| step(&rows, at, key, false, 4);
    assert_eq!(go((0, 0), "ArrowLeft"), Some(Step::Turn(0)));
    assert_eq!(go((1, 0), "ArrowRight"), Some(Step::Turn(1)));
    assert_eq!(go((1, 0), "ArrowLeft"), Some(Step::To((0, 0))));
    assert_eq!(go((0, 0), "ArrowRight"), None);
}

#[test]
fn the_place_last_visited_is_entered_as_long_as_it_is_shown() {
    let (_, rows) = open();
    assert_eq!(entry(&rows, None), Some((0, 0)));
    assert_eq!(entry(&rows, Some((Item::Line(3), 3))), Some((6, 3)));
    assert_eq!(entry(&rows, Some((Item::Line(3), 2))), Some((6, 0)));
    assert_eq!(entry(&rows, Some((Item::Line(99), 2))), Some((0, 0)));
    assert_eq!(entry(&Rows::default(), None), None);
}

#[test]
fn an_unfolded_sum_is_entered_at_the_first_of_what_it_was_the_sum_of() {
    let (_, rows) = open();
    assert_eq!(entry(&rows, Some((Item::Node(0), 2))), Some((3, 2)));
    let service = rows.list[5].item;
    assert_eq!(entry(&rows, Some((service, 3))), Some((6, 3)));
    assert_eq!(entry(&rows, Some((service, 2))), Some((5, 0)));
}
