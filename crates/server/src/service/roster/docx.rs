//! The forms as one text document, each on a page of its own.

use std::fmt::Write as _;

use axum::response::Response;
use lanmu_api::annex::AnnexFormat;
use lanmu_api::roster::RosterForm;
use lanmu_domain::roster::{Listed, RosterRole, form_title};

use crate::error::Problem;
use crate::export::docx::{BORDERS, OPENING, cell, package, paragraph};
use crate::export::file_answer;

/// Width of the table in twentieths of a point: A4 upright without margins of 2.5 cm.
const TABLE_WIDTH: u32 = 9_070;
/// Widths of its columns.
const WIDTHS: [u32; 4] = [1_700, 1_800, 2_400, 3_170];
/// Rows for staff at least, as on the form of the notice.
const STAFF_ROWS: usize = 2;

/// The answer that a browser saves.
///
/// # Errors
/// 500 if it could not be written, which the log explains.
pub async fn forms_file(forms: Vec<RosterForm>) -> Result<Response, Problem> {
    let stem = match forms.as_slice() {
        [only] => form_title(&only.department_name),
        _ => "政务公开、政府网站暨政府系统政务新媒体工作机构表".to_owned(),
    };
    let made = tokio::task::spawn_blocking(move || package(&document(&forms)));
    let bytes = made
        .await
        .map_err(Problem::internal)?
        .map_err(Problem::internal)?;
    let docx = AnnexFormat::Docx;
    file_answer(bytes, &stem, (docx.key(), docx.content_type()))
}

fn document(forms: &[RosterForm]) -> String {
    let mut xml = String::from(OPENING);
    for (at, form) in forms.iter().enumerate() {
        let first = paragraph("附件1", 32, false, "left");
        xml.push_str(&if at == 0 {
            first
        } else {
            first.replacen("<w:pPr>", "<w:pPr><w:pageBreakBefore/>", 1)
        });
        xml.push_str(&paragraph(
            &form_title(&form.department_name),
            36,
            true,
            "center",
        ));
        xml.push_str(&paragraph("", 21, false, "left"));
        table(&mut xml, &form.lines);
        xml.push_str(&paragraph("", 21, false, "left"));
        xml.push_str(&paragraph(
            &format!("{}（盖章）", form.department_name),
            28,
            false,
            "right",
        ));
        xml.push_str(&paragraph("年　　月　　日", 28, false, "right"));
    }
    xml.push_str(concat!(
        r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>"#,
        r#"<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/>"#,
        "</w:sectPr></w:body></w:document>",
    ));
    xml
}

fn table(xml: &mut String, lines: &[Listed]) {
    let _ = write!(
        xml,
        r#"<w:tbl><w:tblPr><w:tblW w:w="{TABLE_WIDTH}" w:type="dxa"/>{BORDERS}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#
    );
    for width in WIDTHS {
        let _ = write!(xml, r#"<w:gridCol w:w="{width}"/>"#);
    }
    xml.push_str("</w:tblGrid>");
    let head = ["", "姓　名", "职　务", "联系方式（包括座机和手机）"];
    row(xml, head.map(|text| (text.to_owned(), "")), true);
    for (role, words, least) in [
        (RosterRole::Leader, "分管领导", 1),
        (RosterRole::Staff, "具体负责工作人员", STAFF_ROWS),
    ] {
        let own: Vec<&Listed> = lines.iter().filter(|line| line.role == role).collect();
        for at in 0..own.len().max(least) {
            let (label, mark) = if at == 0 {
                (words, r#"<w:vMerge w:val="restart"/>"#)
            } else {
                ("", "<w:vMerge/>")
            };
            let line = own.get(at);
            let text = |of: fn(&Listed) -> String| line.map(|line| of(line)).unwrap_or_default();
            let cells = [
                (label.to_owned(), mark),
                (text(|line| line.name.clone()), ""),
                (text(|line| line.post.clone()), ""),
                (text(contact), ""),
            ];
            row(xml, cells, false);
        }
    }
    xml.push_str("</w:tbl>");
}

fn row(xml: &mut String, cells: [(String, &str); 4], head: bool) {
    xml.push_str(r#"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="800"/></w:trPr>"#);
    for ((text, mark), width) in cells.into_iter().zip(WIDTHS) {
        xml.push_str(&cell(width, mark, &paragraph(&text, 24, head, "center")));
    }
    xml.push_str("</w:tr>");
}

/// 座机 and 手机 in one cell, as the form has it.
fn contact(line: &Listed) -> String {
    let both = [line.office_phone.as_str(), line.mobile.as_str()];
    let both: Vec<&str> = both.into_iter().filter(|text| !text.is_empty()).collect();
    both.join("　")
}
