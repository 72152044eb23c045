//! Tables that people upload: what is wrong with them is said with line and cell, all at once.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use lanmu_domain::annex::{
    DoubtKind, FileProblem, MAX_FILE_BYTES, MAX_ROWS, PlannedDepartment, ReadOptions, SitePlan,
    read_annex, read_annex_with, read_departments,
};
use lanmu_domain::parameters::Parameters;
use lanmu_domain::rule::RuleSource;
use proptest::prelude::*;
use rstest::rstest;

const HEAD: &str = "序号,首页,一级栏目,二级栏目,三级栏目,更新要求,责任部门,备注\n";

fn departments() -> Vec<PlannedDepartment> {
    let list = "部门,类别,所属集合,别名\n甲局,部门,各局,甲委、甲办\n乙局,部门,各局,\n丙镇,乡镇,,\n";
    read_departments(list.as_bytes()).unwrap()
}

fn read(bytes: &[u8]) -> Result<SitePlan, Vec<FileProblem>> {
    read_annex(bytes, &departments(), &Parameters::default())
}

fn read_rows(rows: &str) -> Result<SitePlan, Vec<FileProblem>> {
    read(format!("{HEAD}{rows}").as_bytes())
}

fn problems(rows: &str) -> Vec<(Option<u32>, String, String)> {
    let problems = read_rows(rows).unwrap_err();
    problems
        .into_iter()
        .map(|p| (p.line, p.cell, p.message))
        .collect()
}

#[rstest]
#[case("x,甲,,,,一周内更新,甲局,", "序号", "不是1至1000000的整数")]
#[case("0,甲,,,,一周内更新,甲局,", "序号", "不是1至1000000的整数")]
#[case(",甲,,,,一周内更新,甲局,", "序号", "不是1至1000000的整数")]
#[case("-1,甲,,,,一周内更新,甲局,", "序号", "不是1至1000000的整数")]
#[case("1,,,,,一周内更新,甲局,", "首页", "不能为空")]
#[case("1,甲,,乙,,一周内更新,甲局,", "一级栏目", "下级栏目已填写")]
#[case("1,甲 / 乙,,,,一周内更新,甲局,", "首页", "分隔各级栏目")]
#[case("1,甲,,,,一周内更新,甲局", "", "本行有 7 个单元格，表头有 8 个")]
#[case("1,甲,,,,一周内更新,甲局,,", "", "本行有 9 个单元格")]
#[case("1,甲\u{7},,,,一周内更新,甲局,", "首页", "控制字符")]
#[case("1,\"甲\n乙\",,,,一周内更新,甲局,", "首页", "换行")]
fn a_malformed_row_is_named(#[case] row: &str, #[case] cell: &str, #[case] words: &str) {
    let problems = problems(&format!("{row}\n"));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!((problems[0].0, problems[0].1.as_str()), (Some(2), cell));
    assert!(problems[0].2.contains(words), "{}", problems[0].2);
}

/// Spreadsheet programs end lines so.
#[test]
fn lines_that_end_as_on_windows_are_counted_alike() {
    let file = format!("{HEAD}1,甲,,,,一周内更新,甲局,\nx,乙,,,,,甲局,\n");
    for file in [file.clone(), file.replace('\n', "\r\n")] {
        let problems = read(file.as_bytes()).unwrap_err();
        assert_eq!(problems[0].line, Some(3), "{problems:?}");
    }
}

#[test]
fn an_over_long_cell_is_named() {
    let problems = problems(&format!("1,{},,,,,甲局,\n", "长".repeat(61)));
    assert_eq!(problems[0].2, "首页最多 60 字，现有 61 字，请精简");
}

#[test]
fn all_problems_are_returned_in_the_order_of_the_lines() {
    let problems =
        problems("x,甲,,乙,,,甲局,\n2,乙,,,,,甲局,\n2,丙,,,,,甲局,\n4,乙,,,,,甲局,\n5,丁\n");
    let places: Vec<(Option<u32>, &str)> = problems
        .iter()
        .map(|(line, cell, _)| (*line, cell.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            (Some(2), "序号"),
            (Some(2), "一级栏目"),
            (Some(4), "序号"),
            (Some(5), "首页"),
            (Some(6), ""),
        ]
    );
    assert_eq!(problems[2].2, "序号 2 与第 3 行重复");
    assert_eq!(problems[3].2, "栏目“乙”与第 3 行重复");
}

#[rstest]
#[case("", "文件没有内容")]
#[case(
    "序号,首页,一级栏目,二级栏目,三级栏目,更新要求,责任部门\n1,甲,,,,,甲局\n",
    "缺少表头“备注”"
)]
#[case(
    "序号,首页,一级栏目,二级栏目,三级栏目,更新要求,责任单位,备注\n",
    "第 7 个表头“责任单位”不认识"
)]
#[case(
    "序号,序号,首页,一级栏目,二级栏目,三级栏目,更新要求,责任部门,备注\n",
    "表头“序号”重复出现"
)]
#[case(HEAD, "没有数据行")]
fn a_wrong_head_is_named(#[case] file: &str, #[case] words: &str) {
    let problems = read(file.as_bytes()).unwrap_err();
    assert!(
        problems.iter().any(|p| p.message.contains(words)),
        "{problems:?}"
    );
}

#[test]
fn headings_may_stand_in_another_order_and_empty_rows_are_passed_over() {
    let file = "备注,责任部门,更新要求,三级栏目,二级栏目,一级栏目,首页,序号\n\
                ,,,,,,,\n,甲局,一周内更新,,,乙,甲, 7 \n , ,,,,,,\n";
    let plan = read(file.as_bytes()).unwrap();
    assert_eq!(plan.duties.len(), 1);
    assert_eq!(plan.duties[0].row, 7);
    assert_eq!(plan.columns[plan.duties[0].column].path, ["甲", "乙"]);
}

