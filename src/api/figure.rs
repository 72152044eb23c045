//! 期限参数.

use lanmu_api::figure::FigureView;
use lanmu_api::path;

use super::ClientError;
use super::client::get;

/// All figures with their past and what is planned.
pub async fn figures() -> Result<Vec<FigureView>, ClientError> {
    get(path::FIGURES).await
}
