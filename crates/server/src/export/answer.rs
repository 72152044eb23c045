//! The answer that a browser saves as a file.

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use lanmu_api::export::ExportFormat;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rust_xlsxwriter::XlsxError;

use super::{Table, csv, xlsx};
use crate::error::Problem;

/// Everything but `attr-char` of RFC 5987.
const NAME: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The table as a file named after its title, made away from the threads that serve requests.
///
/// # Errors
/// 422 for `format` if the list is longer than a sheet can be; 500 if it could not be written,
/// which the log explains.
pub async fn answer(table: Table, format: ExportFormat) -> Result<Response, Problem> {
    let stem = table.file_stem();
    let made = tokio::task::spawn_blocking(move || write(&table, format));
    let bytes = made.await.map_err(Problem::internal)??;
    file_answer(bytes, &stem, (format.key(), content_type(format)))
}

/// A file that was made, under a name without its ending; then its ending and media type.
///
/// # Errors
/// 500 where the name cannot stand in a header.
pub fn file_answer(
    bytes: Vec<u8>,
    stem: &str,
    (ending, content_type): (&str, &'static str),
) -> Result<Response, Problem> {
    let disposition = disposition(stem, ending);
    let headers: [(HeaderName, HeaderValue); 3] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&disposition).map_err(Problem::internal)?,
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, Body::from(bytes)).into_response())
}

fn write(table: &Table, format: ExportFormat) -> Result<Vec<u8>, Problem> {
    match format {
        ExportFormat::Xlsx => xlsx::write(table).map_err(|error| match error {
            XlsxError::RowColumnLimitError => Problem::invalid_field(
                "format",
                "内容超出 Excel 工作表的行数上限，请缩小查询范围，或改为导出 CSV。",
            ),
            other => Problem::internal(other),
        }),
        ExportFormat::Csv => csv::write(table).map_err(Problem::internal),
    }
}

const fn content_type(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat::Csv => "text/csv; charset=utf-8",
    }
}

/// A file name as headers write it (RFC 5987).
#[must_use]
pub fn encoded_name(name: &str) -> String {
    utf8_percent_encode(name, NAME).to_string()
}

/// The name in ASCII for old clients, and as it is (RFC 6266).
fn disposition(stem: &str, ending: &str) -> String {
    let name = encoded_name(stem);
    format!("attachment; filename=\"export.{ending}\"; filename*=UTF-8''{name}.{ending}")
}

#[cfg(test)]
mod tests {
    use axum::http::{StatusCode, header};
    use lanmu_api::export::ExportFormat;

    use super::{answer, disposition};
    use crate::export::Table;

    #[test]
    fn a_chinese_name_reaches_every_browser() {
        assert_eq!(
            disposition("台账 (1)", "xlsx"),
            "attachment; filename=\"export.xlsx\"; \
             filename*=UTF-8''%E5%8F%B0%E8%B4%A6%20%281%29.xlsx"
        );
    }

    #[tokio::test]
    async fn the_answer_is_a_file_that_nobody_keeps() {
        for (format, kind) in [
            (ExportFormat::Xlsx, "application/vnd.openxml"),
            (ExportFormat::Csv, "text/csv"),
        ] {
            let table = Table {
                title: "栏目\r\nX-Evil: 1\"".to_owned(),
                ..Table::default()
            };
            let response = answer(table, format).await.unwrap_or_default();
            assert_eq!(response.status(), StatusCode::OK);
            let header = |name| {
                let value = response.headers().get(name);
                value.and_then(|value| value.to_str().ok()).unwrap_or("")
            };
            assert!(header(header::CONTENT_TYPE).starts_with(kind));
            assert_eq!(header(header::CACHE_CONTROL), "no-store");
            let disposition = header(header::CONTENT_DISPOSITION);
            assert!(disposition.starts_with("attachment; filename=\"export."));
            assert!(disposition.contains("%E6%A0%8F%E7%9B%AE--X-Evil-%201-."));
        }
    }
}
