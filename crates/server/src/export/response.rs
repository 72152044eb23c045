//! The file as an answer.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Format, Table, csv, xlsx};
use crate::error::Problem;

/// The table in the format asked for, to be saved under its title.
///
/// # Errors
/// The file cannot be written.
pub fn respond(table: &Table, format: Format) -> Result<Response, Problem> {
    let (kind, ending, bytes) = match format {
        Format::Xlsx => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
            xlsx::write(table)?,
        ),
        Format::Csv => ("text/csv; charset=utf-8", "csv", csv::write(table)?),
    };
    let name = format!("{}.{ending}", table.title);
    let encoded = utf8_percent_encode(&name, NON_ALPHANUMERIC);
    let disposition =
        format!("attachment; filename=\"export.{ending}\"; filename*=UTF-8''{encoded}");
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
