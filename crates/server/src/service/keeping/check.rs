//! What every change has: a first day that does not reach back, and words.

use chrono::{Months, NaiveDate};
use lanmu_api::error::FieldError;
use lanmu_domain::text::{clean_block, is_blank};

use crate::error::Problem;

/// Characters of a reason, a basis or a requirement at most.
const WORDS_MAX: usize = 500;
/// How far ahead a change can be planned.
const MONTHS_AHEAD: Months = Months::new(12);

/// The fields that are wrong.
#[derive(Default)]
pub(crate) struct Wrong(Vec<FieldError>);

impl Wrong {
    /// One more.
    pub(crate) fn add(&mut self, field: &str, message: impl Into<String>) {
        self.0.push(FieldError {
            field: field.to_owned(),
            message: message.into(),
        });
    }

    /// The first day of a change: today or later, a year ahead at most.
    pub(crate) fn check_day(&mut self, field: &str, day: NaiveDate, today: NaiveDate) {
        let last = today.checked_add_months(MONTHS_AHEAD).unwrap_or(today);
        if day < today {
            self.add(field, "日期不能早于今天，调整不追溯既往。");
        } else if day > last {
            self.add(field, "日期最晚为一年以后。");
        }
    }

    /// Words that must be there.
    pub(crate) fn words(&mut self, field: &str, label: &str, text: &str) -> String {
        let words = self.optional(field, label, text);
        if is_blank(&words) && !self.0.iter().any(|wrong| wrong.field == field) {
            self.add(field, format!("请填写{label}。"));
        }
        words
    }

    /// Words that may be missing.
    pub(crate) fn optional(&mut self, field: &str, label: &str, text: &str) -> String {
        let cleaned = clean_block(text, WORDS_MAX);
        cleaned.map_or_else(
            |problem| {
                self.add(field, problem.message(label));
                String::new()
            },
            |words| words.trim().to_owned(),
        )
    }

    /// 422 with everything that is wrong, if anything is.
    pub(crate) fn none(self) -> Result<(), Problem> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Problem::invalid(self.0))
        }
    }
}

/// Words as the end of a sentence in the ledger: without the full stop that they may bring.
pub(crate) fn sentence(words: &str) -> &str {
    words.trim_end_matches(['。', '.', '；'])
}
