//! Word and Excel since 2007, and OFD: a ZIP of XML files. What is inside is looked at before
//! anything is unpacked, and only small properties are ever unpacked.

use std::io::{Cursor, Read as _, Write as _};

use lanmu_domain::attachment::{AttachmentKind, AttachmentWarning};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{Cleaned, DAMAGED, unknown, xml};

/// The words for a file with macros.
pub(super) const MACROS: &str = "文件中含有宏，不能上传，请另存为不含宏的 docx、xlsx 后重新上传。";

/// Files in one archive at most; a thick report has a few hundred.
const ENTRIES_MAX: usize = 5_000;
/// Unpacked it has so many bytes at most.
const UNPACKED_MAX: u64 = 500 * 1024 * 1024;
/// Unpacked it is so many times larger at most, where that is more than [`HARMLESS`].
const RATIO_MAX: u64 = 200;
/// So many bytes overwhelm nobody.
const HARMLESS: u64 = 50 * 1024 * 1024;
/// A list of parts, properties or comments has so many bytes at most.
const PART_MAX: u64 = 8 * 1024 * 1024;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Word, Excel or OFD, by what the archive holds.
pub(super) fn kind_of(bytes: &[u8]) -> Result<AttachmentKind, String> {
    let archive = open(bytes)?;
    let holds = |name: &str| archive.index_for_name(name).is_some();
    if holds("OFD.xml") {
        Ok(AttachmentKind::Ofd)
    } else if !holds("[Content_Types].xml") {
        Err(unknown())
    } else if holds("word/document.xml") {
        Ok(AttachmentKind::Docx)
    } else if holds("xl/workbook.xml") {
        Ok(AttachmentKind::Xlsx)
    } else {
        Err(unknown())
    }
}

fn open(bytes: &[u8]) -> Result<Archive<'_>, String> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| DAMAGED.to_owned())
}

/// The document without its author; refused with macros, or where it would burst.
pub(super) fn clean(kind: AttachmentKind, bytes: Vec<u8>) -> Result<Cleaned, String> {
    let mut archive = open(&bytes)?;
    check(&mut archive, bytes.len())?;
    let mut warnings = Vec::new();
    let mut changed = Vec::new();
    let signed = names(&archive).iter().any(|name| is_signature(name));
    for (part, elements) in properties(kind) {
        let Some(text) = read(&mut archive, part)? else {
            continue;
        };
        let Ok(text) = String::from_utf8(text) else {
            warnings.push(AttachmentWarning::PropertiesUnread);
            continue;
        };
        if let Some(emptied) = xml::emptied(&text, elements) {
            changed.push((*part, emptied));
        }
    }
    if signed && !changed.is_empty() {
        changed.clear();
        warnings.push(AttachmentWarning::SignedAuthorKept);
    }
    warnings.extend(remarks(&mut archive)?);
    drop(archive);
    let bytes = if changed.is_empty() {
        bytes
    } else {
        rewritten(&bytes, &changed).ok_or(DAMAGED)?
    };
    Ok(Cleaned {
        bytes,
        size: None,
        warnings,
    })
}

/// The parts that name people, and their elements.
fn properties(kind: AttachmentKind) -> &'static [(&'static str, &'static [&'static str])] {
    match kind {
        AttachmentKind::Ofd => &[("OFD.xml", &["Author"])],
        _ => &[
            ("docProps/core.xml", &["creator", "lastModifiedBy"]),
            ("docProps/app.xml", &["Company", "Manager"]),
        ],
    }
}

/// The names of all parts, as far as they are text.
fn names(archive: &Archive<'_>) -> Vec<String> {
    let names = archive.file_names().filter_map(Result::ok);
    names.map(|name| name.into_owned()).collect()
}

fn is_signature(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("_xmlsignatures/") || name.ends_with("signatures.xml")
}

