//! The share of emergency releases in the period.

use chrono::{Datelike, NaiveDate};
use lanmu_api::emergency::{EmergencyShare, EmergencyShareView};
use leptos::prelude::*;

use crate::api::emergency::{EmergencyFilter, emergency_share};
use crate::date::{browser_now, plain_day};
use crate::live::refetch_on;
use crate::ui::async_view::AsyncView;
use crate::ui::remote::use_remote;

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
    let rows = figure
        .departments
        .into_iter()
        .map(|count| view! { <Department count=count /> })
        .collect_view();
    view! {
        <section class="card emergency-share" aria-labelledby="emergency-share">
            <h2 id="emergency-share">"紧急发布占比"</h2>
            <p>{words}</p>
            {(figure.all.emergencies > 0)
                .then(|| {
                    view! {
                        <table class="table">
                            <thead>
                                <tr>
                                    <th scope="col">"部门"</th>
                                    <th scope="col" class="table__number">"紧急发布"</th>
                                    <th scope="col" class="table__number">"全部审发"</th>
                                    <th scope="col" class="table__number">"占比"</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    }
                })}
        </section>
    }
}

#[component]
fn Department(
    /// Its figure.
    count: EmergencyShare,
) -> impl IntoView {
    let share = format!("{}%", count.per_cent());
    view! {
        <tr>
            <th scope="row">{count.department_name}</th>
            <td class="table__number">{count.emergencies}</td>
            <td class="table__number">{count.releases}</td>
            <td class="table__number">{share}</td>
        </tr>
    }
}
