//! Bytes of an uploaded table become text.

use encoding_rs::GB18030;

use super::FileProblem;

/// The largest file that is read, in bytes: 16 MiB.
pub const MAX_FILE_BYTES: usize = 16 * 1024 * 1024;

/// Decodes UTF-8, with or without a byte order mark, and GB18030 (which Chinese office software
/// writes by default; GBK and GB 2312 are parts of it). Valid UTF-8 is taken as UTF-8.
///
/// # Errors
/// Too large, an Excel workbook, UTF-16, or neither of the two encodings.
pub(super) fn decode(bytes: &[u8]) -> Result<String, FileProblem> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(FileProblem::of_file("文件超过16 MiB，请拆分后再上传"));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(FileProblem::of_file(
            "这是Excel工作簿，请在Excel或者WPS中另存为“CSV UTF-8（逗号分隔）”后再上传",
        ));
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(FileProblem::of_file(
            "文件编码为UTF-16，请另存为“CSV UTF-8（逗号分隔）”后再上传",
        ));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    GB18030
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or_else(|| {
            FileProblem::of_file(
                "文件编码既不是UTF-8也不是GB18030，请另存为“CSV UTF-8（逗号分隔）”后再上传",
            )
        })
}
