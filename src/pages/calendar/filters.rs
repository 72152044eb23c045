//! The filters of the calendar, all of them in the address.

use chrono::NaiveDate;
use lanmu_api::obligation::ObligationFilter;
use lanmu_domain::permission::Permission;
use lanmu_domain::rule::RuleKind;
use leptos::prelude::*;

use super::asked::Asked;
use crate::api;
use crate::month::Month;
use crate::session::use_session;
use crate::ui::button::{Button, Look};
use crate::ui::day_field::DayField;
use crate::ui::more_filters::MoreFilters;
use crate::ui::remote::use_remote;
use crate::ui::search_field::SearchField;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::{UrlState, any_set, use_url_state};

/// Where each part is kept.
#[derive(Clone, Copy)]
pub struct Filters {
    /// Department by id.
    pub department: UrlState,
    /// Status by key.
    pub status: UrlState,
    /// Kind of the deciding rule by key.
    pub rule: UrlState,
    /// Reviewer by id.
    pub reviewer: UrlState,
    /// Words.
    pub words: UrlState,
    /// Due on this day or later.
    pub from: UrlState,
    /// Due on this day or earlier.
    pub to: UrlState,
    /// A past day whose statuses are shown.
    pub as_of: UrlState,
    /// `list`, `ahead`, `year`, `punctuality`, or nothing for the month.
    pub view: UrlState,
    /// Month, e.g. `2026-11`.
    pub month: UrlState,
    /// The day whose items are listed beside the month.
    pub day: UrlState,
    /// The year of the strips.
    pub year: UrlState,
}

/// The filters of this page.
#[must_use]
pub fn use_filters() -> Filters {
    Filters {
        department: use_url_state("department"),
        status: use_url_state("status"),
        rule: use_url_state("rule"),
        reviewer: use_url_state("reviewer"),
        words: use_url_state("q"),
        from: use_url_state("from"),
        to: use_url_state("to"),
        as_of: use_url_state("as_of"),
        view: use_url_state("view"),
        month: use_url_state("month"),
        day: use_url_state("day"),
        year: use_url_state("year"),
    }
}

impl Filters {
    /// What the address asks for.
    #[must_use]
    pub fn filter(self) -> ObligationFilter {
        let day = |state: UrlState| state.text.with(|text| text.parse().ok());
        ObligationFilter {
            department: self.department.number(),
            status: self.status.one_of(),
            rule: self.rule.one_of(),
            reviewer: self.reviewer.number(),
            q: self.words.get(),
            from: day(self.from),
            to: day(self.to),
        }
    }

    /// The month shown: that of the address, else that of today.
    #[must_use]
    pub fn month_shown(self, today: NaiveDate) -> Month {
        self.month
            .text
            .with(|text| Month::parse(text))
            .unwrap_or_else(|| Month::of(today))
    }

    /// The day of the address.
    #[must_use]
    pub fn day_shown(self) -> Option<NaiveDate> {
        self.day.text.with(|text| text.parse().ok())
    }

    /// Everything that narrows gone.
    pub fn clear(self) {
        for part in self.narrowing() {
            part.set("");
        }
    }

    fn any(self) -> bool {
        any_set(&self.narrowing())
    }

    const fn narrowing(self) -> [UrlState; 8] {
        [
            self.department,
            self.status,
            self.rule,
            self.reviewer,
            self.words,
            self.from,
            self.to,
            self.as_of,
        ]
    }
}

/// The departments that can be chosen, 全部 first: all of the county for who sees it, one's own for
/// others.
#[must_use]
pub fn use_department_choices() -> Memo<Vec<Choice>> {
    let session = use_session();
    let whole = Memo::new(move |_| session.may(Permission::ViewWholeMatrix));
    let own = Memo::new(move |_| session.departments());
    let all = use_remote(move || {
        let ask = whole.get();
        async move {
            if ask {
                api::site::departments().await
            } else {
                Ok(Vec::new())
            }
        }
    });
    Memo::new(move |_| {
        let named: Vec<Choice> = if whole.get() {
            all.get()
                .and_then(Result::ok)
                .unwrap_or_default()
                .into_iter()
                .map(|department| Choice::new(department.id, department.name))
                .collect()
        } else {
            own.get()
                .into_iter()
                .map(|(id, name)| Choice::new(id, name))
                .collect()
        };
        std::iter::once(Choice::new("", "全部"))
            .chain(named)
            .collect::<Vec<_>>()
    })
}

/// The fields.
#[component]
pub fn FilterFields(
    /// Where they are kept.
    filters: Filters,
    /// What they ask for.
    asked: Asked,
    /// The departments that can be chosen.
    departments: Memo<Vec<Choice>>,
    /// Which of them make sense in the view.
    fields: Memo<Fields>,
    /// The server's day.
    today: Memo<NaiveDate>,
) -> impl IntoView {
    let session = use_session();
    let choices = departments;
    let several = Memo::new(move |_| {
        session.may(Permission::ViewWholeMatrix) || session.departments().len() > 1
    });
    view! {
        <div class="filters" role="search" aria-label="筛选更新日历">
            <SearchField id="calendar-q" label="关键词" placeholder="栏目、部门" state=filters.words />
            {move || {
                several
                    .get()
                    .then(|| {
                        view! {
                            <Select
                                id="calendar-department"
                                label="责任部门"
                                choices=choices
                                value=filters.department.text
                                on_change=move |value| filters.department.set(value)
                            />
                        }
                    })
            }}
            <Show when=move || fields.get() == Fields::All>
                <MoreFilters kept=vec![filters.rule, filters.reviewer, filters.as_of] everywhere=true>
                    <Narrowing filters=filters asked=asked today=today />
                </MoreFilters>
            </Show>
            {move || {
                filters
                    .any()
                    .then(|| {
                        view! {
                            <Button look=Look::Quiet on_press=move |()| filters.clear()>
                                "清除筛选"
                            </Button>
                        }
                    })
            }}
        </div>
    }
}

/// Which filters make sense in a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fields {
    /// All of them.
    All,
    /// Department and words.
    Few,
}

/// Rule, reviewer and day.
#[component]
fn Narrowing(
    /// Where they are kept.
    filters: Filters,
    /// What they ask for.
    asked: Asked,
    /// The server's day.
    today: Memo<NaiveDate>,
) -> impl IntoView {
    let rules: Vec<Choice> = std::iter::once(Choice::new("", "全部"))
        .chain(RuleKind::ALL.map(|kind| Choice::new(kind.key(), kind.label())))
        .collect();
    let reviewers = Memo::new(move |_| {
        let known = asked.reviewers.get().and_then(Result::ok);
        std::iter::once(Choice::new("", "全部"))
            .chain(
                known
                    .unwrap_or_default()
                    .into_iter()
                    .map(|person| Choice::new(person.person_id, person.name)),
            )
            .collect::<Vec<_>>()
    });
    view! {
        <Select
            id="calendar-rule"
            label="更新要求"
            choices=rules
            value=filters.rule.text
            on_change=move |value| filters.rule.set(value)
        />
        <Select
            id="calendar-reviewer"
            label="审核人"
            choices=reviewers
            value=filters.reviewer.text
            on_change=move |value| filters.reviewer.set(value)
        />
        <DayField
            id="calendar-as-of"
            label="截至日期"
            state=filters.as_of
            max=Signal::derive(move || today.get().to_string())
        />
    }
}
