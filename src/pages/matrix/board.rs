//! What the matrix shows once it is there: counts, filters, list or grid.

use std::collections::HashMap;
use std::sync::Arc;

use lanmu_api::matrix::MatrixView;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use super::filter::Line;
use super::filters::{FilterFields, Filters};
use super::grid::Grid;
use super::list::List;
use crate::session::use_session;
use crate::ui::empty_state::EmptyState;
use crate::ui::status_counts::StatusCounts;

/// The lines of the chosen department; equal only to themselves, so that comparing costs nothing.
#[derive(Clone)]
pub struct Lines(pub Arc<Vec<Line>>);

impl PartialEq for Lines {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

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
    let departments = StoredValue::new(view.departments.clone());
    let fields = view.clone();
    let reason = view.version.reason.clone();
    let department = Memo::new(move |_| filters.department.number());
    let lines = Memo::new(move |_| {
        let id = department.get();
        let of_duty = |row: &_| Line::new(Clone::clone(row), &names, id);
        Lines(Arc::new(view.duties.iter().filter_map(of_duty).collect()))
    });
    let filter = Memo::new(move |_| filters.filter());
    let shown = Memo::new(move |_| {
        let (filter, lines) = (filter.get(), lines.get());
        lines
            .0
            .iter()
            .map(|line| filter.admits(line))
            .collect::<Vec<bool>>()
    });
    let count = move |status| {
        let (filter, lines) = (filter.get(), lines.get());
        filter.count(&lines.0, status)
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
                        <Grid lines=lines shown=shown departments=departments.get_value() today=today />
                    }
                        .into_any()
                } else {
                    view! { <List lines=lines shown=shown today=today /> }.into_any()
                }
            }}
        </div>
    }
}
