//! `lanmu-server openapi`.

use std::process::ExitCode;

/// Prints the OpenAPI document.
///
/// # Errors
/// It cannot be written as JSON.
pub fn openapi() -> anyhow::Result<ExitCode> {
    println!(
        "{}",
        serde_json::to_string_pretty(&crate::router::openapi())?
    );
    Ok(ExitCode::SUCCESS)
}
