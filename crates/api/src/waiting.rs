//! Where reviews wait, and for how long.

use chrono::NaiveDate;
use lanmu_domain::review::Stage;
use serde::{Deserialize, Serialize};

/// `GET /reviews/waiting`: the whole county, or the person's own departments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingReviews {
    /// The server's day.
    pub today: NaiveDate,
    /// A row for each department and stage at which something waits, the longest wait first.
    pub rows: Vec<WaitingRow>,
}

/// What waits in a department at a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingRow {
    /// The department.
    pub department_id: i64,
    /// Its name.
    pub department_name: String,
    /// The review that is awaited.
    pub stage: Stage,
    /// How many working days each item has waited, the longest first; the day on which it came
    /// does not count.
    pub days: Vec<u32>,
}

/// The bounds of the groups in which waits are shown, in working days: up to and with each of
/// these, and beyond the last.
pub const WAIT_BOUNDS: [u32; 3] = [0, 2, 5];

impl WaitingRow {
    /// How many items fall into each group of [`WAIT_BOUNDS`].
    #[must_use]
    pub fn groups(&self) -> [usize; WAIT_BOUNDS.len() + 1] {
        let mut groups = [0; WAIT_BOUNDS.len() + 1];
        for days in &self.days {
            let group = WAIT_BOUNDS
                .iter()
                .take_while(|bound| *days > **bound)
                .count();
            groups[group] += 1;
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_falls_into_one_group() {
        let row = WaitingRow {
            department_id: 1,
            department_name: String::new(),
            stage: Stage::Section,
            days: vec![9, 6, 5, 3, 2, 1, 0],
        };
        assert_eq!(row.groups(), [1, 2, 2, 2]);
    }
}
