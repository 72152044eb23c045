//! The table as a file of one of three kinds.

use axum::response::Response;
use lanmu_api::annex::AnnexFormat;
use lanmu_api::export::ExportFormat;
use lanmu_domain::annex::AnnexLine;

use super::csv::table;
use super::{TITLE, docx, xlsx};
use crate::error::Problem;
use crate::export::{answer, file_answer};

/// The answer that a browser saves.
///
/// # Errors
/// 500 if it could not be written, which the log explains.
pub async fn file(lines: Vec<AnnexLine>, format: AnnexFormat) -> Result<Response, Problem> {
    if format == AnnexFormat::Csv {
        return answer(table(&lines), ExportFormat::Csv).await;
    }
    let made = tokio::task::spawn_blocking(move || match format {
        AnnexFormat::Docx => docx::write(&lines).map_err(Problem::internal),
        AnnexFormat::Xlsx | AnnexFormat::Csv => xlsx::write(&lines).map_err(Problem::internal),
    });
    let bytes = made.await.map_err(Problem::internal)??;
    file_answer(bytes, TITLE, (format.key(), format.content_type()))
}
