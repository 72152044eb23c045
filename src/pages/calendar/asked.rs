//! What the filters ask for, ready for use.

use chrono::NaiveDate;
use lanmu_api::obligation::{ObligationFilter, ObligationView, ReviewerView};
use leptos::prelude::*;

use super::filters::Filters;
use crate::api;
use crate::api::query;
use crate::ui::past_note::use_past_day;
use crate::ui::remote::{Remote, use_remote};

/// What is asked for.
#[derive(Clone, Copy)]
pub struct Asked {
    /// The filters as browser and server read them.
    pub filter: Memo<ObligationFilter>,
    /// The department, which the server filters by.
    pub department: Memo<Option<i64>>,
    /// A past day.
    pub as_of: Memo<Option<NaiveDate>>,
    /// Who reviews for whom.
    pub reviewers: Remote<Vec<ReviewerView>>,
    /// The departments of the reviewer that is asked for.
    reviewed: Memo<Option<Vec<i64>>>,
}

/// What the filters ask for.
#[must_use]
pub fn use_asked(filters: Filters) -> Asked {
    let filter = Memo::new(move |_| filters.filter());
    let department = Memo::new(move |_| filter.with(|filter| filter.department));
    let as_of = use_past_day(filters.as_of);
    let reviewers = use_remote(api::calendar::reviewers);
    let reviewed = Memo::new(move |_| {
        let id = filter.with(|filter| filter.reviewer)?;
        let known = reviewers.get().and_then(Result::ok).unwrap_or_default();
        let person = known.into_iter().find(|person| person.person_id == id);
        Some(
            person
                .map(|person| person.department_ids)
                .unwrap_or_default(),
        )
    });
    Asked {
        filter,
        department,
        as_of,
        reviewers,
        reviewed,
    }
}

impl Asked {
    /// Whether an obligation is asked for.
    #[must_use]
    pub fn admits(self, item: &ObligationView) -> bool {
        self.reviewed.with(|reviewed| {
            self.filter
                .with(|filter| filter.admits(item, reviewed.as_deref()))
        })
    }

    /// Whether the list shows it.
    #[must_use]
    pub fn lists(self, item: &ObligationView, today: NaiveDate) -> bool {
        self.reviewed.with(|reviewed| {
            self.filter
                .with(|filter| filter.lists(item, reviewed.as_deref(), today))
        })
    }

    /// The same as a query, with what else an export needs to know.
    #[must_use]
    pub fn query(self, further: &[(&str, Option<String>)]) -> String {
        let filter = self.filter.get();
        let text = |value: Option<NaiveDate>| value.map(|day| day.to_string());
        let mut pairs = vec![
            ("department", filter.department.map(|id| id.to_string())),
            (
                "status",
                filter.status.map(|status| status.key().to_owned()),
            ),
            ("rule", filter.rule.map(|rule| rule.key().to_owned())),
            ("reviewer", filter.reviewer.map(|id| id.to_string())),
            ("q", Some(filter.q)),
            ("from", text(filter.from)),
            ("to", text(filter.to)),
            ("as_of", text(self.as_of.get())),
        ];
        // What the view itself says goes before what a filter says.
        pairs.retain(|(name, _)| further.iter().all(|(other, _)| other != name));
        pairs.extend_from_slice(further);
        query(&pairs)
    }
}
