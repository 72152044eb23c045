use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn table(rows: Vec<Vec<Cell>>) -> Table {
    Table {
        title: "更新日历：列表/2026".to_owned(),
        columns: vec![
            Heading::new("栏目", 40.0),
            Heading::new("期限", 12.0),
            Heading::new("项数", 8.0),
        ],
        rows,
        notes: vec!["数据截至 2026-11-23。".to_owned()],
    }
}

fn sheet(table: &Table) -> Vec<Vec<Data>> {
    let bytes = xlsx::write(table).expect("a file");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let name = book.sheet_names().first().expect("a sheet").clone();
    assert_eq!(name, "更新日历：列表2026");
    let range = book.worksheet_range(&name).expect("cells");
    range.rows().map(<[Data]>::to_vec).collect()
}

fn lines(table: &Table) -> Vec<Vec<String>> {
    let bytes = csv::write(table).expect("a file");
    let text = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text);
    reader
        .records()
        .map(|record| {
            record
                .expect("a record")
                .iter()
                .map(str::to_owned)
                .collect()
        })
        .collect()
}

#[test]
fn both_formats_hold_the_same() {
    let rows = vec![vec![
        Cell::text("政务公开 / 部门文件，“一” \"二\"\n三"),
        Cell::Day(day("2026-11-26")),
        Cell::Number(3),
    ]];
    let written = table(rows);
    let read = sheet(&written);
    assert_eq!(read[0][0], Data::String("栏目".to_owned()));
    assert_eq!(
        read[1][0],
        Data::String("政务公开 / 部门文件，“一” \"二\"\n三".to_owned())
    );
    assert_eq!(
        read[1][1].to_string().parse::<f64>().map(|n| n as i64),
        Ok(46352)
    );
    assert_eq!(read[1][2], Data::Float(3.0));
    let read = lines(&written);
    assert_eq!(
        read[1],
        ["政务公开 / 部门文件，“一” \"二\"\n三", "2026-11-26", "3"]
    );
    assert_eq!(read[2], ["数据截至 2026-11-23。"]);
}

#[test]
fn nothing_is_taken_for_a_formula() {
    let attacks = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u{3000}=1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
    ];
    let rows = attacks
        .iter()
        .map(|text| vec![Cell::text(*text), Cell::Empty, Cell::Empty])
        .collect();
    let written = table(rows);
    for (line, attack) in lines(&written)[1..].iter().zip(attacks) {
        assert_eq!(line[0], format!("'{attack}"));
    }
    let read = sheet(&written);
    for row in &read[1..=attacks.len()] {
        assert!(matches!(row[0], Data::String(_)), "{:?}", row[0]);
    }
}

#[test]
fn an_empty_table_has_its_heads() {
    let written = table(Vec::new());
    assert_eq!(lines(&written)[0], ["栏目", "期限", "项数"]);
    assert_eq!(sheet(&written)[0].len(), 3);
}

#[test]
fn ten_thousand_rows_are_written() {
    let row = |n: usize| vec![Cell::text(format!("栏目{n}")), Cell::Empty, n.into()];
    let written = table((0..10_000).map(row).collect());
    assert_eq!(lines(&written).len(), 10_002);
    assert_eq!(sheet(&written)[10_000][2], Data::Float(9_999.0));
}
