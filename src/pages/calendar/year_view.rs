//! The columns of a department over a year.

use chrono::{Datelike, NaiveDate};
use lanmu_api::history::YearView as View;
use lanmu_api::path;
use leptos::prelude::*;
use leptos_router::components::A;

use super::asked::Asked;
use super::filters::Filters;
use super::legend::Legend;
use crate::api;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Button;
use crate::ui::empty_state::EmptyState;
use crate::ui::export_links::ExportLinks;
use crate::ui::names::Names;
use crate::ui::remote::use_remote;
use crate::ui::year_strip::{YearMonths, YearStrip, in_words};

/// One strip for each obligation; a department must be chosen.
#[component]
pub fn YearView(
    /// Where the filters are kept.
    filters: Filters,
    /// What they ask for.
    asked: Asked,
    /// The server's day.
    today: Memo<NaiveDate>,
) -> impl IntoView {
    let session = use_session();
    let department = Memo::new(move |_| {
        // Who has one department need not choose it.
        asked
            .department
            .get()
            .or_else(|| match session.departments().as_slice() {
                [(only, _)] => Some(*only),
                _ => None,
            })
    });
    let year = Memo::new(move |_| {
        let now = today.get().year();
        let asked = filters
            .year
            .number()
            .and_then(|year| i32::try_from(year).ok());
        asked
            .filter(|year| (2000..=now).contains(year))
            .unwrap_or(now)
    });
    let loaded = use_remote(move || {
        let (year, department) = (year.get(), department.get());
        async move {
            match department {
                Some(id) => api::calendar::year_of_department(year, id).await.map(Some),
                None => Ok(None),
            }
        }
    });
    let go = move |by: i32| {
        let next = year.get_untracked() + by;
        let current = next == today.get_untracked().year();
        filters.year.set(if current {
            String::new()
        } else {
            next.to_string()
        });
    };
    view! {
        <div class="month-bar">
            <h2 class="month-bar__title" aria-live="polite">
                {move || format!("{}年", year.get())}
            </h2>
            <Button on_press=move |()| go(-1)>"上一年"</Button>
            <Button
                disabled=Signal::derive(move || year.get() >= today.get().year())
                on_press=move |()| go(1)
            >
                "下一年"
            </Button>
        </div>
        <AsyncView remote=loaded let:loaded>
            {match loaded {
                None => {
                    view! {
                        <EmptyState
                            title="请选择责任部门"
                            hint="全年情况按部门查看；单个栏目的全年情况见栏目详情。"
                        />
                    }
                        .into_any()
                }
                Some(view) => {
                    let department = department.get_untracked().map(|id| id.to_string());
                    let query = api::query(&[("department_id", department)]);
                    let href = format!("{}{query}", path::year_export(view.year));
                    view! {
                        <ExportLinks href=href />
                        <Strips view=view filters=filters />
                    }
                        .into_any()
                }
            }}
        </AsyncView>
    }
}

#[component]
fn Strips(
    /// The year.
    view: View,
    /// Where the filters are kept.
    filters: Filters,
) -> impl IntoView {
    let year = view.year;
    let strips = StoredValue::new(view.strips);
    let words = filters.words;
    let shown = move || {
        let words = words.get().to_lowercase();
        let has = |path: &[String]| {
            let path = path.join("/").to_lowercase();
            words.split_whitespace().all(|word| path.contains(word))
        };
        strips.with_value(|strips| {
            strips
                .iter()
                .filter(|strip| has(&strip.column_path))
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    view! {
        <Legend />
        <div class="years">
            <YearMonths />
            {move || {
                let shown = shown();
                if shown.is_empty() {
                    return view! {
                        <EmptyState title="没有符合条件的栏目" hint="请更换关键词或者部门。" />
                    }
                        .into_any();
                }
                let rows = shown
                    .into_iter()
                    .map(|strip| {
                        let mut above = strip.column_path;
                        let name = above.pop().unwrap_or_default();
                        let summary = in_words(&strip.runs);
                        view! {
                            <li class="years__row">
                                <div class="years__column">
                                    <A
                                        href=format!("/matrix/duties/{}", strip.duty_id)
                                        attr:class="item-row__link"
                                    >
                                        <span class="item-row__path">{above.join(" / ")}</span>
                                        <span class="item-row__name">{name}</span>
                                    </A>
                                    <Names names=strip.department_names />
                                </div>
                                <div class="years__strip">
                                    <YearStrip year=year runs=strip.runs />
                                    <p class="years__words" aria-hidden="true">
                                        {summary}
                                    </p>
                                </div>
                            </li>
                        }
                    })
                    .collect_view();
                view! { <ul class="years__list">{rows}</ul> }.into_any()
            }}
        </div>
    }
}
