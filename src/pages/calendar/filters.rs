//! The filters of the calendar, all of them in the address.

use chrono::NaiveDate;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use super::items::Filter;
use super::month::Month;
use crate::api;
use crate::session::use_session;
use crate::ui::button::{Button, Look};
use crate::ui::remote::use_remote;
use crate::ui::search_field::SearchField;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::{UrlState, use_url_state};

/// Where each part is kept.
#[derive(Clone, Copy)]
pub struct Filters {
    /// Department by id.
    pub department: UrlState,
    /// Status by key.
    pub status: UrlState,
    /// Words.
    pub words: UrlState,
    /// `list`, or nothing for the month.
    pub view: UrlState,
    /// Month, e.g. `2026-11`.
    pub month: UrlState,
    /// The day whose items are listed beside the month.
    pub day: UrlState,
}

/// The filters of this page.
#[must_use]
pub fn use_filters() -> Filters {
    Filters {
        department: use_url_state("department"),
        status: use_url_state("status"),
        words: use_url_state("q"),
        view: use_url_state("view"),
        month: use_url_state("month"),
        day: use_url_state("day"),
    }
}

impl Filters {
    /// What the address asks for.
    #[must_use]
    pub fn filter(self) -> Filter {
        Filter {
            status: self.status.one_of(),
            words: self
                .words
                .text
                .with(|text| text.split_whitespace().map(str::to_lowercase).collect()),
        }
    }

    /// Whether the list is asked for.
    #[must_use]
    pub fn is_list(self) -> bool {
        self.view.text.with(|view| view == "list")
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

    /// Department, status and words gone.
    pub fn clear(self) {
        for part in [self.department, self.status, self.words] {
            part.set("");
        }
    }

    fn any(self) -> bool {
        [self.department, self.status, self.words]
            .iter()
            .any(|part| part.text.with(|text| !text.is_empty()))
    }
}

/// The fields.
#[component]
pub fn FilterFields(
    /// Where they are kept.
    filters: Filters,
) -> impl IntoView {
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
    let choices = Memo::new(move |_| {
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
    });
    let several = Memo::new(move |_| whole.get() || own.with(|own| own.len() > 1));
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
