//! 工作日历: each year's holidays, make-up days and local days off, as the county keeps them.

mod acts;
mod day_dialog;
mod day_mark;
mod drafts;
mod history;
mod import_dialog;
mod leaving;
mod save_bar;
mod save_dialog;
mod summary;
mod year_view;

use chrono::Datelike;
use lanmu_api::work_calendar::{YEAR_MAX, YEAR_MIN};
use leptos::prelude::*;

use crate::api;
use crate::date::browser_now;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Button;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;
use drafts::use_drafts;
use leaving::warn_when_leaving;
use year_view::YearView;

/// The page.
#[component]
pub fn WorkCalendar() -> impl IntoView {
    let session = use_session();
    let asked = use_url_state("year");
    let this_year = Memo::new(move |_| {
        session
            .site_view()
            .map_or_else(|| browser_now().year(), |site| site.today.year())
    });
    let year = Memo::new(move |_| {
        asked
            .number()
            .and_then(|year| i32::try_from(year).ok())
            .filter(|year| (YEAR_MIN..=YEAR_MAX).contains(year))
            .unwrap_or_else(|| this_year.get())
    });
    let go = move |year: i32| {
        if (YEAR_MIN..=YEAR_MAX).contains(&year) {
            let current = year == this_year.get_untracked();
            asked.set(if current {
                String::new()
            } else {
                year.to_string()
            });
        }
    };
    let drafts = use_drafts();
    warn_when_leaving(drafts);
    let kept = use_remote(move || api::work_calendar::year(year.get()));
    view! {
        <PageHeader
            title="工作日历"
            subtitle="放假、补班和本地放假日决定期限落在哪一天"
        />
        <div class="month-bar month-bar--year">
            <h2 class="month-bar__title" aria-live="polite">
                {move || format!("{}年", year.get())}
            </h2>
            <Button on_press=move |()| go(year.get_untracked() - 1)>"上一年"</Button>
            <Button on_press=move |()| go(this_year.get_untracked())>"今年"</Button>
            <Button on_press=move |()| go(year.get_untracked() + 1)>"下一年"</Button>
        </div>
        <AsyncView remote=kept let:view>
            <YearView view=view drafts=drafts go=go changed=move |()| kept.refetch() />
        </AsyncView>
    }
}
