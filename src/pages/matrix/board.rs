//! What the matrix shows once it is there: counts, filters, list or grid.

use std::collections::HashMap;

use lanmu_api::matrix::MatrixView;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use super::filter::Line;
use super::filters::{FilterFields, Filters};
use super::grid::Grid;
use super::list::List;
use super::paper::PaperHead;
use super::shared::Shared;
use crate::session::use_session;
use crate::ui::empty_state::EmptyState;
use crate::ui::status_counts::StatusCounts;

/// The lines of the chosen department.
pub type Lines = Shared<Vec<Line>>;

/// Counts, filters and the view chosen.
#[component]
pub fn Board(
    /// The matrix.
    view: MatrixView,
    /// Where the filters are kept.
    filters: Filters,
) -> impl IntoView {
    let session = use_session();
    let today = view.today;
    let names: HashMap<i64, String> = view
        .departments
        .iter()
        .map(|department| (department.id, department.name.clone()))
        .collect();
    let matrix = StoredValue::new(view.clone());
    let fields = view.clone();
    let reason = view.version.reason.clone();
    let department = Memo::new(move |_| filters.department.number());
    let lines = Memo::new(move |_| {
        let id = department.get();
        let of_duty = |row: &_| Line::new(Clone::clone(row), &names, id);
        Lines::new(view.duties.iter().filter_map(of_duty).collect())
    });
    let filter = Memo::new(move |_| filters.filter());
    let shown = Memo::new(move |_| {
        let (filter, lines) = (filter.get(), lines.get());
        lines
            .iter()
            .map(|line| filter.admits(line))
            .collect::<Vec<bool>>()
    });
    let count = move |status| {
        let (filter, lines) = (filter.get(), lines.get());
        filter.count(&lines, status)
    };
    let number = Memo::new(move |_| shown.with(|shown| shown.iter().filter(|is| **is).count()));
    let is_grid = Memo::new(move |_| {
        session.may(Permission::ViewWholeMatrix) && filters.view.get() == "grid"
    });
    view! {
        {(!reason.is_empty())
            .then(|| view! { <p class="matrix-reason">{format!("依据：{reason}")}</p> })}
        <StatusCounts count=count state=filters.status />
        <FilterFields filters=filters view=fields />
        <p class="list-count" role="status">
            {move || format!("显示 {} 项", number.get())}
        </p>
        {move || {
            if number.get() == 0 {
                return view! {
                    <EmptyState title="没有符合条件的责任" hint="请更换关键词或筛选条件。" />
                }
                    .into_any();
            }
            ().into_any()
        }}
        <div hidden=move || number.get() == 0>
            {move || {
                let lines = lines.get();
                if is_grid.get() {
                    view! {
                        <Grid
                            lines=lines
                            shown=shown
                            departments=matrix.with_value(|view| view.departments.clone())
                            filters=filters
                            today=today
                        />
                    }
                        .into_any()
                } else {
                    view! {
                        <div class="paper">
                            <PaperHead view=matrix filters=filters number=number />
                            <List lines=lines shown=shown today=today />
                        </div>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}
