//! Lines of two tables that differ, cell by cell.

use lanmu_domain::annex::{Doubt, LineChange, LineDifference};
use leptos::prelude::*;

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

    fn headings(self) -> Vec<&'static str> {
        let mut headings = vec!["类别", "序号", "栏目", "内容"];
        if self == Self::File {
            headings.push("存疑");
        }
        headings
    }
}

/// The lines, each with what is doubtful in it.
#[component]
pub fn Differences(
    /// What is held against what.
    against: Against,
    /// The lines.
    lines: Vec<(LineDifference, Vec<Doubt>)>,
) -> impl IntoView {
    let headings = against
        .headings()
        .into_iter()
        .map(|heading| {
            view! {
                <th role="columnheader" scope="col">
                    {heading}
                </th>
            }
        })
        .collect_view();
    let rows = lines
        .into_iter()
        .map(|(line, doubts)| view! { <Line against=against line=line doubts=doubts /> })
        .collect_view();
    view! {
        <div class="table-box">
            <table class="table gap-table" role="table" aria-label="不同之处">
                <thead role="rowgroup">
                    <tr role="row">{headings}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Line(
    /// What is held against what.
    against: Against,
    /// A line that differs.
    line: LineDifference,
    /// What is doubtful in it.
    doubts: Vec<Doubt>,
) -> impl IntoView {
    let place = line.line.filter(|_| against == Against::File);
    let is_missing = line.change == LineChange::Missing;
    let doubts = doubts
        .into_iter()
        .map(|doubt| view! { <li>{format!("{}：{}。", doubt.cell, doubt.message)}</li> })
        .collect_view();
    let path = line.path.join(" / ");
    let (change, number) = (line.change, line.number);
    view! {
        <tr role="row">
            <td role="cell" class="gap-table__kind" data-label="类别">
                {against.label(change)}
                {place
                    .map(|line| {
                        view! { <span class="annex-place">{format!("文件第 {line} 行")}</span> }
                    })}
            </td>
            <td role="cell" class="table__number" data-label="序号">
                {number}
            </td>
            <td role="cell" data-label="栏目">
                {path}
            </td>
            <td role="cell" data-label="内容">
                {is_missing.then(|| against.missing())}
                <Cells line=line />
            </td>
            {(against == Against::File)
                .then(|| {
                    view! {
                        <td role="cell" data-label="存疑">
                            <ul class="annex-cells">{doubts}</ul>
                        </td>
                    }
                })}
        </tr>
    }
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
