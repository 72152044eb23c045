//! 台账 on paper: sheets of A4 with page numbers, totals, and room for names. Browsers of the age
//! that offices have cannot number pages by themselves, so rows are measured and laid on sheets.

mod load;
mod paginate;
mod sheet;
mod totals;

use lanmu_api::ledger::{LedgerLineView, LedgerQuery};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use crate::date::plain_day;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::empty_state::EmptyState;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;
use load::{MOST, all_lines};
use paginate::paginate;
use sheet::{Heading, Rows, Sheet};
use totals::Totals;

/// Room for rows on a sheet, in CSS pixels: 267 mm between the margins of A4, less head, foot and
/// the heads of columns.
const ROOM: f64 = 214.0 * 96.0 / 25.4;

/// The page, for the same filters in the address as the ledger's.
#[component]
pub fn PrintLedger() -> impl IntoView {
    let (act, stage) = (use_url_state("act"), use_url_state("stage"));
    let (department, article) = (use_url_state("department"), use_url_state("article"));
    let (from, to, words) = (
        use_url_state("from"),
        use_url_state("to"),
        use_url_state("q"),
    );
    let asked = move || LedgerQuery {
        act: act.one_of(),
        stage: stage.one_of(),
        department_id: department.number(),
        article_id: article.number(),
        from: from.get().parse().ok(),
        to: to.get().parse().ok(),
        q: Some(words.get()).filter(|words| !words.is_empty()),
        after: None,
        limit: None,
    };
    let period = Signal::derive(move || {
        let asked = asked();
        match (asked.from, asked.to) {
            (Some(from), Some(to)) => format!("{}至{}", plain_day(from), plain_day(to)),
            (Some(from), None) => format!("{}起", plain_day(from)),
            (None, Some(to)) => format!("截至{}", plain_day(to)),
            (None, None) => "全部".to_owned(),
        }
    });
    let lines = use_remote(move || all_lines(asked()));
    view! {
        <div class="screen-only">
        <PageHeader title="打印台账" subtitle="请用 A4 纸纵向打印，页边距选“默认”。">
            <Button look=Look::Primary on_press=|()| drop(window().print())>"打印"</Button>
        </PageHeader>
        </div>
        <AsyncView remote=lines let:answer>
            {
                let (lines, more) = answer;
                if lines.is_empty() {
                    view! { <EmptyState title="没有符合条件的记录" hint="请回到台账更换筛选条件。" /> }
                        .into_any()
                } else {
                    view! { <Sheets lines=lines more=more period=period.get_untracked() /> }.into_any()
                }
            }
        </AsyncView>
    }
}

/// Rows are drawn once to be measured, then on their sheets.
#[component]
fn Sheets(
    /// The lines, oldest first.
    lines: Vec<LedgerLineView>,
    /// Whether older ones were left out.
    more: bool,
    /// The period in words.
    period: String,
) -> impl IntoView {
    let site = use_session()
        .site_view()
        .map(|site| site.name)
        .unwrap_or_default();
    let heading = Heading { site, period };
    let lines = StoredValue::new(lines);
    let heights = RwSignal::new(Vec::<f64>::new());
    let measured = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let Some(node) = measured.get() else { return };
        let Ok(rows) = node.query_selector_all("tbody tr") else {
            return;
        };
        let height = |index| {
            let row = rows.get(index)?.dyn_into::<HtmlElement>().ok()?;
            Some(row.get_bounding_client_rect().height())
        };
        heights.set((0..rows.length()).filter_map(height).collect());
    });
    view! {
        {more
            .then(|| {
                view! {
                    <p class="notice notice--warning">
                        {format!("记录较多，只打印最近约 {MOST} 条；其余请按日期分段打印，或导出后打印。")}
                    </p>
                }
            })}
        {move || {
            heights
                .with(Vec::is_empty)
                .then(|| {
                    view! {
                        <div class="sheet sheet--measured" aria-hidden="true" node_ref=measured>
                            <Rows lines=lines.get_value() />
                        </div>
                    }
                })
        }}
        {move || {
            let sheets = heights.with(|heights| paginate(heights, ROOM));
            // The totals stand on a sheet of their own.
            let count = sheets.len() + 1;
            (!sheets.is_empty())
                .then(|| {
                    let last = heading.clone();
                    let pages = sheets
                        .into_iter()
                        .enumerate()
                        .map(|(index, rows)| {
                            let part = lines.with_value(|lines| lines[rows].to_vec());
                            view! {
                                <Sheet heading=heading.clone() number=index + 1 count=count>
                                    <Rows lines=part />
                                </Sheet>
                            }
                        })
                        .collect_view();
                    view! {
                        {pages}
                        <Sheet heading=last number=count count=count>
                            <Totals lines=lines.get_value() />
                        </Sheet>
                    }
                })
        }}
    }
}
