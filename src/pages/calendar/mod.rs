//! 更新日历: what falls due when, by month and as a list.

mod day_cell;
mod day_panel;
mod filters;
mod items;
mod legend;
mod list_view;
mod month;
mod month_view;
mod table;

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::date::browser_now;
use crate::session::use_session;
use crate::ui::button::Look;
use crate::ui::page_header::PageHeader;
use crate::ui::segments::Segments;
use filters::{FilterFields, use_filters};
use list_view::ListView;
use month_view::MonthView;

/// The page.
#[component]
pub fn Calendar() -> impl IntoView {
    let session = use_session();
    let filters = use_filters();
    // The server's day; until the site is known the browser's, which is nearly always the same.
    let today: Memo<NaiveDate> = Memo::new(move |_| {
        session
            .site_view()
            .map_or_else(|| browser_now().date_naive(), |site| site.today)
    });
    let is_list = Memo::new(move |_| filters.is_list());
    view! {
        <PageHeader title="更新日历">
            <A href="/work-calendar" attr:class=Look::Plain.class()>
                "工作日历"
            </A>
            <Segments
                label="视图"
                choices=vec![("month", "月历"), ("list", "列表")]
                state=filters.view
            />
        </PageHeader>
        <FilterFields filters=filters />
        {move || {
            if is_list.get() {
                view! { <ListView filters=filters today=today /> }.into_any()
            } else {
                view! { <MonthView filters=filters today=today /> }.into_any()
            }
        }}
    }
}
