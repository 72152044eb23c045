//! A year of a column as a strip: when it was fresh and when not.

use chrono::{Datelike, NaiveDate};
use lanmu_domain::freshness::{Status, StatusRun};
use leptos::prelude::*;

use super::badge::status_class;
use crate::date::plain_day;

/// Days of the longest year: the width of the picture.
const WIDTH: u32 = 366;
/// Its height, in the same units.
const HEIGHT: u32 = 16;

/// The strip, one unit for each day, with the months marked. What it shows is said in words too.
#[component]
pub fn YearStrip(
    /// The year.
    year: i32,
    /// Days in a row with the same status.
    runs: Vec<StatusRun>,
) -> impl IntoView {
    let words = in_words(&runs);
    let bars = runs
        .iter()
        .map(|run| {
            let x = run.from.ordinal0();
            let width = run.to.ordinal0() - x + 1;
            // Fresh is low and calm, what is late is high: not by colour alone.
            let height = match run.status {
                Status::Blank | Status::Overdue => HEIGHT,
                Status::DueToday | Status::DueSoon => HEIGHT * 2 / 3,
                Status::Fresh => HEIGHT / 3,
                Status::NoClock => 2,
            };
            let title = run_words(run);
            view! {
                <rect
                    class=format!("year-strip__run year-strip__run--{}", status_class(run.status))
                    x=x
                    y=HEIGHT - height
                    width=width
                    height=height
                >
                    <title>{title}</title>
                </rect>
            }
        })
        .collect_view();
    let months = (2..=12)
        .filter_map(|month| NaiveDate::from_ymd_opt(year, month, 1))
        .map(|first| {
            let x = first.ordinal0();
            view! { <line class="year-strip__month" x1=x x2=x y1=0 y2=HEIGHT></line> }
        })
        .collect_view();
    view! {
        <svg
            class="year-strip"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            preserveAspectRatio="none"
            role="img"
            aria-label=words
        >
            {bars}
            {months}
        </svg>
    }
}

/// `1月` to `12月` above a column of strips.
#[component]
pub fn YearMonths() -> impl IntoView {
    let months = (1..=12)
        .map(|month| view! { <span>{format!("{month}月")}</span> })
        .collect_view();
    view! {
        <div class="year-months" aria-hidden="true">
            {months}
        </div>
    }
}

fn run_words(run: &StatusRun) -> String {
    let status = run.status.label();
    if run.from == run.to {
        format!("{}：{status}", plain_day(run.from))
    } else {
        format!("{}至{}：{status}", plain_day(run.from), plain_day(run.to))
    }
}

/// How many days it had each status, most urgent first.
#[must_use]
pub fn in_words(runs: &[StatusRun]) -> String {
    let days = |status: Status| -> i64 {
        runs.iter()
            .filter(|run| run.status == status)
            .map(|run| (run.to - run.from).num_days() + 1)
            .sum()
    };
    let parts: Vec<String> = Status::ALL
        .into_iter()
        .map(|status| (status, days(status)))
        .filter(|(_, days)| *days > 0)
        .map(|(status, days)| format!("{} {days} 天", status.label()))
        .collect();
    if parts.is_empty() {
        "没有记录".to_owned()
    } else {
        parts.join("，")
    }
}
