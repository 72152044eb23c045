//! 工作交接: which items a successor cannot take over.

/// An item at a stage that waits for the post which is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The item.
    pub article_id: i64,
    /// Who wrote the current revision or has part in an approval that stands.
    pub taken: Vec<i64>,
}

/// The items which the successor could not sign: the three reviews are by three people, and whoever
/// stood in one of them stands in no other.
#[must_use]
pub fn left_out(waiting: &[Waiting], successor_id: i64) -> Vec<i64> {
    waiting
        .iter()
        .filter(|item| item.taken.contains(&successor_id))
        .map(|item| item.article_id)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_stood_in_a_stage_takes_over_no_other() {
        let item = |article_id, taken: &[i64]| Waiting {
            article_id,
            taken: taken.to_vec(),
        };
        let waiting = [item(1, &[7]), item(2, &[8, 9]), item(3, &[])];
        assert_eq!(left_out(&waiting, 7), [1]);
        assert_eq!(left_out(&waiting, 9), [2]);
        assert!(left_out(&waiting, 1).is_empty());
    }
}
