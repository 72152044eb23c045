//! The filters of the list; all of them stand in the address.

use lanmu_api::event::EventQuery;
use lanmu_domain::freshness::EventState;
use lanmu_domain::permission::Permission;
use lanmu_domain::rule::Trigger;
use leptos::prelude::*;

use crate::api::site::departments;
use crate::session::use_session;
use crate::ui::button::{Button, Look};
use crate::ui::day_picker::DayPicker;
use crate::ui::field::Field;
use crate::ui::more_filters::MoreFilters;
use crate::ui::remote::use_remote;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::{UrlState, any_set, use_url_state};

/// Where each part of the filter is kept.
#[derive(Clone, Copy)]
pub struct Filters {
    state: UrlState,
    trigger: UrlState,
    department: UrlState,
    from: UrlState,
    to: UrlState,
    words: UrlState,
    /// How many pages are shown.
    pub pages: UrlState,
}

/// The filters of this page.
#[must_use]
pub fn use_filters() -> Filters {
    Filters {
        state: use_url_state("state"),
        trigger: use_url_state("trigger"),
        department: use_url_state("department"),
        from: use_url_state("from"),
        to: use_url_state("to"),
        words: use_url_state("q"),
        pages: use_url_state("pages"),
    }
}

impl Filters {
    /// What the address asks for.
    #[must_use]
    pub fn query(self) -> EventQuery {
        let words = self.words.get();
        EventQuery {
            department_id: self.department.number(),
            trigger: self.trigger.one_of(),
            state: self.state.one_of(),
            q: (!words.is_empty()).then_some(words),
            from: self.from.get().parse().ok(),
            to: self.to.get().parse().ok(),
            after: None,
            limit: None,
        }
    }

    fn choose(self, part: UrlState, value: impl Into<String>) {
        self.pages.set("");
        part.set(value);
    }

    fn parts(self) -> [UrlState; 6] {
        [
            self.state,
            self.trigger,
            self.department,
            self.from,
            self.to,
            self.words,
        ]
    }

    fn any(self) -> bool {
        any_set(&self.parts())
    }
}

/// The fields.
#[component]
pub fn FilterFields(
    /// Where they are kept.
    filters: Filters,
) -> impl IntoView {
    let states: Vec<Choice> = std::iter::once(Choice::new("", "全部"))
        .chain(EventState::ALL.map(|state| Choice::new(state.key(), state.label())))
        .collect();
    let triggers: Vec<Choice> = std::iter::once(Choice::new("", "全部"))
        .chain(Trigger::ALL.map(|trigger| Choice::new(key_of(trigger), trigger.label())))
        .collect();
    let typed = RwSignal::new(filters.words.text.get_untracked());
    let typed_from = RwSignal::new(filters.from.text.get_untracked());
    let typed_to = RwSignal::new(filters.to.text.get_untracked());
    let clear = move || {
        filters.pages.set("");
        for part in filters.parts() {
            part.set("");
        }
        for field in [typed, typed_from, typed_to] {
            field.set(String::new());
        }
    };
    view! {
        <form
            class="filters"
            role="search"
            aria-label="筛选触发事件"
            on:submit=move |event| {
                event.prevent_default();
                filters.pages.set("");
                filters.from.set(typed_from.get_untracked());
                filters.to.set(typed_to.get_untracked());
                filters.words.set(typed.get_untracked().trim());
            }
        >
            <Select
                id="events-state"
                label="状态"
                choices=states
                value=filters.state.text
                on_change=move |value| filters.choose(filters.state, value)
            />
            <MoreFilters kept=vec![filters.trigger, filters.department, filters.from, filters.to]>
                <Select
                    id="events-trigger"
                    label="类型"
                    choices=triggers.clone()
                    value=filters.trigger.text
                    on_change=move |value| filters.choose(filters.trigger, value)
                />
                <Departments filters=filters />
                <DayPicker id="events-from" label="发生日期从" value=typed_from on_change=move |text| typed_from.set(text) />
                <DayPicker id="events-to" label="到" value=typed_to on_change=move |text| typed_to.set(text) />
            </MoreFilters>
            <Field id="events-q" label="标题或文号" value=typed kind="search" />
            <Button submit=true>"查询"</Button>
            {move || {
                filters
                    .any()
                    .then(|| {
                        view! {
                            <Button look=Look::Quiet on_press=move |()| clear()>
                                "清除筛选"
                            </Button>
                        }
                    })
            }}
        </form>
    }
}

/// All departments for the county; one's own for others, who choose only among several.
#[component]
fn Departments(
    /// Where the choice is kept.
    filters: Filters,
) -> impl IntoView {
    let session = use_session();
    let whole = untrack(|| session.may(Permission::ViewWholeMatrix));
    let own = untrack(|| session.departments());
    if !whole && own.len() < 2 {
        return ().into_any();
    }
    let known = use_remote(departments);
    let choices = Signal::derive(move || {
        let known = known.get().and_then(Result::ok).unwrap_or_default();
        let seen = known
            .into_iter()
            .filter(|department| whole || own.iter().any(|(id, _)| *id == department.id))
            .map(|department| Choice::new(department.id, department.name));
        std::iter::once(Choice::new("", "全部"))
            .chain(seen)
            .collect::<Vec<_>>()
    });
    view! {
        <Select
            id="events-department"
            label="责任部门"
            choices=choices
            value=filters.department.text
            on_change=move |value| filters.choose(filters.department, value)
        />
    }
    .into_any()
}

/// The key of a kind as JSON writes it.
fn key_of(trigger: Trigger) -> String {
    serde_json::to_value(trigger)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
