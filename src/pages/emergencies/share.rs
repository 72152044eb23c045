//! The share of emergency releases in the period.

use chrono::{Datelike, NaiveDate};
use lanmu_api::emergency::{EmergencyShare, EmergencyShareView};
use leptos::prelude::*;

use crate::api::emergency::{EmergencyFilter, emergency_share};
use crate::date::{browser_now, plain_day};
use crate::live::refetch_on;
use crate::ui::async_view::AsyncView;
use crate::ui::data_table::{Column, DataTable, by_words};
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;

/// The figure: this year so far, unless days are chosen.
#[component]
pub fn Share(
    /// What the list is filtered by; only its days count here.
    filter: Memo<EmergencyFilter>,
) -> impl IntoView {
    let span = Memo::new(move |_| {
        let today = browser_now().date_naive();
        let to = filter.with(|filter| filter.to).unwrap_or(today).min(today);
        let first = NaiveDate::from_ymd_opt(to.year(), 1, 1).unwrap_or(to);
        let from = filter.with(|filter| filter.from).unwrap_or(first);
        (from, to)
    });
    let figure = use_remote(move || {
        let (from, to) = span.get();
        emergency_share(from, to)
    });
    refetch_on(figure, |_| true);
    view! {
        <AsyncView remote=figure let:figure>
            <Figure figure=figure />
        </AsyncView>
    }
}

#[component]
fn Figure(
    /// The figure.
    figure: EmergencyShareView,
) -> impl IntoView {
    let words = format!(
        "{}至{}：紧急发布 {} 件，全部审发（含紧急发布）{} 件，占 {}%。",
        plain_day(figure.from),
        plain_day(figure.to),
        figure.all.emergencies,
        figure.all.releases,
        figure.all.per_cent()
    );
    view! {
        <section class="card emergency-share" aria-labelledby="emergency-share">
            <h2 id="emergency-share">"紧急发布占比"</h2>
            <p>{words}</p>
            {(figure.all.emergencies > 0)
                .then(|| {
                    view! {
                        <DataTable
                            name="emergency-share"
                            label="各部门紧急发布占比"
                            columns=columns()
                            rows=Signal::stored(figure.departments)
                            sort=use_url_state("sort")
                            empty="没有紧急发布"
                        />
                    }
                })}
        </section>
    }
}

fn columns() -> Vec<Column<EmergencyShare>> {
    vec![
        Column::new("department", "部门", |row: &EmergencyShare| {
            row.department_name.clone()
        })
        .names()
        .sorted_by(|a, b| by_words(&a.department_name, &b.department_name)),
        Column::new("emergencies", "紧急发布", |row: &EmergencyShare| {
            row.emergencies
        })
        .number()
        .fixed()
        .sorted_by(|a, b| a.emergencies.cmp(&b.emergencies)),
        Column::new("releases", "全部审发", |row: &EmergencyShare| {
            row.releases
        })
        .number()
        .fixed()
        .sorted_by(|a, b| a.releases.cmp(&b.releases)),
        Column::new("share", "占比", |row: &EmergencyShare| {
            format!("{}%", row.per_cent())
        })
        .number()
        .fixed()
        .sorted_by(|a, b| a.per_cent().cmp(&b.per_cent())),
    ]
}
