//! What the cells of a duty say from a day on.

use super::Reform;
use crate::error::Problem;
use crate::service::freshness::LoadedDuty;
use crate::service::keeping::{Wording, reword};

impl Reform<'_> {
    /// The wording from the day on; what was before holds for the days before.
    pub(super) async fn word(&self, duty: &LoadedDuty, wording: Wording) -> Result<(), Problem> {
        Ok(reword(self.write, duty, wording, self.day).await?)
    }

    /// What the cell 责任部门 says on the day: where owners were named past it, their names.
    pub(super) async fn cell_on_the_day(&self, duty: &LoadedDuty) -> Result<String, Problem> {
        if duty.owners_named(self.day) {
            self.cell_of(&duty.owners).await
        } else {
            Ok(duty.owner_text.clone())
        }
    }
}
