//! The county's table goes out in the form of Annex 2, and comes back without a difference.

use std::io::{Cursor, Write as _};

use lanmu_api::annex::AnnexComparison;
use lanmu_api::path;
use lanmu_domain::annex::LineChange;
use rust_xlsxwriter::{Format, Workbook};
use serde_json::json;

use crate::county::{Person, Site};
use crate::support::Reply;

async fn exported(person: &Person, format: &str) -> Reply {
    let path = format!("{}?format={format}", path::MATRIX_ANNEX);
    person.0.get(&path).await.ok()
}

async fn compared(person: &Person, name: &str, bytes: Vec<u8>) -> AnnexComparison {
    let reply = person.0.send_file(path::MATRIX_ANNEX_COMPARE, name, bytes);
    reply.await.body()
}

/// What is wrong with a file, as sentences.
async fn problems(person: &Person, name: &str, bytes: Vec<u8>) -> Vec<String> {
    let comparison = compared(person, name, bytes).await;
    assert!(comparison.differences.is_empty(), "nothing else is told");
    let told = comparison.problems.iter().map(|problem| {
        let line = problem.line.map(|line| format!("{line} "));
        format!(
            "{}{} {}",
            line.unwrap_or_default(),
            problem.cell,
            problem.message
        )
    });
    told.collect()
}

/// A CSV with these lines below the head.
fn csv(lines: &[&str]) -> Vec<u8> {
    let head = "序号,首页,一级栏目,二级栏目,三级栏目,更新要求,责任部门,备注";
    [&[head], lines].concat().join("\n").into_bytes()
}

#[tokio::test]
async fn what_was_exported_comes_back_without_a_difference() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    for format in ["xlsx", "docx", "csv"] {
        let file = exported(&coordinator, format).await;
        let name = file.header("content-disposition");
        assert!(name.ends_with(&format!(".{format}")), "{name}");
        let comparison = compared(&coordinator, &format!("分工表.{format}"), file.bytes).await;
        assert_eq!(comparison.problems, [], "{format}");
        assert_eq!(comparison.lines, 169, "{format}");
        assert_eq!(comparison.differences, [], "{format}");
    }
}

#[tokio::test]
async fn the_countys_own_file_is_the_table() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let own = include_bytes!("../../../domain/data/annex2.csv").to_vec();
    let comparison = compared(&coordinator, "annex2.csv", own).await;
    assert_eq!(comparison.differences, []);
}

#[tokio::test]
async fn what_was_decided_since_stands_in_the_cells() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let duty_id = site.duty("县史志办", "基本情况").await;
    let finance = site.department("县财政局").await;
    let body = json!({
        "department_ids": [finance], "effective_from": "2026-11-23", "reason": "机构职能调整",
    });
    let path = format!("/duties/{duty_id}/owners");
    coordinator.post(&path, &body).await.created();
    let own = include_bytes!("../../../domain/data/annex2.csv").to_vec();
    let comparison = compared(&coordinator, "annex2.csv", own).await;
    let [difference] = comparison.differences.as_slice() else {
        panic!("{:?}", comparison.differences);
    };
    assert_eq!(difference.change, LineChange::Changed);
    assert_eq!(difference.path, ["走进盐边", "盐边概况", "基本情况"]);
    let [cell] = difference.cells.as_slice() else {
        panic!("{:?}", difference.cells);
    };
    assert_eq!(
        (
            cell.cell.as_str(),
            cell.before.as_str(),
            cell.after.as_str()
        ),
        ("责任部门", "县财政局", "县史志办")
    );
    for format in ["xlsx", "docx", "csv"] {
        let file = exported(&coordinator, format).await;
        let comparison = compared(&coordinator, &format!("a.{format}"), file.bytes).await;
        assert_eq!(comparison.differences, [], "{format}");
    }
}

#[tokio::test]
async fn new_changed_missing_and_doubtful_lines_are_told() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let text = String::from_utf8(include_bytes!("../../../domain/data/annex2.csv").to_vec());
    let text = text.expect("UTF-8");
    let changed = text
        .replace(
            "1,走进盐边,盐边概况,基本情况,,变化后更新,县史志办,",
            "1,走进盐边,盐边概况,基本情况,,每月更新,县史志办,",
        )
        .replace("2,走进盐边,盐边概况,历史沿革,,变化后更新,县史志办,\r\n", "")
        .replace("2,走进盐边,盐边概况,历史沿革,,变化后更新,县史志办,\n", "");
    let changed = format!(
        "{}\n170,走进盐边,盐边概况,方言,,有空再说,县方言办,",
        changed.trim_end()
    );
    let comparison = compared(&coordinator, "a.csv", changed.into_bytes()).await;
    assert_eq!(comparison.problems, []);
    let told: Vec<(LineChange, u32)> = comparison
        .differences
        .iter()
        .map(|difference| (difference.change, difference.number))
        .collect();
    assert_eq!(
        told,
        [
            (LineChange::Changed, 1),
            (LineChange::Added, 170),
            (LineChange::Missing, 2),
        ]
    );
    let rows: Vec<u32> = comparison.doubts.iter().map(|doubt| doubt.row).collect();
    assert_eq!(rows, [170, 170], "neither requirement nor owner is known");
}

