//! Files read back as a spreadsheet program would.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Cell, Column, Table, csv, xlsx};

fn day() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn moment() -> DateTime<FixedOffset> {
    "2026-11-23T09:05:07+08:00".parse().unwrap()
}

fn table(rows: Vec<Vec<Cell>>) -> Table {
    Table {
        title: "栏目更新情况".to_owned(),
        columns: vec![
            Column::new("栏目", 30),
            Column::new("条数", 8),
            Column::new("最近更新", 12),
            Column::new("登记时间", 20),
        ],
        rows,
        notes: vec![
            "数据截至2026年11月23日（周一）".to_owned(),
            "=1+1".to_owned(),
        ],
    }
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

fn sheet(bytes: &[u8]) -> Range<Data> {
    open(bytes).worksheet_range_at(0).unwrap().unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut file = archive.by_name(name).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

fn records(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap();
    ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text)
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn a_workbook_keeps_values_and_their_kinds() {
    let row = vec!["要闻".into(), 3_i64.into(), day().into(), moment().into()];
    let other = vec![
        None::<String>.into(),
        0.5.into(),
        Cell::Empty,
        i64::MAX.into(),
    ];
    let bytes = xlsx::write(&table(vec![row, other])).unwrap();
    let read = sheet(&bytes);
    assert_eq!(open(&bytes).sheet_names(), ["栏目更新情况"]);
    assert_eq!(read[(0, 3)], Data::String("登记时间".to_owned()));
    assert_eq!(read[(1, 0)], Data::String("要闻".to_owned()));
    assert_eq!(read[(1, 1)], Data::Float(3.0));
    let (Data::DateTime(on), Data::DateTime(at)) = (&read[(1, 2)], &read[(1, 3)]) else {
        panic!("no dates: {read:?}");
    };
    assert_eq!(on.as_datetime().unwrap().date(), day());
    assert_eq!(at.as_datetime().unwrap(), moment().naive_local());
    assert_eq!(read[(2, 0)], Data::Empty);
    assert_eq!(read[(2, 1)], Data::Float(0.5));
    assert_eq!(read[(2, 3)], Data::String(i64::MAX.to_string()));
    assert!((0..4).all(|column| read[(3, column)] == Data::Empty));
    assert_eq!(
        read[(4, 0)],
        Data::String("数据截至2026年11月23日（周一）".to_owned())
    );
    assert_eq!(read.height(), 6);
}

#[test]
fn a_workbook_is_ready_to_filter_and_print() {
    let rows = vec![vec!["要闻".into()], vec![day().into()]];
    let bytes = xlsx::write(&table(rows)).unwrap();
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    for said in [
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
        "<autoFilter ref=\"A1:D3\"/>",
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "第 &amp;P 页，共 &amp;N 页",
    ] {
        assert!(xml.contains(said), "{said} in {xml}");
    }
    let book = part(&bytes, "xl/workbook.xml");
    assert!(
        book.contains("_xlnm.Print_Titles") && book.contains("$1:$1"),
        "{book}"
    );
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("formatCode=\"yyyy-mm-dd\""), "{styles}");
    assert!(styles.contains("<b/>"), "{styles}");
}

#[test]
fn text_is_never_a_formula() {
    let texts = [
        "=1+1",
        "+1",
        "-1",
        "@A1",
        "\t=1",
        "＝1",
        "{=1}",
        "http://example.invalid/",
    ];
    let rows = texts.iter().map(|text| vec![Cell::from(*text)]).collect();
    let table = table(rows);
    let bytes = xlsx::write(&table).unwrap();
    let read = sheet(&bytes);
    for (at, text) in texts.iter().enumerate() {
        assert_eq!(read[(at + 1, 0)], Data::String((*text).to_owned()));
    }
    assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
    let read = records(&csv::write(&table).unwrap());
    for (at, text) in texts.iter().take(6).enumerate() {
        assert_eq!(read[at + 1][0], format!("'{text}"));
    }
    assert_eq!(read.last().unwrap()[0], "'=1+1", "a note is text too");
}

#[test]
fn numbers_below_zero_stay_numbers() {
    let mut table = table(vec![vec![(-3_i64).into(), (-0.5).into(), f64::NAN.into()]]);
    let read = sheet(&xlsx::write(&table).unwrap());
    assert_eq!(read[(1, 0)], Data::Float(-3.0));
    assert_eq!(read[(1, 2)], Data::Empty);
    table.notes.clear();
    let bytes = csv::write(&table).unwrap();
    assert!(bytes.ends_with("\r\n-3,-0.5,,\r\n".as_bytes()));
}

#[test]
fn csv_is_quoted_and_every_record_equally_wide() {
    let row = vec![
        "甲，\"乙\",\r\n丙".into(),
        3_i64.into(),
        day().into(),
        moment().into(),
    ];
    let bytes = csv::write(&table(vec![row, vec!["短".into()]])).unwrap();
    let text = std::str::from_utf8(&bytes).unwrap();
    assert!(
        text.starts_with("\u{feff}栏目,条数,最近更新,登记时间\r\n\"甲，\"\"乙\"\",\r\n丙\",3,")
    );
    let read = records(&bytes);
    assert_eq!(
        read[1],
        [
            "甲，\"乙\",\r\n丙",
            "3",
            "2026-11-23",
            "2026-11-23 09:05:07"
        ]
    );
    assert_eq!(read[2], ["短", "", "", ""]);
    assert_eq!(read[3], ["", "", "", ""]);
    assert_eq!(read[4], ["数据截至2026年11月23日（周一）", "", "", ""]);
}

#[test]
fn a_list_of_nothing_is_a_file_with_headings() {
    let mut table = table(Vec::new());
    let read = sheet(&xlsx::write(&table).unwrap());
    assert_eq!(read[(0, 0)], Data::String("栏目".to_owned()));
    assert_eq!(
        read[(2, 0)],
        Data::String("数据截至2026年11月23日（周一）".to_owned())
    );
    table.notes.clear();
    let text = "\u{feff}栏目,条数,最近更新,登记时间\r\n";
    assert_eq!(csv::write(&table).unwrap(), text.as_bytes());
    assert!(sheet(&xlsx::write(&Table::default()).unwrap()).is_empty());
    assert!(csv::write(&Table::default()).is_ok());
}

#[test]
fn ten_thousand_rows_come_back() {
    let row = |n: i64| {
        vec![
            format!("第 {n} 行").into(),
            n.into(),
            day().into(),
            moment().into(),
        ]
    };
    let table = table((1..=10_000).map(row).collect());
    let read = sheet(&xlsx::write(&table).unwrap());
    assert_eq!(read.height(), 10_004);
    assert_eq!(read[(10_000, 0)], Data::String("第 10000 行".to_owned()));
    assert_eq!(read[(10_000, 1)], Data::Float(10_000.0));
    let read = records(&csv::write(&table).unwrap());
    assert_eq!(read.len(), 10_004);
    assert_eq!(read[10_000][..2], ["第 10000 行", "10000"]);
}

#[test]
fn more_rows_than_a_sheet_holds_are_refused() {
    let table = table(vec![Vec::new(); 1_048_573]);
    assert!(matches!(
        xlsx::write(&table),
        Err(rust_xlsxwriter::XlsxError::RowColumnLimitError)
    ));
}

#[test]
fn what_a_cell_cannot_hold_is_cut_and_says_so() {
    let long = "栏".repeat(40_000);
    let text = |text: &str| {
        let bytes = xlsx::write(&table(vec![vec![text.into()]])).unwrap();
        sheet(&bytes)[(1, 0)].to_string()
    };
    let read = text(&long);
    assert_eq!(read.chars().count(), 32_767);
    assert!(read.ends_with("……（内容过长，未全部导出）"));
    // Two UTF-16 units each.
    assert!(text(&"𠮷".repeat(20_000)).encode_utf16().count() <= 32_767);
    let exact = "栏".repeat(32_767);
    assert_eq!(text(&exact), exact);
}

#[test]
fn control_characters_and_days_before_excel_do_no_harm() {
    let old: NaiveDate = "1899-12-31".parse().unwrap();
    let bytes = xlsx::write(&table(vec![vec![
        "甲\u{0}乙\u{8}_x0041_".into(),
        old.into(),
    ]]))
    .unwrap();
    let read = sheet(&bytes);
    assert!(read[(1, 0)].to_string().starts_with('甲'));
    assert_eq!(read[(1, 1)], Data::String("1899-12-31".to_owned()));
}

#[test]
fn a_title_names_sheet_and_file() {
    let name = |title: &str| {
        let mut table = table(Vec::new());
        table.title = title.to_owned();
        let bytes = xlsx::write(&table).unwrap();
        (open(&bytes).sheet_names()[0].clone(), table.file_stem())
    };
    let pair = |sheet: &str, file: &str| (sheet.to_owned(), file.to_owned());
    assert_eq!(
        name("台账[2026/11]: 全部?*"),
        pair("台账-2026-11-- 全部--", "台账[2026-11]- 全部--")
    );
    assert_eq!(name("'甲'"), pair("-甲-", "'甲'"));
    assert_eq!(name("  "), pair("导出", "导出"));
    assert_eq!(name("History"), pair("导出", "History"));
    assert_eq!(name("..\\..\\甲."), pair("..-..-甲.", "-..-甲"));
    let (sheet, file) = name(&"𠮷".repeat(80));
    assert_eq!((sheet.chars().count(), file.chars().count()), (15, 60));
}
