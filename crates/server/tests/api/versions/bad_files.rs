//! What is wrong with a file is said with its place, whether it is compared or turned into changes,
//! and nothing of it is stored.

use std::io::{Cursor, Write as _};

use lanmu_api::path;
use lanmu_server::entity::matrix_draft;
use rust_xlsxwriter::Workbook;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::{coordinator, matrix, text};
use crate::county::{Person, Site};

const HEADS: [&str; 8] = [
    "序号",
    "首页",
    "一级栏目",
    "二级栏目",
    "三级栏目",
    "更新要求",
    "责任部门",
    "备注",
];
/// Larger than what overwhelms nobody, unpacked.
const BURSTING: usize = 60 * 1024 * 1024;

fn csv(lines: &[&str]) -> Vec<u8> {
    let head = HEADS.join(",");
    [&[head.as_str()], lines].concat().join("\n").into_bytes()
}

/// A workbook with one good line.
fn xlsx() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let line = ["1", "首页", "新闻", "", "", "每月更新", "县财政局", ""];
    for (row, cells) in [(0, HEADS), (1, line)] {
        for (at, cell) in (0..).zip(cells) {
            sheet.write(row, at, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// A text document with one good line.
fn docx() -> Vec<u8> {
    let cells = |line: &[&str]| -> String {
        let cells = line.iter();
        let cells =
            cells.map(|text| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"));
        format!("<w:tr>{}</w:tr>", cells.collect::<String>())
    };
    let line = ["1", "首页", "新闻", "", "", "每月更新", "县财政局", ""];
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body><w:tbl>{}{}</w:tbl></w:body></w:document>",
        cells(&HEADS),
        cells(&line)
    );
    let parts: [(&str, &[u8]); 2] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ];
    archive(&parts)
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).expect("a part");
        archive.write_all(bytes).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

/// The same archive with a part more.
fn with(file: Vec<u8>, name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new_append(Cursor::new(file)).expect("an archive");
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file(name, options).expect("a part");
    archive.write_all(bytes).expect("written");
    archive.finish().expect("an archive").into_inner()
}

/// Everything that the answer says is wrong or doubtful, each with its place.
fn told(answer: &Value) -> Vec<String> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut told = Vec::new();
    for problem in list(&answer["problems"]) {
        let line = problem["line"].as_u64().map(|line| format!("第{line}行 "));
        told.push(format!(
            "{}{} {}",
            line.unwrap_or_default(),
            text(&problem["cell"]),
            text(&problem["message"])
        ));
    }
    let of_proposals = list(&answer["proposals"]).into_iter();
    let of_proposals = of_proposals.flat_map(|one| list(&one["doubts"]));
    for doubt in list(&answer["doubts"]).into_iter().chain(of_proposals) {
        told.push(format!(
            "序号{} {} {}",
            doubt["row"],
            text(&doubt["cell"]),
            text(&doubt["message"])
        ));
    }
    told
}

async fn send(person: &Person, path: &str, name: &str, bytes: Vec<u8>) -> Value {
    person.0.send_file(path, name, bytes).await.ok().json
}

#[tokio::test]
async fn every_bad_file_is_told_with_its_place_and_leaves_nothing() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let before = matrix(&coordinator, "").await;
    let last = site.last_ledger_line().await.sequence;
    let good = "1,首页,新闻,,,每月更新,县财政局,";
    let macros = "文件中含有宏";
    // Name, bytes, where, what, and whether the whole file is refused.
    let files: Vec<(&str, Vec<u8>, &str, &str, bool)> = vec![
        (
            "a.csv",
            csv(&[good, good.replace('1', "2").as_str()]),
            "第3行 一级栏目",
            "与第 2 行重复",
            true,
        ),
        (
            "a.csv",
            csv(&["1,首页,新闻,,,每月更新,县方言办,"]),
            "序号1 责任部门",
            "“县方言办”不在部门名单中",
            false,
        ),
        (
            "a.csv",
            csv(&["1,首页,新闻,,,\"机构概况每月更新，联系方式每年更新\",县财政局,"]),
            "序号1 更新要求",
            "机构概况、联系方式",
            false,
        ),
        (
            "a.csv",
            csv(&["1,首页,新闻,,,文件发布3日内更新,县财政局,"]),
            "序号1 更新要求",
            "两处不一致",
            false,
        ),
        ("a.xlsx", csv(&[good]), "", "不支持这种文件", true),
        ("a.docx", xlsx(), "", "与文件名不符", true),
        ("a.xlsx", docx(), "", "与文件名不符", true),
        ("a.csv", xlsx(), "", "Excel", true),
        (
            "a.pdf",
            b"%PDF-1.4\n%%EOF\n".to_vec(),
            "",
            "责任表只能是",
            true,
        ),
        (
            "a.xlsx",
            with(xlsx(), "xl/media/zeros.bin", &vec![0; BURSTING]),
            "",
            "压缩炸弹",
            true,
        ),
        (
            "a.docx",
            with(docx(), "word/media/zeros.bin", &vec![0; BURSTING]),
            "",
            "压缩炸弹",
            true,
        ),
        (
            "a.xlsx",
            with(xlsx(), "xl/vbaProject.bin", b"macro"),
            "",
            macros,
            true,
        ),
        (
            "a.docx",
            with(docx(), "word/vbaProject.bin", b"macro"),
            "",
            macros,
            true,
        ),
        (
            "a.xlsm",
            with(xlsx(), "xl/vbaProject.bin", b"macro"),
            "",
            "与文件名不符",
            true,
        ),
        (
            "a.docm",
            with(docx(), "word/vbaProject.bin", b"macro"),
            "",
            "与文件名不符",
            true,
        ),
    ];
    for (name, bytes, place, words, whole) in files {
        for operation in [path::MATRIX_ANNEX_COMPARE, path::MATRIX_ANNEX_PROPOSE] {
            let answer = send(&coordinator, operation, name, bytes.clone()).await;
            let told = told(&answer);
            assert!(
                told.iter()
                    .any(|said| said.starts_with(place) && said.contains(words)),
                "{operation} {name} {words}: {told:?}"
            );
            let rest =
                ["differences", "proposals"].map(|list| answer[list].as_array().map(Vec::len));
            let rest: usize = rest.into_iter().flatten().sum();
            assert_eq!(rest == 0, whole, "{operation} {name} {words}: {answer}");
        }
    }
    let drafts = matrix_draft::Entity::find().count(site.db()).await;
    assert_eq!(drafts.expect("drafts"), 0);
    assert_eq!(site.last_ledger_line().await.sequence, last);
    assert_eq!(matrix(&coordinator, "").await, before);
    let listed = coordinator.get("/matrix/versions").await.ok();
    assert_eq!(listed["drafts"], json!([]));
    // The good ones are read: it was the fault that was refused.
    for (name, bytes) in [
        ("a.csv", csv(&[good])),
        ("a.xlsx", xlsx()),
        ("a.docx", docx()),
    ] {
        let answer = send(&coordinator, path::MATRIX_ANNEX_PROPOSE, name, bytes).await;
        assert_eq!(answer["problems"], json!([]), "{name}");
        assert_eq!(answer["lines"], 1, "{name}");
    }
}