#[tokio::test]
async fn a_workbook_of_others_is_read_with_its_merged_cells() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    let title = "附件2：内容保障责任分工表";
    sheet
        .merge_range(0, 0, 0, 5, title, &plain)
        .expect("a title");
    // Other order, no 序号, blanks in the heads, and the head again as on a second page.
    let heads = [
        "首 页",
        "一级栏目",
        "二级栏目",
        "三级栏目",
        "责任部门",
        "更新要求",
    ];
    for row in [2, 5] {
        for (at, head) in (0..).zip(heads) {
            sheet.write(row, at, head).expect("a head");
        }
    }
    sheet
        .merge_range(3, 0, 4, 0, "走进盐边", &plain)
        .expect("merged");
    sheet
        .merge_range(3, 1, 4, 1, "盐边概况", &plain)
        .expect("merged");
    for (row, leaf) in [(3, "基本情况"), (4, "历史沿革")] {
        sheet.write(row, 2, leaf).expect("a leaf");
        sheet.write(row, 4, "县史志办").expect("an owner");
        sheet.write(row, 5, "变化后更新").expect("a requirement");
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let comparison = compared(&coordinator, "来表.xlsx", bytes).await;
    assert_eq!(comparison.problems, []);
    assert_eq!(comparison.lines, 2);
    let here: Vec<_> = comparison
        .differences
        .iter()
        .filter(|difference| difference.line.is_some())
        .collect();
    assert_eq!(here.len(), 0, "{here:?}");
    assert_eq!(comparison.differences.len(), 167, "all others are missing");
}

/// A text document of this body.
fn docx(body: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}</w:body></w:document>"
    );
    for (name, text) in [
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", document.as_str()),
    ] {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).expect("a part");
        archive.write_all(text.as_bytes()).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| {
        let (mark, text) = match text.strip_prefix('^') {
            Some(rest) => ("<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>", rest),
            None if *text == "|" => ("<w:tcPr><w:vMerge/></w:tcPr>", ""),
            None if *text == "二" => ("<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>", "历史沿革"),
            None => ("", *text),
        };
        let (first, rest) = text.split_at(text.char_indices().nth(1).map_or(0, |(at, _)| at));
        format!(
            "<w:tc>{mark}<w:p><w:r><w:t>{first}</w:t></w:r><w:r><w:t>{rest}</w:t></w:r></w:p></w:tc>"
        )
    };
    format!(
        "<w:tr>{}</w:tr>",
        cells.iter().map(cell).collect::<String>()
    )
}

#[tokio::test]
async fn a_text_document_of_others_is_read_over_its_pages() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let heads = row(&[
        "首页",
        "一级栏目",
        "二级栏目",
        "三级栏目",
        "更新要求",
        "责任部门",
    ]);
    let body = format!(
        "<w:p><w:r><w:t>附件2</w:t></w:r></w:p><w:tbl>{heads}{}{}</w:tbl><w:tbl>{heads}{}</w:tbl>",
        row(&[
            "^走进盐边",
            "^盐边概况",
            "基本情况",
            "",
            "变化后更新",
            "县史志办"
        ]),
        row(&["|", "|", "二", "变化后更新", "县史志办"]),
        // The page broke here; Word says again what was merged.
        row(&[
            "走进盐边",
            "盐边概况",
            "区划人口",
            "",
            "变化后更新",
            "县史志办"
        ]),
    );
    let comparison = compared(&coordinator, "通知.docx", docx(&body)).await;
    assert_eq!(comparison.problems, []);
    assert_eq!(comparison.lines, 3);
    let here = comparison.differences.iter().filter(|d| d.line.is_some());
    assert_eq!(here.count(), 0);
}

#[tokio::test]
async fn bad_files_are_refused_with_the_place() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let told = async |name: &str, bytes: Vec<u8>| problems(&coordinator, name, bytes).await;
    let twice = csv(&[
        "1,首页,新闻,,,每月更新,县财政局,",
        "2,首页,新闻,,,每月更新,县财政局,",
    ]);
    let said = told("a.csv", twice).await;
    assert_eq!(said, ["3 一级栏目 栏目“首页 / 新闻”与第 2 行重复"]);
    let said = told("a.xlsx", csv(&["1,首页,新闻,,,每月更新,县财政局,"])).await;
    assert_eq!(said.len(), 1, "not what its name says: {said:?}");
    let said = told("a.docx", docx("<w:p/>")).await;
    assert_eq!(said, [" 文档中没有表格。"]);
    let table = format!("<w:tbl>{}</w:tbl>", row(&["姓名", "电话"]));
    let said = told("a.docx", docx(&table)).await;
    assert!(said[0].contains("没有找到表头"), "{said:?}");
    let said = told("a.csv", b"\xd0\xcf\x11\xe0 old".to_vec()).await;
    assert!(said[0].contains("Excel"), "{said:?}");
    let said = told("a.docx", b"PK\x03\x04 cut off".to_vec()).await;
    assert_eq!(said.len(), 1, "{said:?}");
}

#[tokio::test]
async fn only_coordinators_compare_and_who_sees_the_whole_exports() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let reply = officer.0.get(path::MATRIX_ANNEX).await;
    assert_eq!(reply.status, 403);
    let reply = officer
        .0
        .send_file(path::MATRIX_ANNEX_COMPARE, "a.csv", csv(&[]))
        .await;
    assert_eq!(reply.status, 403);
}