#[rstest]
#[case(b"PK\x03\x04rest", "Excel工作簿")]
#[case(b"\xFF\xFEa\0", "UTF-16")]
#[case(b"\xFF\xFF\xFF", "既不是UTF-8也不是GB18030")]
fn other_formats_are_named(#[case] bytes: &[u8], #[case] words: &str) {
    let problems = read(bytes).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].line, None);
    assert!(problems[0].message.contains(words));
}

#[test]
fn files_that_are_too_large_are_refused() {
    let problems = read(&vec![b'a'; MAX_FILE_BYTES + 1]).unwrap_err();
    assert!(problems[0].message.contains("16 MiB"));
    let rows: String = (1..=MAX_ROWS + 1)
        .map(|n| format!("{n},栏{n},,,,,甲局,\n"))
        .collect();
    let problems = read_rows(&rows).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.contains("100000 行"));
}

#[test]
fn an_unknown_department_is_a_doubt_or_when_strict_a_problem() {
    let row = "1,甲,,,,一周内更新,甲局、丁局,\n";
    let plan = read_rows(row).unwrap();
    assert_eq!(plan.duties[0].owners, [0]);
    assert_eq!(plan.doubts[0].kind, DoubtKind::UnknownDepartment);
    let options = ReadOptions {
        table: "分工表（2027年版）".to_owned(),
        strict: true,
    };
    let file = format!("{HEAD}{row}");
    let strict = |file: &str| {
        read_annex_with(
            file.as_bytes(),
            &departments(),
            &Parameters::default(),
            &options,
        )
    };
    let problems = strict(&file).unwrap_err();
    assert_eq!(
        (problems[0].line, problems[0].cell.as_str()),
        (Some(2), "责任部门")
    );
    assert!(problems[0].message.contains("“丁局”不在部门名单中"));
    let plan = strict(&file.replace("丁局", "丙镇")).unwrap();
    assert_eq!(plan.duties[0].rules[0].basis, "分工表（2027年版）第1行");
}

#[test]
fn an_unread_requirement_keeps_its_row_and_the_floor_of_its_kind() {
    let plan = read_rows("1,甲,工作动态,,,视情况更新,各局,\n").unwrap();
    assert_eq!(plan.doubts[0].kind, DoubtKind::UnreadRequirement);
    assert_eq!(plan.doubts[0].cell, "更新要求");
    assert_eq!(plan.duties[0].owners, [0, 1]);
    assert_eq!(plan.duties[0].rules.len(), 1);
    assert_eq!(plan.duties[0].rules[0].source, RuleSource::Floor);
}

#[test]
fn a_floor_stricter_than_the_table_is_a_conflict() {
    let plan = read_rows("1,甲,工作动态,,,半年内更新,甲局,\n").unwrap();
    assert_eq!(plan.doubts[0].kind, DoubtKind::RuleConflict);
    assert!(plan.doubts[0].message.contains("从严按14日执行"));
}

#[test]
fn a_part_of_a_page_must_not_take_the_name_of_a_column() {
    let rows = "1,甲,,,,\"机构概况1年内更新，工作动态2日内更新\",甲局,\n2,甲,工作动态,,,,甲局,\n";
    let problems = problems(rows);
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (problems[0].0, problems[0].1.as_str()),
        (Some(2), "更新要求")
    );
    assert!(problems[0].2.contains("甲 / 工作动态”与第 3 行重复"));
}

#[rstest]
#[case("部门,类别,所属集合,别名\n甲局,,,\n甲局,,,\n", Some(3), "部门")]
#[case("部门,类别,所属集合,别名\n甲局,,,\n乙局,,,甲局\n", Some(3), "别名")]
#[case("部门,类别,所属集合,别名\n甲局,,,\n乙局,,甲局,\n", Some(3), "所属集合")]
#[case("部门,类别,所属集合,别名\n,部门,,\n", Some(2), "部门")]
#[case("部门,类别,所属集合,别名\n甲局、乙局,部门,,\n", Some(2), "部门")]
#[case("部门,类别,所属集合\n甲局,部门,\n", Some(1), "别名")]
fn a_wrong_list_of_departments_is_named(
    #[case] file: &str,
    #[case] line: Option<u32>,
    #[case] cell: &str,
) {
    let problems = read_departments(file.as_bytes()).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!((problems[0].line, problems[0].cell.as_str()), (line, cell));
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes);
        let _ = read_departments(&bytes);
    }

    #[test]
    fn arbitrary_cells_never_panic_and_no_row_is_dropped(
        cells in prop::collection::vec(prop::array::uniform7("[^\"]{0,12}|甲局|各局（甲委）|一周内更新"), 1..5),
    ) {
        let rows: String = cells
            .iter()
            .enumerate()
            .map(|(index, row)| {
                let cells: Vec<String> = row.iter().map(|cell| format!("\"{cell}\"")).collect();
                format!("{},{}\n", index + 1, cells.join(","))
            })
            .collect();
        match read_rows(&rows) {
            Ok(plan) => {
                let mut numbers: Vec<u32> = plan.duties.iter().map(|duty| duty.row).collect();
                numbers.dedup();
                prop_assert_eq!(numbers.len(), cells.len());
            }
            Err(problems) => prop_assert!(problems.iter().all(|p| !p.message.is_empty())),
        }
    }
}
