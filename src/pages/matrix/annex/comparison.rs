//! What a file says otherwise than the table in force.

use std::collections::HashMap;

use lanmu_domain::annex::{Doubt, FileProblem, LineChange};
use leptos::prelude::*;

use super::Compared;
use crate::pages::matrix::differences::{Against, Differences};
use crate::ui::button::Button;
use crate::ui::empty_state::EmptyState;

/// The problems of the file, or the lines that differ.
#[component]
pub fn Comparison(
    /// The file and what came of it.
    compared: Compared,
) -> impl IntoView {
    let Compared { name, view } = compared;
    if !view.problems.is_empty() {
        return view! { <Problems name=name problems=view.problems /> }.into_any();
    }
    if view.differences.is_empty() {
        let hint = format!("“{name}”共 {} 行，与现行分工表完全一致。", view.lines);
        return view! {
            <div role="status">
                <EmptyState title="没有差异" hint=hint />
            </div>
        }
        .into_any();
    }
    let mut doubts: HashMap<u32, Vec<Doubt>> = HashMap::new();
    for doubt in view.doubts {
        doubts.entry(doubt.row).or_default().push(doubt);
    }
    let counts = LineChange::ALL
        .map(|change| {
            let of_kind = view.differences.iter().filter(|d| d.change == change);
            format!("{} {} 行", change.label(), of_kind.count())
        })
        .join("，");
    let summary = format!(
        "“{name}”共 {} 行：{counts}，存疑 {} 行。",
        view.lines,
        doubts.len()
    );
    let lines = view
        .differences
        .into_iter()
        .map(|difference| {
            let own = difference
                .line
                .and_then(|_| doubts.remove(&difference.number));
            (difference, own.unwrap_or_default())
        })
        .collect::<Vec<_>>();
    view! {
        <section aria-labelledby="annex-differences">
            <div class="annex-summary">
                <h2 id="annex-differences">"不同之处"</h2>
                <p role="status">{summary}</p>
                <Button on_press=move |()| {
                    // Nothing can be done where there is no printer.
                    let _ = window().print();
                }>"打印"</Button>
            </div>
            <Differences against=Against::File lines=lines />
        </section>
    }
    .into_any()
}

#[component]
fn Problems(
    /// The name of the file.
    name: String,
    /// What is wrong with it.
    problems: Vec<FileProblem>,
) -> impl IntoView {
    let title = format!("“{name}”有 {} 处错误，没有核对", problems.len());
    let items = problems
        .into_iter()
        .map(|problem| {
            let place = match (problem.line, problem.cell.is_empty()) {
                (Some(line), false) => format!("第 {line} 行“{}”：", problem.cell),
                (Some(line), true) => format!("第 {line} 行："),
                (None, false) => format!("“{}”：", problem.cell),
                (None, true) => String::new(),
            };
            let end = if problem.message.ends_with('。') {
                ""
            } else {
                "。"
            };
            view! { <li>{format!("{place}{}{end}", problem.message)}</li> }
        })
        .collect_view();
    view! {
        <section class="notice notice--warning" role="alert">
            <h2>{title}</h2>
            <ul>{items}</ul>
        </section>
    }
}
