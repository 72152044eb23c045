//! Who has handed in, and who has not.

use std::sync::Arc;

use lanmu_api::path;
use lanmu_api::roster_collection::{CollectedDepartment, CollectionView};
use lanmu_domain::roster::HandInStatus;
use leptos::prelude::*;
use leptos_router::components::A;

use super::super::overview::HandInBadge;
use super::remind::Remind;
use crate::date::stamp;
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
    let shown = move || -> Vec<CollectedDepartment> {
        let wanted = status.one_of::<HandInStatus>();
        let fits = |one: &&CollectedDepartment| wanted.is_none_or(|wanted| one.status == wanted);
        departments.iter().filter(fits).cloned().collect()
    };
    let all = (open && missing > 0).then(|| {
        let words = format!("催报全部未报送部门（{missing}）");
        view! { <Remind collection_id=id department_id=None words=words remote=remote /> }
    });
    view! {
        <div class="filters">
            <Select
                id="collection-status"
                label="报送情况"
                choices=choices
                value=Signal::derive(move || status.get())
                on_change=move |value| status.set(value)
            />
            {all}
        </div>
        <div class="table-box">
            <table class="table roster-table">
                <caption class="visually-hidden">"各部门报送情况"</caption>
                <thead>
                    <tr>
                        <th scope="col">"部门"</th>
                        <th scope="col">"报送情况"</th>
                        <th scope="col">"报送时间"</th>
                        <th scope="col">"盖章扫描件"</th>
                        <th scope="col">"最近催报"</th>
                        <th scope="col" class="screen-only">"操作"</th>
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        shown()
                            .into_iter()
                            .map(|one| view! { <Row one=one collection_id=id open=open remote=remote /> })
                            .collect_view()
                    }}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(
    /// The department.
    one: CollectedDepartment,
    /// The collection.
    collection_id: i64,
    /// Whether it is open.
    open: bool,
    /// Fetched again afterwards.
    remote: Remote<CollectionView>,
) -> impl IntoView {
    let id = one.department_id;
    let times = one.first_at.map(|first| {
        let last = one
            .last_at
            .map(|last| format!("，{} 重新报送", stamp(last)))
            .unwrap_or_default();
        format!("{}（{}）{last}", stamp(first), one.by)
    });
    let scan = one.scan_id.map(|id| {
        let href = path::department_document(id);
        view! {
            <a href=href download="" rel="external">
                "打开"
            </a>
        }
    });
    let handed_in = one.first_at.is_some();
    let reminded = match one.reminded_at {
        Some(at) => format!("{}，共 {} 次", stamp(at), one.reminders),
        None if !one.has_people => "没有账号，无法催报".to_owned(),
        None => "—".to_owned(),
    };
    let reminds = open && one.status == HandInStatus::Missing && one.has_people;
    view! {
        <tr>
            <th scope="row" data-label="部门">
                <A href=format!("/roster/{id}")>{one.department_name.clone()}</A>
            </th>
            <td data-label="报送情况">
                <HandInBadge status=one.status />
            </td>
            <td data-label="报送时间">{times.unwrap_or("—".to_owned())}</td>
            <td data-label="盖章扫描件">
                {match scan {
                    Some(link) => link.into_any(),
                    None => if handed_in { "未上传" } else { "—" }.into_any(),
                }}
            </td>
            <td data-label="最近催报">{reminded}</td>
            <td data-label="操作" class="roster-table__acts">
                {reminds
                    .then(|| {
                        view! {
                            <Remind
                                collection_id=collection_id
                                department_id=Some(id)
                                words="催报"
                                remote=remote
                            />
                        }
                    })}
            </td>
        </tr>
    }
}