/// Everything that can be seen without unpacking.
fn check(archive: &mut Archive<'_>, packed: usize) -> Result<(), String> {
    if archive.len() > ENTRIES_MAX {
        return Err(format!(
            "文件内部包含 {} 个部分，超过上限，不能上传。",
            archive.len()
        ));
    }
    let mut unpacked: u64 = 0;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|_| DAMAGED)?;
        if entry.encrypted() {
            return Err("文件设有打开密码，读者无法打开，请取消密码后重新上传。".to_owned());
        }
        let name = entry.name().map_err(|_| DAMAGED)?.to_ascii_lowercase();
        if is_macro(&name) {
            return Err(MACROS.to_owned());
        }
        unpacked = unpacked.saturating_add(entry.size());
    }
    let packed = u64::try_from(packed).unwrap_or(u64::MAX);
    let bursts = unpacked > HARMLESS && unpacked / packed.max(1) > RATIO_MAX;
    if unpacked > UNPACKED_MAX || bursts {
        return Err("文件解压后过大，可能是压缩炸弹，不能上传。".to_owned());
    }
    let types = read(archive, "[Content_Types].xml")?.unwrap_or_default();
    let types = String::from_utf8_lossy(&types).to_ascii_lowercase();
    if types.contains("macroenabled") || types.contains("vbaproject") {
        return Err(MACROS.to_owned());
    }
    Ok(())
}

/// Macros by their part, an embedded document with macros, or a control.
fn is_macro(name: &str) -> bool {
    let endings = [
        "vbaproject.bin",
        "vbadata.xml",
        ".docm",
        ".dotm",
        ".xlsm",
        ".xltm",
        ".xlam",
    ];
    endings.iter().any(|ending| name.ends_with(ending)) || name.contains("/activex/")
}

/// A part, unpacked; `None` where there is none.
fn read(archive: &mut Archive<'_>, part: &str) -> Result<Option<Vec<u8>>, String> {
    let Some(index) = archive.index_for_name(part) else {
        return Ok(None);
    };
    let entry = archive.by_index(index).map_err(|_| DAMAGED)?;
    let mut text = Vec::new();
    // What a header says of a size may be a lie.
    entry
        .take(PART_MAX + 1)
        .read_to_end(&mut text)
        .map_err(|_| DAMAGED)?;
    if u64::try_from(text.len()).unwrap_or(u64::MAX) > PART_MAX {
        return Err("文件解压后过大，可能是压缩炸弹，不能上传。".to_owned());
    }
    Ok(Some(text))
}

/// Comments and tracked changes, which a reader would see.
fn remarks(archive: &mut Archive<'_>) -> Result<Vec<AttachmentWarning>, String> {
    let mut found = Vec::new();
    let commented = names(archive).iter().any(|name| {
        name == "word/comments.xml"
            || name.starts_with("xl/comments")
            || name.contains("threadedComment")
    });
    if commented {
        found.push(AttachmentWarning::Comments);
    }
    let Some(index) = archive.index_for_name("word/document.xml") else {
        return Ok(found);
    };
    let entry = archive.by_index(index).map_err(|_| DAMAGED)?;
    let mut text = Vec::new();
    entry
        .take(PART_MAX)
        .read_to_end(&mut text)
        .map_err(|_| DAMAGED)?;
    let tracked = [&b"<w:ins "[..], b"<w:del ", b"<w:moveFrom "]
        .iter()
        .any(|tag| super::find(&text, tag, 0).is_some());
    if tracked {
        found.push(AttachmentWarning::TrackedChanges);
    }
    Ok(found)
}

/// The archive with other texts in some parts; all others are copied as they are packed.
fn rewritten(bytes: &[u8], changed: &[(&str, String)]) -> Option<Vec<u8>> {
    let mut archive = open(bytes).ok()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    // One time for all: the same file gives the same bytes again.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).ok()?;
        let name = entry.name().ok()?.into_owned();
        match changed.iter().find(|(part, _)| *part == name) {
            Some((_, text)) => {
                writer.start_file(name, options).ok()?;
                writer.write_all(text.as_bytes()).ok()?;
            }
            None => writer.raw_copy_file(entry).ok()?,
        }
    }
    Some(writer.finish().ok()?.into_inner())
}
