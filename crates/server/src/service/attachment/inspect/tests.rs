//! Files made here, piece by piece.

use std::io::{Cursor, Write as _};

use lanmu_domain::attachment::{AttachmentKind, AttachmentWarning};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::inspect;

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|at| at == word.as_bytes())
}

/// A segment of a JPEG.
fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap_or_default();
    let mut whole = vec![0xFF, marker];
    whole.extend(length.to_be_bytes());
    whole.extend(data);
    whole
}

/// A JPEG of 2 × 3 pixels, turned, with a place, an author and a film behind it.
fn jpeg() -> Vec<u8> {
    let mut exif =
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend(b"GPSLatitude 26.68");
    let mut bytes = vec![0xFF, 0xD8];
    bytes.extend(segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"));
    bytes.extend(segment(0xE1, &exif));
    bytes.extend(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0Zhangsan"));
    bytes.extend(segment(0xFE, b"comment"));
    bytes.extend(segment(0xC0, &[8, 0, 3, 0, 2, 1, 1, 0x11, 0]));
    bytes.extend(segment(0xDA, &[1, 1, 0, 0, 0x3F, 0]));
    bytes.extend([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9]);
    bytes.extend(b"film");
    bytes
}

/// A chunk of a PNG; nobody looks at its sum.
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut whole = u32::try_from(data.len())
        .unwrap_or_default()
        .to_be_bytes()
        .to_vec();
    whole.extend(kind);
    whole.extend(data);
    whole.extend([0; 4]);
    whole
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut head = width.to_be_bytes().to_vec();
    head.extend(height.to_be_bytes());
    head.extend([8, 2, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    bytes.extend(chunk(b"IHDR", &head));
    bytes.extend(chunk(b"tEXt", b"Author\0Zhangsan"));
    bytes.extend(chunk(b"eXIf", b"MM\0*GPSLatitude"));
    bytes.extend(chunk(b"IDAT", b"pixels"));
    bytes.extend(chunk(b"IEND", b""));
    bytes
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .and_then(|()| Ok(writer.write_all(data)?))
            .unwrap_or_default();
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
const CORE: &[u8] = b"<cp:coreProperties><dc:title>T</dc:title><dc:creator>Zhangsan</dc:creator>\
    <cp:lastModifiedBy>Lisi</cp:lastModifiedBy></cp:coreProperties>";

fn docx(more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut parts = vec![TYPES, ("word/document.xml", b"<w:document/>".as_slice())];
    parts.extend(more);
    archive(&parts)
}

fn refused(name: &str, bytes: Vec<u8>) -> String {
    inspect(name, bytes).map(|_| ()).expect_err(name)
}

#[test]
fn a_jpeg_loses_place_author_and_film_and_keeps_its_turn() {
    let found = inspect("现场.jpg", jpeg()).expect("a picture");
    assert_eq!(found.kind, AttachmentKind::Jpeg);
    assert_eq!(found.size, Some((2, 3)));
    for gone in ["GPSLatitude", "Zhangsan", "comment", "film"] {
        assert!(!holds(&found.bytes, gone), "{gone}");
    }
    assert!(holds(&found.bytes, "Exif") && holds(&found.bytes, "JFIF"));
    // Cleaning what is clean changes nothing.
    let again = inspect("现场.jpg", found.bytes.clone()).expect("a picture");
    assert_eq!(again.bytes, found.bytes);
}

#[test]
fn a_png_loses_its_texts() {
    let found = inspect("图.PNG", png(4, 5)).expect("a picture");
    assert_eq!(found.size, Some((4, 5)));
    assert!(!holds(&found.bytes, "Zhangsan") && !holds(&found.bytes, "GPSLatitude"));
    assert!(holds(&found.bytes, "pixels"));
}

#[test]
fn pictures_that_burst_or_break_are_refused() {
    assert!(refused("大.png", png(20_000, 1)).contains("20000×1"));
    assert!(refused("大.png", png(9_000, 9_000)).contains("万像素"));
    assert!(refused("空.png", png(0, 9)).contains("已损坏"));
    let cut = jpeg();
    assert!(refused("断.jpg", cut[..40].to_vec()).contains("已损坏"));
    for end in 3..jpeg().len() {
        // Whatever is cut off, nothing panics.
        let _ = inspect("断.jpg", jpeg()[..end].to_vec());
    }
    for end in 8..png(1, 1).len() {
        let _ = inspect("断.png", png(1, 1)[..end].to_vec());
    }
}

#[test]
fn the_bytes_decide_and_the_name_must_agree() {
    assert!(refused("图.png", jpeg()).contains("与文件名不符"));
    assert!(refused("图.pdf", b"MZ\x90\0".to_vec()).contains("不支持"));
    assert!(refused("页.html", b"<html>".to_vec()).contains("不支持"));
    assert!(refused("图.svg", b"<svg xmlns=''/>".to_vec()).contains("不支持"));
    assert!(refused("空.pdf", Vec::new()).contains("空的"));
    assert!(refused("包.zip", archive(&[("a.txt", b"a")])).contains("不支持"));
    assert!(refused("表.xlsx", docx(&[])).contains("与文件名不符"));
}

#[test]
fn a_document_loses_its_author_and_keeps_its_text() {
    let bytes = docx(&[("docProps/core.xml", CORE)]);
    let found = inspect("方案.docx", bytes).expect("a document");
    assert_eq!(found.kind, AttachmentKind::Docx);
    let mut archive = zip::ZipArchive::new(Cursor::new(found.bytes)).expect("an archive");
    let core = archive.by_name("docProps/core.xml").expect("the part");
    let core = std::io::read_to_string(core).expect("text");
    assert!(
        !core.contains("Zhangsan") && !core.contains("Lisi"),
        "{core}"
    );
    assert!(core.contains("<dc:title>T</dc:title>"));
    assert!(archive.by_name("word/document.xml").is_ok());
}

#[test]
fn comments_and_tracked_changes_are_told() {
    let bytes = docx(&[("word/comments.xml", b"<w:comments/>")]);
    let found = inspect("方案.docx", bytes).expect("a document");
    assert_eq!(found.warnings, [AttachmentWarning::Comments]);
}

#[test]
fn macros_and_bombs_are_refused() {
    let macros = docx(&[("word/vbaProject.bin", b"x")]);
    assert!(refused("方案.docx", macros).contains("宏"));
    let typed = archive(&[
        (
            "[Content_Types].xml",
            b"<Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/>",
        ),
        ("word/document.xml", b"<w:document/>"),
    ]);
    assert!(refused("方案.docx", typed).contains("宏"));
    let zeros = vec![0; 60 * 1024 * 1024];
    let bomb = docx(&[("word/media/a.bin", &zeros)]);
    assert!(bomb.len() < 1024 * 1024);
    assert!(refused("方案.docx", bomb).contains("压缩炸弹"));
}

#[test]
fn a_pdf_loses_the_author_that_stands_in_the_open() {
    let bytes = b"%PDF-1.4\n1 0 obj<</Author (Zhang \\(san\\)) /Title (T)>>endobj\n%%EOF".to_vec();
    let length = bytes.len();
    let found = inspect("公告.pdf", bytes).expect("a file");
    assert!(!holds(&found.bytes, "Zhang") && holds(&found.bytes, "(T)"));
    assert_eq!(found.bytes.len(), length, "no offset moves");
    let signed = b"%PDF-1.4\n<</Author (Zhang)>> /ByteRange [0 1 2 3]".to_vec();
    let found = inspect("公告.pdf", signed).expect("a file");
    assert!(holds(&found.bytes, "Zhang"));
    assert_eq!(found.warnings, [AttachmentWarning::SignedAuthorKept]);
}

#[test]
fn a_file_has_its_limit() {
    let mut large = png(4, 5);
    large.resize(10 * 1024 * 1024 + 1, 0);
    assert!(refused("大.png", large).contains("10 MB"));
    let mut large = b"%PDF-1.4".to_vec();
    large.resize(50 * 1024 * 1024 + 1, b' ');
    assert!(refused("大.pdf", large).contains("50 MB"));
}
