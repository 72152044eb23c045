//! What a year comes to, in one line, and what the marks mean.

use chrono::{Datelike, NaiveDate};
use lanmu_domain::calendar::YearArrangement;
use leptos::prelude::*;

/// `放假 33 天，补班 6 天，本地放假 3 天`.
#[must_use]
pub fn counted(arrangement: &YearArrangement) -> String {
    let mut text = format!(
        "放假 {} 天，补班 {} 天",
        arrangement.off.len(),
        arrangement.work.len()
    );
    if !arrangement.local.is_empty() {
        text += &format!("，本地放假 {} 天", arrangement.local.len());
    }
    text
}

/// Whether the year is announced, what it comes to, the legend, and the local days off by name.
#[component]
pub fn Summary(
    /// Whether it is announced.
    announced: bool,
    /// Its arrangement.
    arrangement: YearArrangement,
) -> impl IntoView {
    let local = local_days(&arrangement);
    view! {
        {(!announced)
            .then(|| {
                view! {
                    <p class="notice notice--warning">
                        "节假日安排未公布：暂按周末和法定节日推算，公布后期限可能调整。"
                    </p>
                }
            })}
        <p class="year-summary">
            {if announced { "安排已公布：" } else { "暂定：" }} {counted(&arrangement)} "。"
            {(!local.is_empty()).then(|| format!("本地放假：{local}。"))}
        </p>
        <ul class="legend" aria-label="图例">
            <li>
                <span class="year-mark year-mark--off">"休"</span>
                "放假"
            </li>
            <li>
                <span class="year-mark year-mark--work">"班"</span>
                "补班"
            </li>
            <li>
                <span class="year-mark year-mark--local">"本"</span>
                "本地放假"
            </li>
            <li>
                <span class="year-mark year-mark--changed">"改"</span>
                "未保存的修改"
            </li>
        </ul>
    }
}

/// `11月18日至20日彝族年、7月8日火把节`: days in a row with the same name are one.
fn local_days(arrangement: &YearArrangement) -> String {
    let mut spans: Vec<(NaiveDate, NaiveDate, &str)> = Vec::new();
    for (day, name) in &arrangement.local {
        match spans.last_mut() {
            Some((_, last, of)) if *of == name && last.succ_opt() == Some(*day) => *last = *day,
            _ => spans.push((*day, *day, name)),
        }
    }
    let words = spans.into_iter().map(|(first, last, name)| {
        let mut text = format!("{}月{}日", first.month(), first.day());
        if last.month() != first.month() {
            text += &format!("至{}月{}日", last.month(), last.day());
        } else if last != first {
            text += &format!("至{}日", last.day());
        }
        text + name
    });
    words.collect::<Vec<_>>().join("、")
}
