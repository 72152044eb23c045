//! The figures over time: what was in force on which day.

use chrono::NaiveDate;

use super::{ParameterProblem, ParameterValue, Parameters};

/// All figures with the days from which they hold. A judgement of a day in the past takes the
/// figures of that day, so that a change from next Monday on leaves last month as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// First days and figures, ascending; the first one holds since ever.
    steps: Vec<(NaiveDate, Parameters)>,
}

impl From<Parameters> for Timeline {
    /// Figures that never change.
    fn from(parameters: Parameters) -> Self {
        Self {
            steps: vec![(NaiveDate::MIN, parameters)],
        }
    }
}

impl Timeline {
    /// The figures from all their values; before the first value of a key its shipped figure holds.
    ///
    /// # Errors
    /// As [`Parameters::on`].
    pub fn of(values: &[ParameterValue]) -> Result<Self, ParameterProblem> {
        let mut days: Vec<NaiveDate> = values.iter().map(|value| value.effective_from).collect();
        days.push(NaiveDate::MIN);
        days.sort_unstable();
        days.dedup();
        let steps = days
            .into_iter()
            .map(|day| Ok((day, Parameters::on(day, values)?)))
            .collect::<Result<_, _>>()?;
        Ok(Self { steps })
    }

    /// The figures in force on a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &Parameters {
        let after = self.steps.partition_point(|(from, _)| *from <= day);
        &self.steps[after.saturating_sub(1)].1
    }

    /// The steps that came into force after `start` and no later than `end`, in their order.
    pub fn changes(
        &self,
        start: NaiveDate,
        end: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, &Parameters)> {
        self.steps
            .iter()
            .filter(move |(from, _)| start < *from && *from <= end)
            .map(|(from, parameters)| (*from, parameters))
    }
}
