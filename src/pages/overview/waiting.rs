//! Where reviews wait, and for how long.

use lanmu_api::waiting::{WAIT_BOUNDS, WaitingReviews, WaitingRow};
use leptos::prelude::*;

use crate::api::overview::waiting_reviews;
use crate::live::refetch_on;
use crate::ui::async_view::AsyncView;
use crate::ui::data_table::{Column, DataTable, by_words};
use crate::ui::empty_state::EmptyState;
use crate::ui::plot::{Figure, StackRow, stacks};
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;

/// So many rows are drawn; the table has all of them.
const DRAWN_MAX: usize = 15;

/// A bar for each department and stage, the longest wait first.
#[component]
pub fn Waiting() -> impl IntoView {
    let waiting = use_remote(waiting_reviews);
    refetch_on(waiting, |changes| {
        changes.touches(lanmu_api::change::Area::Articles)
    });
    view! {
        <AsyncView remote=waiting let:view>
            {shown(&view)}
        </AsyncView>
    }
}

/// The groups in words: 不足 1 个工作日, 1—2 个工作日, and so on.
fn groups() -> Vec<String> {
    let mut words = Vec::new();
    let mut from = 0;
    for bound in WAIT_BOUNDS {
        words.push(match (from, bound) {
            (0, 0) => "不足 1 个工作日".to_owned(),
            (from, bound) => format!("{from}—{bound} 个工作日"),
        });
        from = bound + 1;
    }
    words.push(format!("{from} 个工作日以上"));
    words
}

fn shown(view: &WaitingReviews) -> AnyView {
    let all: usize = view.rows.iter().map(|row| row.days.len()).sum();
    if all == 0 {
        return view! {
            <section class="card figure">
                <h2>"审核等待情况"</h2>
                <EmptyState title="没有等待审核的稿件" />
            </section>
        }
        .into_any();
    }
    let longest = view.rows.first().and_then(|row| row.days.first());
    let rest = view.rows.len().saturating_sub(DRAWN_MAX);
    let rest = if rest > 0 {
        format!("图中列出等待最久的 {DRAWN_MAX} 处，其余 {rest} 处见数据表。")
    } else {
        String::new()
    };
    let waited = match longest {
        None | Some(0) => "均不足 1 个工作日".to_owned(),
        Some(days) => format!("最久的已等待 {days} 个工作日"),
    };
    let summary = format!("共 {all} 件等待审核，{waited}。{rest}");
    let rows: Vec<StackRow> = view.rows.iter().take(DRAWN_MAX).map(stack).collect();
    let legend = (1..)
        .zip(groups())
        .map(|(level, words): (u32, String)| {
            view! {
                <li>
                    <span
                        class=format!("plot__swatch plot__swatch--{level}")
                        aria-hidden="true"
                    ></span>
                    {words}
                </li>
            }
        })
        .collect_view();
    let legend = view! { <ul aria-label="等待时间，从左到右">{legend}</ul> }.into_any();
    let table = table(view);
    view! {
        <Figure
            id="plot-waiting"
            title="审核等待情况"
            summary=summary
            drawings=stacks(&rows)
            legend=legend
            table=table
        />
    }
    .into_any()
}

fn stack(row: &WaitingRow) -> StackRow {
    let parts = row
        .groups()
        .map(|number| u32::try_from(number).unwrap_or(u32::MAX));
    let longest = row.days.first().copied().unwrap_or_default();
    StackRow {
        name: format!("{}　{}", row.department_name, row.stage.label()),
        parts: parts.to_vec(),
        note: match longest {
            0 => String::new(),
            days => format!("最久 {days} 日"),
        },
    }
}

fn table(view: &WaitingReviews) -> AnyView {
    let longest = |row: &WaitingRow| row.days.first().copied().unwrap_or_default();
    let mut columns = vec![
        Column::new("department", "部门", |row: &WaitingRow| {
            row.department_name.clone()
        })
        .names()
        .sorted_by(|a, b| by_words(&a.department_name, &b.department_name)),
        Column::new("stage", "环节", |row: &WaitingRow| row.stage.label()).fixed(),
    ];
    columns.extend(groups().into_iter().enumerate().map(|(index, words)| {
        let number = move |row: &WaitingRow| row.groups()[index];
        Column::new(format!("group{index}"), words, number).number()
    }));
    columns.push(
        Column::new("longest", "最久（工作日）", longest)
            .number()
            .sorted_by(|a, b| a.days.first().cmp(&b.days.first())),
    );
    view! {
        <DataTable
            name="overview-waiting"
            label="审核等待情况"
            columns=columns
            rows=Signal::stored(view.rows.clone())
            sort=use_url_state("waiting_sort")
            empty="没有等待审核的稿件"
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::groups;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn groups_follow_each_other() {
        assert_eq!(
            groups(),
            [
                "不足 1 个工作日",
                "1—2 个工作日",
                "3—5 个工作日",
                "6 个工作日以上"
            ]
        );
    }
}
