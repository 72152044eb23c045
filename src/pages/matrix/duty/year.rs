//! The duty over a year: when it was fresh and when not.

use chrono::Datelike;
use leptos::prelude::*;

use crate::api;
use crate::date::browser_now;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Button;
use crate::ui::names::Names;
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;
use crate::ui::year_strip::{YearMonths, YearStrip, in_words};

/// 全年情况.
#[component]
pub fn Year(
    /// The duty.
    duty_id: i64,
) -> impl IntoView {
    let session = use_session();
    let state = use_url_state("year");
    let now = Memo::new(move |_| {
        let site = session.site_view();
        site.map_or_else(|| browser_now().year(), |site| site.today.year())
    });
    let year = Memo::new(move |_| {
        let asked = state.number().and_then(|year| i32::try_from(year).ok());
        asked
            .filter(|year| (2000..=now.get()).contains(year))
            .unwrap_or_else(|| now.get())
    });
    let loaded = use_remote(move || api::calendar::year_of_duty(year.get(), duty_id));
    let go = move |by: i32| {
        let next = year.get_untracked() + by;
        let current = next == now.get_untracked();
        state.set(if current {
            String::new()
        } else {
            next.to_string()
        });
    };
    view! {
        <section class="card" aria-labelledby="year-title">
            <div class="month-bar">
                <h2 id="year-title" class="month-bar__title">
                    {move || format!("{}年全年情况", year.get())}
                </h2>
                <Button on_press=move |()| go(-1)>"上一年"</Button>
                <Button
                    disabled=Signal::derive(move || year.get() >= now.get())
                    on_press=move |()| go(1)
                >
                    "下一年"
                </Button>
            </div>
            <AsyncView remote=loaded let:view>
                {
                    let year = view.year;
                    let several = view.strips.len() > 1;
                    if view.strips.is_empty() {
                        view! { <p class="duty-note">"这一年该栏目还没有责任记录。"</p> }.into_any()
                    } else {
                        let strips = view
                            .strips
                            .into_iter()
                            .map(|strip| {
                                let words = in_words(&strip.runs);
                                view! {
                                    <li>
                                        {several.then(|| view! { <Names names=strip.department_names /> })}
                                        <YearStrip year=year runs=strip.runs />
                                        <p class="years__words" aria-hidden="true">
                                            {words}
                                        </p>
                                    </li>
                                }
                            })
                            .collect_view();
                        view! {
                            <YearMonths />
                            <ul class="duty-years">{strips}</ul>
                        }
                            .into_any()
                    }
                }
            </AsyncView>
        </section>
    }
}
