//! The table as a text document: cells merged as in the notice, A4 across, its head on every page.

use std::fmt::Write as _;

use lanmu_domain::annex::AnnexLine;
use zip::result::ZipError;

use super::merges::{Merge, cells, merge_at, merges};
use super::{HEADINGS, TITLE, WIDTHS};
use crate::export::docx::{BORDERS, OPENING, cell, package, paragraph};

/// Width of the table in twentieths of a point: A4 across without margins of 2 cm.
const TABLE_WIDTH: u32 = 14_570;

/// The bytes of the file.
///
/// # Errors
/// The archive could not be written.
pub(super) fn write(lines: &[AnnexLine]) -> Result<Vec<u8>, ZipError> {
    package(&document(lines))
}

fn document(lines: &[AnnexLine]) -> String {
    let mut xml = String::from(OPENING);
    xml.push_str(&paragraph("附件2", 32, false, "left"));
    xml.push_str(&paragraph(TITLE, 40, true, "center"));
    xml.push_str("<w:tbl><w:tblPr>");
    let _ = write!(xml, r#"<w:tblW w:w="{TABLE_WIDTH}" w:type="dxa"/>"#);
    xml.push_str(BORDERS);
    xml.push_str(r#"<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#);
    for width in widths() {
        let _ = write!(xml, r#"<w:gridCol w:w="{width}"/>"#);
    }
    xml.push_str("</w:tblGrid>");
    xml.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (heading, width) in HEADINGS.into_iter().zip(widths()) {
        xml.push_str(&cell(width, "", &paragraph(heading, 21, true, "center")));
    }
    xml.push_str("</w:tr>");
    for (line, merges) in lines.iter().zip(merges(lines)) {
        xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (at, (text, width)) in cells(line).iter().zip(widths()).enumerate() {
            let (mark, text) = match merge_at(&merges, at) {
                Merge::Alone => ("", text.as_str()),
                Merge::First(_) => (r#"<w:vMerge w:val="restart"/>"#, text.as_str()),
                Merge::Below => ("<w:vMerge/>", ""),
            };
            xml.push_str(&cell(width, mark, &paragraph(text, 21, false, "left")));
        }
        xml.push_str("</w:tr>");
    }
    xml.push_str(concat!(
        "</w:tbl><w:sectPr>",
        r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#,
        r#"<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>"#,
        "</w:sectPr></w:body></w:document>",
    ));
    xml
}

fn widths() -> impl Iterator<Item = u32> {
    let all: u32 = WIDTHS.iter().copied().map(u32::from).sum();
    WIDTHS
        .into_iter()
        .map(move |width| u32::from(width) * TABLE_WIDTH / all)
}
