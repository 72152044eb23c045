//! The departments at a glance: what is filled, handed in, filed and vacant.

use std::sync::Arc;

use lanmu_api::path;
use lanmu_api::roster::{RosterRow, RostersView};
use lanmu_domain::permission::Permission;
use lanmu_domain::roster::{DocumentKind, HandInStatus};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::api::roster::rosters;
use crate::date::stamp;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Look;
use crate::ui::empty_state::EmptyState;
use crate::ui::export_links::ExportLinks;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::{UrlState, use_url_state};

/// What can be looked for: its key, its words, whether a row has it.
type Lack = (&'static str, &'static str, fn(&RosterRow) -> bool);

const LACKS: [Lack; 7] = [
    ("leader", "缺分管领导", |row| row.leaders.is_empty()),
    ("staff", "缺工作人员", |row| row.staff.is_empty()),
    ("numbers", "联系方式不全", |row| !row.complete),
    ("hand_in", "未报送", |row| {
        row.handed_in == Some(HandInStatus::Missing)
    }),
    ("rules", "无三审制度", |row| {
        !row.documents.contains(&DocumentKind::ReviewRules)
    }),
    ("duty", "无值班表", |row| {
        !row.documents.contains(&DocumentKind::DutyList)
    }),
    ("vacant", "岗位空缺", |row| !row.vacant.is_empty()),
];

/// The page.
#[component]
pub fn Overview() -> impl IntoView {
    let session = use_session();
    let lack = use_url_state("lack");
    let list = use_remote(rosters);
    let manages = move || session.may(Permission::ManageRosters);
    view! {
        <PageHeader title="工作机构" subtitle="各部门分管领导、具体负责工作人员和相关制度">
            <Show when=manages>
                <A href="/roster/collections" attr:class=Look::Primary.class()>
                    "收集工作机构表"
                </A>
                <A href="/roster/print" attr:class=Look::Plain.class()>
                    "打印全部"
                </A>
            </Show>
            <ExportLinks href=Signal::stored(path::ROSTERS_EXPORT.to_owned()) />
        </PageHeader>
        <AsyncView remote=list let:view>
            <Table view=view lack=lack />
        </AsyncView>
    }
}

#[component]
fn Table(
    /// The answer.
    view: RostersView,
    /// Where it is kept what is looked for.
    lack: UrlState,
) -> impl IntoView {
    let RostersView {
        collection, rows, ..
    } = view;
    let asked = collection.map(|collection| {
        format!(
            "正在收集“{}”，{} 截止，已报送 {} / {} 个部门。",
            collection.title,
            stamp(collection.due),
            collection.handed_in,
            collection.asked
        )
    });
    let choices: Vec<Choice> = std::iter::once(Choice::new("", format!("全部（{}）", rows.len())))
        .chain(LACKS.map(|(key, words, has)| {
            let count = rows.iter().filter(|row| has(row)).count();
            Choice::new(key, format!("{words}（{count}）"))
        }))
        .collect();
    let rows = Arc::new(rows);
    let shown = move || -> Vec<RosterRow> {
        let wanted = lack.get();
        let has = LACKS.iter().find(|(key, ..)| *key == wanted);
        let fits = |row: &&RosterRow| has.is_none_or(|(_, _, has)| has(row));
        rows.iter().filter(fits).cloned().collect()
    };
    view! {
        {asked.map(|words| view! { <p class="notice">{words}</p> })}
        <div class="filters">
            <Select
                id="roster-lack"
                label="筛选"
                choices=choices
                value=Signal::derive(move || lack.get())
                on_change=move |value| lack.set(value)
            />
        </div>
        {move || {
            let shown = shown();
            if shown.is_empty() {
                view! { <EmptyState title="没有符合条件的部门" /> }.into_any()
            } else {
                view! {
                    <div class="table-box">
                        <table class="table roster-table">
                            <caption class="visually-hidden">"各部门工作机构"</caption>
                            <thead>
                                <tr>
                                    <th scope="col">"部门"</th>
                                    <th scope="col">"分管领导"</th>
                                    <th scope="col">"具体负责工作人员"</th>
                                    <th scope="col">"联系方式"</th>
                                    <th scope="col">"报送"</th>
                                    <th scope="col">"三审制度"</th>
                                    <th scope="col">"值班表"</th>
                                    <th scope="col">"岗位空缺"</th>
                                </tr>
                            </thead>
                            <tbody>{shown.into_iter().map(row).collect_view()}</tbody>
                        </table>
                    </div>
                }
                    .into_any()
            }
        }}
    }
}

fn row(row: RosterRow) -> impl IntoView {
    let names = |names: &[String]| {
        if names.is_empty() {
            mark(false, "有", "缺")
        } else {
            names.join("、").into_any()
        }
    };
    let vacant: Vec<&str> = row.vacant.iter().map(|role| role.label()).collect();
    let sealed = row.sealed;
    view! {
        <tr>
            <th scope="row" data-label="部门">
                <A href=format!("/roster/{}", row.department_id)>{row.department_name.clone()}</A>
            </th>
            <td data-label="分管领导">{names(&row.leaders)}</td>
            <td data-label="具体负责工作人员">{names(&row.staff)}</td>
            <td data-label="联系方式">{mark(row.complete, "齐全", "不全")}</td>
            <td data-label="报送">
                {row.handed_in.map(|status| view! { <HandInBadge status=status /> })}
                {sealed.then_some("　已盖章")}
            </td>
            <td data-label="三审制度">
                {mark(row.documents.contains(&DocumentKind::ReviewRules), "有", "无")}
            </td>
            <td data-label="值班表">
                {mark(row.documents.contains(&DocumentKind::DutyList), "有", "无")}
            </td>
            <td data-label="岗位空缺">
                {if vacant.is_empty() { "无".to_owned() } else { vacant.join("、") }}
            </td>
        </tr>
    }
}

/// A word that is marked where something is missing.
fn mark(there: bool, yes: &'static str, no: &'static str) -> AnyView {
    if there {
        yes.into_any()
    } else {
        view! {
            <span class="badge badge--returned">
                <span class="badge__shape" aria-hidden="true">"▲"</span>
                {no}
            </span>
        }
        .into_any()
    }
}

/// How a department stands in a collection: a shape and a word.
#[component]
pub fn HandInBadge(
    /// How.
    status: HandInStatus,
) -> impl IntoView {
    let (shape, class) = match status {
        HandInStatus::Missing => ("○", "badge badge--waiting"),
        HandInStatus::Late => ("▲", "badge badge--returned"),
        HandInStatus::OnTime => ("●", "badge badge--published"),
    };
    view! {
        <span class=class>
            <span class="badge__shape" aria-hidden="true">{shape}</span>
            {status.label()}
        </span>
    }
}
