//! Lines of two tables that differ, cell by cell.

use lanmu_domain::annex::{Doubt, LineChange, LineDifference};
use leptos::prelude::*;

use crate::ui::data_table::{Column, DataTable, by_words};
use crate::ui::url_state::use_url_state;

/// What is held against what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// A file against the table in force.
    File,
    /// A later version against an earlier one.
    Version,
}

impl Against {
    /// What became of a line.
    #[must_use]
    pub const fn label(self, change: LineChange) -> &'static str {
        match (self, change) {
            (Self::Version, LineChange::Missing) => "取消",
            _ => change.label(),
        }
    }

    const fn missing(self) -> &'static str {
        match self {
            Self::File => "文件中没有这个栏目。",
            Self::Version => "不再列有这个栏目。",
        }
    }
}

type Doubted = (LineDifference, Vec<Doubt>);

/// The lines, each with what is doubtful in it.
#[component]
pub fn Differences(
    /// What is held against what.
    against: Against,
    /// The lines.
    lines: Vec<Doubted>,
) -> impl IntoView {
    view! {
        <DataTable
            name="matrix-differences"
            label="不同之处"
            columns=columns(against)
            rows=Signal::stored(lines)
            sort=use_url_state("by")
            unit="处"
            empty="没有不同之处"
        />
    }
}

fn columns(against: Against) -> Vec<Column<Doubted>> {
    let mut columns = vec![
        Column::new("change", "类别", move |(line, _): &Doubted| {
            let place = line.line.filter(|_| against == Against::File);
            let place = place.map(|line| format!("文件第 {line} 行"));
            view! {
                {against.label(line.change)}
                {place.map(|words| view! { <span class="annex-place">{words}</span> })}
            }
        })
        .class("data-table__line-cell"),
        Column::new("number", "序号", |(line, _): &Doubted| line.number)
            .number()
            .sorted_by(|(a, _), (b, _)| a.number.cmp(&b.number)),
        Column::new("path", "栏目", |(line, _): &Doubted| {
            line.path.join(" / ")
        })
        .names()
        .sorted_by(|(a, _), (b, _)| by_words(&a.path.join("/"), &b.path.join("/"))),
        Column::new("cells", "内容", move |(line, _): &Doubted| {
            let is_missing = line.change == LineChange::Missing;
            view! {
                {is_missing.then(|| against.missing())}
                <Cells line=line.clone() />
            }
        })
        .fixed(),
    ];
    if against == Against::File {
        columns.push(Column::new("doubts", "存疑", |(_, doubts): &Doubted| {
            let said = doubts.iter().map(|doubt| {
                view! { <li>{format!("{}：{}。", doubt.cell, doubt.message)}</li> }
            });
            view! { <ul class="annex-cells">{said.collect_view()}</ul> }
        }));
    }
    columns
}

/// The cells of a line that differ.
#[component]
pub fn Cells(
    /// The line.
    line: LineDifference,
) -> impl IntoView {
    let is_new = line.change == LineChange::Added;
    let or = |text: String| {
        if text.is_empty() {
            "（空）".to_owned()
        } else {
            text
        }
    };
    let cells = line
        .cells
        .into_iter()
        .filter(|cell| !(is_new && cell.cell == "序号"))
        .map(|cell| {
            let before = (!is_new).then(|| {
                view! {
                    <del>{or(cell.before)}</del>
                    " 改为 "
                }
            });
            view! {
                <li>
                    <span class="annex-cell">{cell.cell} "："</span>
                    {before}
                    <ins>{or(cell.after)}</ins>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="annex-cells">{cells}</ul> }
}
