//! A file becomes the lines of a table, or the reasons why not.

mod docx;
mod xlsx;

use lanmu_domain::annex::{AnnexLine, FileProblem, read_document, read_lines};
use lanmu_domain::attachment::AttachmentKind;

use crate::service::attachment::inspect;

/// Larger files are no tables: 16 MiB.
const BYTES_MAX: usize = lanmu_domain::annex::MAX_FILE_BYTES;

/// Reads an XLSX, DOCX or CSV by what its bytes are.
///
/// # Errors
/// Every problem with its place; one of the whole file where it is none of the three, not what its
/// name says, too large, damaged, or made to harm.
pub(super) fn read(name: &str, bytes: Vec<u8>) -> Result<Vec<AnnexLine>, Vec<FileProblem>> {
    if bytes.len() > BYTES_MAX {
        return Err(whole("文件超过16 MiB，请拆分后再上传。"));
    }
    if name.to_lowercase().ends_with(".csv") {
        return read_lines(&bytes);
    }
    let found = inspect(name, bytes).map_err(whole)?;
    let rows = match found.kind {
        AttachmentKind::Xlsx => xlsx::rows(&found.bytes),
        AttachmentKind::Docx => docx::rows(&found.bytes),
        _ => Err("责任表只能是 XLSX、DOCX 或者 CSV 文件，请另存后重新上传。".to_owned()),
    };
    read_document(rows.map_err(whole)?)
}

fn whole(message: impl Into<String>) -> Vec<FileProblem> {
    vec![FileProblem {
        line: None,
        cell: String::new(),
        message: message.into(),
    }]
}
