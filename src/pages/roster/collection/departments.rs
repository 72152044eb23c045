//! Who has handed in, and who has not.

use std::sync::Arc;

use lanmu_api::path;
use lanmu_api::roster_collection::{CollectedDepartment, CollectionView};
use lanmu_domain::roster::HandInStatus;
use leptos::prelude::*;

use super::super::overview::{HandInBadge, order};
use super::remind::Remind;
use crate::date::stamp;
use crate::ui::button::Look;
use crate::ui::data_table::{Column, DataTable, Selection, by_words};
use crate::ui::file_link::FileLink;
use crate::ui::remote::Remote;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::use_url_state;

/// The departments as a table.
#[component]
pub fn Departments(
    /// The collection.
    view: CollectionView,
    /// Fetched again afterwards.
    remote: Remote<CollectionView>,
) -> impl IntoView {
    let status = use_url_state("status");
    let CollectionView { row, departments } = view;
    let open = row.closed_at.is_none();
    let id = row.id;
    let count = |wanted| {
        let of_status = departments.iter().filter(|one| one.status == wanted);
        of_status.count()
    };
    let missing = count(HandInStatus::Missing);
    let choices: Vec<Choice> =
        std::iter::once(Choice::new("", format!("全部（{}）", departments.len())))
            .chain(
                HandInStatus::ALL.map(|one| {
                    Choice::new(one.key(), format!("{}（{}）", one.label(), count(one)))
                }),
            )
            .collect();
    let departments = Arc::new(departments);
    let shown = Signal::derive(move || -> Vec<CollectedDepartment> {
        let wanted = status.one_of::<HandInStatus>();
        let fits = |one: &&CollectedDepartment| wanted.is_none_or(|wanted| one.status == wanted);
        departments.iter().filter(fits).cloned().collect()
    });
    let chosen = RwSignal::new(Vec::<i64>::new());
    let of_open = Selection {
        chosen,
        id: |one: &CollectedDepartment| reminds(one).then_some(one.department_id),
        name: |one: &CollectedDepartment| one.department_name.clone(),
    };
    let all = (open && missing > 0).then(|| {
        let words = format!("催报全部未报送部门（{missing}）");
        view! { <Remind collection_id=id words=words look=Look::Primary remote=remote /> }
    });
    view! {
        <div class="filters">
            <Select
                id="collection-status"
                label="报送情况"
                choices=choices
                value=Signal::derive(move || status.get())
                on_change=move |value| {
                    // What is not seen is not chosen.
                    chosen.set(Vec::new());
                    status.set(value);
                }
            />
            {all}
        </div>
        <DataTable
            name="roster-collection"
            label="各部门报送情况"
            columns=columns(id, open, remote)
            rows=shown
            sort=use_url_state("sort")
            unit="个部门"
            selection=(open && missing > 0).then_some(of_open)
            empty="没有符合条件的部门"
        >
            <Show when=move || !chosen.with(Vec::is_empty)>
                <Remind
                    collection_id=id
                    department_ids=chosen
                    words=Signal::derive(move || {
                        format!("催报选中的部门（{}）", chosen.with(Vec::len))
                    })
                    remote=remote
                />
            </Show>
        </DataTable>
    }
}

/// Whether it can be reminded, while the collection is open.
fn reminds(one: &CollectedDepartment) -> bool {
    one.status == HandInStatus::Missing && one.has_people
}

fn columns(
    collection_id: i64,
    open: bool,
    remote: Remote<CollectionView>,
) -> Vec<Column<CollectedDepartment>> {
    let mut columns = vec![
        Column::new("department", "部门", |one: &CollectedDepartment| {
            one.department_name.clone()
        })
        .names()
        .leads_to(|one| format!("/roster/{}", one.department_id))
        .sorted_by(|a, b| by_words(&a.department_name, &b.department_name)),
        Column::new("status", "报送情况", |one: &CollectedDepartment| {
            view! { <HandInBadge status=one.status /> }
        })
        .sorted_by(|a, b| order(Some(a.status)).cmp(&order(Some(b.status)))),
        Column::new("at", "报送时间", times).sorted_by(|a, b| a.first_at.cmp(&b.first_at)),
        Column::new("scan", "盖章扫描件", scan),
        Column::new(
            "reminded",
            "最近催报",
            |one: &CollectedDepartment| match one.reminded_at {
                Some(at) => format!("{}，共 {} 次", stamp(at), one.reminders),
                None if !one.has_people => "没有账号，无法催报".to_owned(),
                None => "—".to_owned(),
            },
        )
        .sorted_by(|a, b| a.reminded_at.cmp(&b.reminded_at)),
    ];
    if open {
        let act = move |one: &CollectedDepartment| {
            let id = one.department_id;
            reminds(one).then(|| {
                view! {
                    <Remind
                        collection_id=collection_id
                        department_ids=Signal::stored(vec![id])
                        words="催报"
                        look=Look::Quiet
                        remote=remote
                    />
                }
            })
        };
        let acts = Column::new("acts", "操作", act);
        columns.push(acts.class("roster-table__acts screen-only").fixed());
    }
    columns
}

fn times(one: &CollectedDepartment) -> String {
    let Some(first) = one.first_at else {
        return "—".to_owned();
    };
    let last = one
        .last_at
        .map(|last| format!("，{} 重新报送", stamp(last)))
        .unwrap_or_default();
    format!("{}（{}）{last}", stamp(first), one.by)
}

fn scan(one: &CollectedDepartment) -> AnyView {
    match one.scan_id {
        Some(id) => {
            view! { <FileLink href=path::department_document(id) words="打开" /> }.into_any()
        }
        None if one.first_at.is_some() => "未上传".into_any(),
        None => "—".into_any(),
    }
}
