//! 红线: how far the site is from the single vetoes of the national inspection.

mod card;

use std::collections::HashMap;

use lanmu_api::path;
use lanmu_api::red_line::RedLinesView;
use lanmu_domain::red_line::Level;
use leptos::prelude::*;

use crate::api;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::day_field::DayField;
use crate::ui::export_links::ExportLinks;
use crate::ui::page_header::PageHeader;
use crate::ui::past_note::{PastNote, use_past_day};
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;
use card::LineCard;

/// The page.
#[component]
pub fn RedLines() -> impl IntoView {
    let session = use_session();
    let state = use_url_state("as_of");
    let today = Memo::new(move |_| session.site_view().map(|site| site.today));
    let as_of = use_past_day(state);
    let lines = use_remote(move || api::red_line::red_lines(as_of.get()));
    let href = Signal::derive(move || {
        let query = api::query(&[("as_of", as_of.get().map(|day| day.to_string()))]);
        format!("{}{query}", path::RED_LINES_EXPORT)
    });
    let max = Signal::derive(move || today.get().map(|day| day.to_string()).unwrap_or_default());
    view! {
        <PageHeader title="红线" subtitle="国家对政府网站检查的单项否决指标，本平台数据能够反映的部分">
            <ExportLinks href=href />
        </PageHeader>
        <div class="filters">
            <DayField id="red-lines-as-of" label="截至日期" state=state max=max />
        </div>
        <AsyncView remote=lines let:view>
            <PastNote day=view.today past=view.past state=state />
            <Lines view=view />
        </AsyncView>
    }
}

#[component]
fn Lines(
    /// The answer.
    view: RedLinesView,
) -> impl IntoView {
    let named = |level: Level| {
        let of_level = view
            .lines
            .iter()
            .filter(|measured| measured.line.level == level);
        let names: Vec<&str> = of_level.map(|m| m.line.indicator.label()).collect();
        names.join("、")
    };
    let (crossed, warned) = (named(Level::Crossed), named(Level::Warned));
    let summary = match (crossed.is_empty(), warned.is_empty()) {
        (true, true) => "各项指标均未触及红线。".to_owned(),
        (true, false) => format!("没有触及红线的指标；接近红线：{warned}。"),
        (false, true) => format!("已触及红线：{crossed}。"),
        (false, false) => format!("已触及红线：{crossed}；接近红线：{warned}。"),
    };
    let names: HashMap<i64, String> = view
        .departments
        .into_iter()
        .map(|department| (department.id, department.name))
        .collect();
    let names = StoredValue::new(names);
    let cards = view
        .lines
        .into_iter()
        .map(|measured| view! { <LineCard measured=measured names=names /> })
        .collect_view();
    view! {
        <p class="red-lines__summary" role="status">
            {summary}
        </p>
        <div class="red-lines">{cards}</div>
    }
}
