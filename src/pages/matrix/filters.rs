//! The filters of the matrix, all of them in the address.

use lanmu_api::matrix::MatrixView;
use lanmu_domain::column::ColumnKind;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use super::filter::Filter;
use crate::session::use_session;
use crate::ui::button::{Button, Look};
use crate::ui::day_field::DayField;
use crate::ui::more_filters::MoreFilters;
use crate::ui::search_field::SearchField;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::{UrlState, any_set, use_url_state};

/// Where each part of the filter is kept.
#[derive(Clone, Copy)]
pub struct Filters {
    /// Department by id.
    pub department: UrlState,
    /// Status by key.
    pub status: UrlState,
    /// Kind of column by key.
    pub kind: UrlState,
    /// Column of the home page by name.
    pub top: UrlState,
    /// Words.
    pub words: UrlState,
    /// `1` for doubtful ones only.
    pub doubtful: UrlState,
    /// A past day whose statuses are shown.
    pub as_of: UrlState,
    /// `grid`, or nothing for the list.
    pub view: UrlState,
}

/// The filters of this page.
#[must_use]
pub fn use_filters() -> Filters {
    Filters {
        department: use_url_state("department"),
        status: use_url_state("status"),
        kind: use_url_state("kind"),
        top: use_url_state("top"),
        words: use_url_state("q"),
        doubtful: use_url_state("doubtful"),
        as_of: use_url_state("as_of"),
        view: use_url_state("view"),
    }
}

impl Filters {
    /// What the address asks for, the department aside.
    #[must_use]
    pub fn filter(self) -> Filter {
        Filter {
            status: self.status.one_of(),
            kind: self.kind.one_of(),
            top: self.top.get(),
            doubtful: self.is_doubtful(),
            words: Filter::words(&self.words.get()),
        }
    }

    fn is_doubtful(self) -> bool {
        self.doubtful.text.with(|text| text == "1")
    }

    /// Shows everything again.
    pub fn clear(self) {
        for part in [
            self.department,
            self.status,
            self.kind,
            self.top,
            self.words,
            self.doubtful,
        ] {
            part.set("");
        }
    }

    fn any(self) -> bool {
        any_set(&[
            self.department,
            self.status,
            self.kind,
            self.top,
            self.words,
            self.doubtful,
        ])
    }
}

/// The fields.
#[component]
pub fn FilterFields(
    /// Where they are kept.
    filters: Filters,
    /// What there is to choose from.
    view: MatrixView,
) -> impl IntoView {
    let departments = department_choices(&view);
    let kinds = std::iter::once(Choice::new("", "全部"))
        .chain(ColumnKind::ALL.map(|kind| Choice::new(key_of(kind), kind.label())))
        .collect::<Vec<_>>();
    let tops = top_choices(&view);
    let session = use_session();
    view! {
        <div class="filters" role="search" aria-label="筛选责任矩阵">
            <SearchField
                id="matrix-q"
                label="关键词"
                placeholder="名称或拼音首字母"
                state=filters.words
            />
            {(departments.len() > 2)
                .then(|| {
                    view! {
                        <Select
                            id="matrix-department"
                            label="责任部门"
                            choices=departments
                            value=filters.department.text
                            on_change=move |value| filters.department.set(value)
                        />
                    }
                })}
            <MoreFilters kept=vec![filters.top, filters.kind, filters.doubtful, filters.as_of]>
                <Select
                    id="matrix-top"
                    label="首页栏目"
                    choices=tops.clone()
                    value=filters.top.text
                    on_change=move |value| filters.top.set(value)
                />
                <Select
                    id="matrix-kind"
                    label="栏目类型"
                    choices=kinds.clone()
                    value=filters.kind.text
                    on_change=move |value| filters.kind.set(value)
                />
                <label class="check" for="matrix-doubtful">
                    <input
                        type="checkbox"
                        id="matrix-doubtful"
                        prop:checked=move || filters.is_doubtful()
                        on:change=move |event| {
                            filters.doubtful.set(if event_target_checked(&event) { "1" } else { "" });
                        }
                    />
                    <span>"只看待确认"</span>
                </label>
                <DayField
                    id="matrix-as-of"
                    label="截至日期"
                    state=filters.as_of
                    max=Signal::derive(move || {
                        session.site_view().map(|site| site.today.to_string()).unwrap_or_default()
                    })
                />
            </MoreFilters>
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

/// All departments for the county; one's own for others, who choose only among several.
fn department_choices(view: &MatrixView) -> Vec<Choice> {
    let session = use_session();
    let whole = untrack(|| session.may(Permission::ViewWholeMatrix));
    let own = untrack(|| session.departments());
    let named = view
        .departments
        .iter()
        .filter(|department| whole || own.iter().any(|(id, _)| *id == department.id))
        .map(|department| Choice::new(department.id, department.name.clone()));
    std::iter::once(Choice::new("", "全部"))
        .chain(named)
        .collect()
}

fn top_choices(view: &MatrixView) -> Vec<Choice> {
    let mut tops: Vec<&String> = Vec::new();
    for top in view
        .duties
        .iter()
        .filter_map(|duty| duty.column_path.first())
    {
        if !tops.contains(&top) {
            tops.push(top);
        }
    }
    std::iter::once(Choice::new("", "全部"))
        .chain(tops.into_iter().map(|top| Choice::new(top, top.clone())))
        .collect()
}

/// The key of a kind as JSON writes it.
fn key_of(kind: ColumnKind) -> String {
    serde_json::to_value(kind)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
