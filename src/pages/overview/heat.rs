//! The heat map of freshness.

use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use super::freshness::{Grid, part, whole};
use crate::api;
use crate::live::refetch_on;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::data_table::{Column, DataTable, by_words};
use crate::ui::empty_state::EmptyState;
use crate::ui::plot::{Figure, HeatRow, heat};
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;

/// Departments by columns of the first level, with how much is blank or overdue.
#[component]
pub fn Freshness() -> impl IntoView {
    let session = use_session();
    let matrix = use_remote(|| api::matrix::matrix(None, None));
    refetch_on(matrix, |changes| {
        changes.touches(lanmu_api::change::Area::Duties)
    });
    view! {
        <AsyncView remote=matrix let:view>
            {
                let own: Vec<i64> = session.departments().into_iter().map(|(id, _)| id).collect();
                let county = session.may(Permission::ViewWholeMatrix);
                let grid = Grid::new(&view, (!county).then_some(own.as_slice()));
                shown(&grid)
            }
        </AsyncView>
    }
}

fn shown(grid: &Grid) -> AnyView {
    if grid.rows.is_empty() {
        return view! { <EmptyState title="没有负责的栏目" /> }.into_any();
    }
    let (behind, all) = grid.total();
    let summary = format!(
        "{} 个部门共 {all} 项责任，其中空白或超期 {behind} 项。格内为“空白或超期项数/责任项数”，没有空白和超期的只写责任项数；颜色越深，所占比例越高。",
        grid.rows.len(),
    );
    let table = table(grid);
    let legend = view! {
        <ul aria-label="颜色">
            {[(1, "不超过四分之一"), (2, "不超过一半"), (3, "不超过四分之三"), (4, "超过四分之三")]
                .map(|(level, words)| {
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
                .into_iter()
                .collect_view()}
        </ul>
    }
    .into_any();
    view! {
        <Figure
            id="plot-freshness"
            title="各部门栏目更新情况"
            summary=summary
            drawings=heat(&grid.columns, &grid.rows)
            legend=legend
            table=table
        />
    }
    .into_any()
}

fn table(grid: &Grid) -> AnyView {
    let all = |row: &HeatRow| format!("{}/{}", part(row), whole(row));
    let mut columns = vec![
        Column::new("department", "部门", |row: &HeatRow| row.name.clone())
            .names()
            .sorted_by(|a, b| by_words(&a.name, &b.name)),
        Column::new("all", "合计", all)
            .number()
            .sorted_by(|a, b| part(a).cmp(&part(b))),
    ];
    columns.extend(grid.columns.iter().enumerate().map(|(index, name)| {
        let words = move |row: &HeatRow| match row.cells.get(index) {
            Some(cell) if cell.whole > 0 => format!("{}/{}", cell.part, cell.whole),
            _ => "—".to_owned(),
        };
        Column::new(format!("column{index}"), name.clone(), words).number()
    }));
    view! {
        <DataTable
            name="overview-freshness"
            label="空白或超期项数/责任项数"
            columns=columns
            rows=Signal::stored(grid.rows.clone())
            sort=use_url_state("freshness_sort")
            empty="没有负责的栏目"
            stacks=false
        />
    }
    .into_any()
}
