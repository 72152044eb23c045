//! Two versions against each other; which, stands in the address.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::api::matrix_draft::compare_versions;
use crate::date::plain_day;
use crate::pages::matrix::differences::{Against, Differences};
use crate::ui::async_view::AsyncView;
use crate::ui::remote::use_remote;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::use_url_state;

/// The part of the page; nothing while there is only one version.
#[component]
pub fn Compare(
    /// Number, first day and whether it is in force, the latest first.
    numbers: Vec<(i64, NaiveDate, bool)>,
) -> impl IntoView {
    if numbers.len() < 2 {
        return ().into_any();
    }
    let (from, to) = (use_url_state("from"), use_url_state("to"));
    let latest = numbers[0].0;
    let before = numbers[1].0;
    let choices: Vec<Choice> = numbers
        .iter()
        .map(|(number, day, current)| {
            let mark = if *current { "，现行" } else { "" };
            let words = format!("第 {number} 版（{}起{mark}）", plain_day(*day));
            Choice::new(number, words)
        })
        .collect();
    let ground = Memo::new(move |_| from.number().unwrap_or(before));
    let looked_at = Memo::new(move |_| to.number().unwrap_or(latest));
    view! {
        <section class="version-part" aria-labelledby="compare-title">
            <h2 id="compare-title">"版本对比"</h2>
            <div class="filters">
                <Select
                    id="compare-from"
                    label="原版本"
                    choices=choices.clone()
                    value=Signal::derive(move || ground.get().to_string())
                    on_change=move |number| from.set(number)
                />
                <Select
                    id="compare-to"
                    label="新版本"
                    choices=choices
                    value=Signal::derive(move || looked_at.get().to_string())
                    on_change=move |number| to.set(number)
                />
            </div>
            {move || {
                if ground.get() == looked_at.get() {
                    view! { <p class="field__hint">"请选择两个不同的版本。"</p> }.into_any()
                } else {
                    view! { <Result from=ground.get() to=looked_at.get() /> }.into_any()
                }
            }}
        </section>
    }
    .into_any()
}

#[component]
fn Result(
    /// The one that is the ground.
    from: i64,
    /// The one that is looked at.
    to: i64,
) -> impl IntoView {
    let comparison = use_remote(move || compare_versions(from, to));
    view! {
        <AsyncView remote=comparison let:comparison>
            {
                let number = comparison.differences.len();
                let lines = comparison.differences.into_iter().map(|line| (line, Vec::new()));
                let lines: Vec<_> = lines.collect();
                if number == 0 {
                    view! { <p role="status">"两版的分工表没有不同之处。"</p> }.into_any()
                } else {
                    view! {
                        <p role="status">{format!("共 {number} 行不同。")}</p>
                        <Differences against=Against::Version lines=lines />
                    }
                        .into_any()
                }
            }
        </AsyncView>
    }
}
