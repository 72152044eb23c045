//! What falls due on the chosen day.

use chrono::NaiveDate;
use lanmu_api::obligation::ObligationView;
use leptos::prelude::*;
use leptos_router::components::A;

use super::month_view::ByDay;
use crate::date::long_day;
use crate::ui::badge::StatusBadge;
use crate::ui::duty_link::duty_href;
use crate::ui::names::Names;

/// The list of the day.
#[component]
pub fn DayPanel(
    /// The day.
    day: Memo<NaiveDate>,
    /// The items of each day.
    by_day: Memo<ByDay>,
    /// The server's day.
    today: NaiveDate,
) -> impl IntoView {
    let items = Memo::new(move |_| {
        let day = day.get();
        by_day.with(|days| days.get(&day).cloned().unwrap_or_default())
    });
    view! {
        <section class="day-panel card" aria-live="polite" aria-labelledby="day-panel-title">
            <h2 id="day-panel-title">{move || long_day(day.get())}</h2>
            <p class="day-panel__number">
                {move || {
                    let number = items.with(Vec::len);
                    let now = if day.get() == today { "今天" } else { "" };
                    format!("{now}到期 {number} 项")
                }}
            </p>
            {move || {
                let items = items.get();
                if items.is_empty() {
                    view! { <p class="day-panel__none">"这一天没有到期事项。"</p> }.into_any()
                } else {
                    view! {
                        <ul class="day-panel__list">
                            {items
                                .into_iter()
                                .map(|item| view! { <PanelItem item=item /> })
                                .collect_view()}
                        </ul>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

#[component]
fn PanelItem(
    /// What falls due.
    item: ObligationView,
) -> impl IntoView {
    let href = duty_href(item.duty_id);
    let mut above = item.column_path;
    let name = above.pop().unwrap_or_default();
    view! {
        <li class="day-panel__item">
            <StatusBadge status=item.status />
            <A href=href attr:class="item-row__link">
                <span class="item-row__path">{above.join(" / ")}</span>
                <span class="item-row__name">{name}</span>
            </A>
            <Names names=item.department_names />
            <p class="item-row__why">{item.arithmetic}</p>
        </li>
    }
}
