//! What falls due in the next thirty days.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use lanmu_api::calendar::CalendarView;
use lanmu_domain::calendar::DayKind;
use leptos::prelude::*;

use crate::api;
use crate::date::{long_day, weekday};
use crate::live::refetch_on;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::data_table::{Column, DataTable};
use crate::ui::plot::{Bar, Figure, bars};
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;

/// Today and so many days after it.
const AHEAD: u64 = 29;

/// How much falls due on each day; days off are shaded.
#[component]
pub fn Ahead() -> impl IntoView {
    let session = use_session();
    let today = Memo::new(move |_| session.site_view().map(|site| site.today));
    let calendar = use_remote(move || {
        let today = today.get();
        async move {
            let from = today.unwrap_or_default();
            let to = from.checked_add_days(Days::new(AHEAD)).unwrap_or(from);
            api::calendar::calendar((from, to), None, None).await
        }
    });
    refetch_on(calendar, |changes| {
        changes.touches(lanmu_api::change::Area::Duties)
    });
    view! {
        <Show when=move || today.get().is_some()>
            <AsyncView remote=calendar let:view>
                {shown(&view)}
            </AsyncView>
        </Show>
    }
}

fn shown(view: &CalendarView) -> AnyView {
    let days = by_day(view);
    let all: u32 = days.iter().map(|(_, _, number)| number).sum();
    let highest = days.iter().max_by_key(|(_, _, number)| *number);
    let summary = match highest {
        Some((day, _, number)) if *number > 0 => {
            let day = long_day(*day);
            format!("30 天内到期 {all} 项，最多的一天是{day}，{number} 项。底色为休息日。")
        }
        _ => "30 天内没有到期的责任。".to_owned(),
    };
    let drawn: Vec<Bar> = days
        .iter()
        .map(|(day, kind, number)| Bar {
            value: *number,
            label: day.day().to_string(),
            mark: match kind {
                DayKind::Holiday => "休".to_owned(),
                DayKind::MakeUp => "班".to_owned(),
                DayKind::Work | DayKind::Weekend => weekday(*day).to_owned(),
            },
            group: format!("{}月", day.month()),
            quiet: !kind.is_working(),
        })
        .collect();
    let rows: Vec<(NaiveDate, u32)> = days
        .into_iter()
        .filter(|(_, _, number)| *number > 0)
        .map(|(day, _, number)| (day, number))
        .collect();
    let columns = vec![
        Column::new("day", "日期", |(day, _): &(NaiveDate, u32)| {
            long_day(*day)
        })
        .names(),
        Column::new(
            "number",
            "到期项数",
            |(_, number): &(NaiveDate, u32)| *number,
        )
        .number()
        .fixed()
        .sorted_by(|(_, a), (_, b)| a.cmp(b)),
    ];
    let table = view! {
        <DataTable
            name="overview-ahead"
            label="未来 30 天到期情况"
            columns=columns
            rows=Signal::stored(rows)
            sort=use_url_state("ahead_sort")
            empty="30 天内没有到期的责任"
        />
    }
    .into_any();
    view! {
        <Figure
            id="plot-ahead"
            title="未来 30 天到期情况"
            summary=summary
            drawings=bars(&drawn)
            table=table
        />
    }
    .into_any()
}

/// The days with what they are and how much falls due on them.
fn by_day(view: &CalendarView) -> Vec<(NaiveDate, DayKind, u32)> {
    let mut due: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for entry in &view.entries {
        if let Some(day) = entry.due {
            *due.entry(day).or_default() += 1;
        }
    }
    let number = |day: &NaiveDate| due.get(day).copied().unwrap_or_default();
    view.days
        .iter()
        .map(|day| (day.date, day.kind, number(&day.date)))
        .collect()
}
