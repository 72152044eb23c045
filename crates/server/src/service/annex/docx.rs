//! The table as a text document: cells merged as in the notice, A4 across, its head on every page.
//!
//! Written by hand over `zip`: the library for it knows no heads that repeat.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use lanmu_domain::annex::AnnexLine;
use quick_xml::escape::escape;
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use super::merges::{Merge, cells, merge_at, merges};
use super::{HEADINGS, TITLE, WIDTHS};

/// Width of the table in twentieths of a point: A4 across without margins of 2 cm.
const TABLE_WIDTH: u32 = 14_570;

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// The bytes of the file.
///
/// # Errors
/// The archive could not be written.
pub(super) fn write(lines: &[AnnexLine]) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", document(lines).as_str()),
    ] {
        archive.start_file(name, SimpleFileOptions::default())?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn document(lines: &[AnnexLine]) -> String {
    let mut xml = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#,
    );
    xml.push_str(&paragraph("附件2", 32, false, "left"));
    xml.push_str(&paragraph(TITLE, 40, true, "center"));
    xml.push_str("<w:tbl><w:tblPr>");
    let _ = write!(xml, r#"<w:tblW w:w="{TABLE_WIDTH}" w:type="dxa"/>"#);
    xml.push_str("<w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(
            xml,
            r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#
        );
    }
    xml.push_str(r#"</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#);
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

fn cell(width: u32, mark: &str, content: &str) -> String {
    format!(
        r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{mark}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>"#
    )
}

/// A paragraph; its size in half points.
fn paragraph(text: &str, size: u32, bold: bool, align: &str) -> String {
    let bold = if bold { "<w:b/>" } else { "" };
    format!(
        r#"<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋"/>{bold}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r></w:p>"#,
        escape(text)
    )
}
