//! 更新日历: what falls due when, by month, as a list, for the next 30 days, over a year; and who
//! was on time.

mod ahead_view;
mod asked;
mod day_cell;
mod day_panel;
mod filters;
mod items;
mod legend;
mod list_view;
mod load;
mod month_view;
mod punctuality_view;
mod subscribe;
mod table;
mod year_view;

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::date::browser_now;
use crate::session::use_session;
use crate::ui::button::Look;
use crate::ui::page_header::PageHeader;
use crate::ui::segments::Segments;
use ahead_view::AheadView;
use asked::use_asked;
use filters::{Fields, FilterFields, use_department_choices, use_filters};
use list_view::ListView;
use month_view::MonthView;
use punctuality_view::PunctualityView;
use subscribe::Subscribe;
use year_view::YearView;

/// The page.
#[component]
pub fn Calendar() -> impl IntoView {
    let session = use_session();
    let filters = use_filters();
    let asked = use_asked(filters);
    let departments = use_department_choices();
    // The server's day; until the site is known the browser's, which is nearly always the same.
    let today: Memo<NaiveDate> = Memo::new(move |_| {
        session
            .site_view()
            .map_or_else(|| browser_now().date_naive(), |site| site.today)
    });
    let view_shown = Memo::new(move |_| filters.view.get());
    let fields = Memo::new(move |_| match view_shown.get().as_str() {
        "year" | "punctuality" => Fields::Few,
        _ => Fields::All,
    });
    view! {
        <PageHeader title="更新日历">
            <A href="/work-calendar" attr:class=Look::Plain.class()>
                "工作日历"
            </A>
            <Subscribe filters=filters departments=departments />
            <Segments
                label="视图"
                choices=vec![
                    ("month", "月历"),
                    ("list", "列表"),
                    ("ahead", "三十天"),
                    ("year", "全年"),
                    ("punctuality", "按时率"),
                ]
                state=filters.view
            />
        </PageHeader>
        <FilterFields
            filters=filters
            asked=asked
            departments=departments
            fields=fields
            today=today
        />
        {move || match view_shown.get().as_str() {
            "list" => view! { <ListView filters=filters asked=asked /> }.into_any(),
            "ahead" => view! { <AheadView filters=filters asked=asked /> }.into_any(),
            "year" => view! { <YearView filters=filters asked=asked today=today /> }.into_any(),
            "punctuality" => {
                view! { <PunctualityView filters=filters asked=asked today=today /> }.into_any()
            }
            _ => view! { <MonthView filters=filters today=today asked=asked /> }.into_any(),
        }}
    }
}
