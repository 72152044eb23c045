//! Looking through a file that somebody sends.

use super::{Inspected, inspect};
use crate::error::Problem;
use crate::session::FileRequest;

/// The file as it may be stored, and whether something was taken out of it.
///
/// # Errors
/// 422 for `file` with the reason why it is not taken.
pub async fn looked_through(request: &FileRequest) -> Result<(Inspected, bool), Problem> {
    let (name, bytes) = (request.name.clone(), request.bytes.clone());
    // Looking through fifty megabytes keeps no other request waiting.
    let looked = tokio::task::spawn_blocking(move || {
        let before = bytes.len();
        let found = inspect(&name, bytes.to_vec())?;
        let cleaned = found.bytes.len() != before || found.bytes != bytes;
        Ok((found, cleaned))
    });
    let looked: Result<_, String> = looked.await.map_err(Problem::internal)?;
    looked.map_err(|why| Problem::invalid_field("file", why))
}
