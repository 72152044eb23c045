//! The departments at a glance: what is filled, handed in, filed and vacant.

use std::sync::Arc;

use lanmu_api::path;
use lanmu_api::roster::{RosterRow, RostersView};
use lanmu_domain::permission::Permission;
use lanmu_domain::roster::{DocumentKind, HandInStatus};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::api::roster::rosters;
use crate::date::long_stamp;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Look;
use crate::ui::data_table::{Column, DataTable, by_words};
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
            "正在收集“{}”，{}截止，已报送 {} / {} 个部门。",
            collection.title,
            long_stamp(collection.due),
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
    let shown = Signal::derive(move || -> Vec<RosterRow> {
        let wanted = lack.get();
        let has = LACKS.iter().find(|(key, ..)| *key == wanted);
        let fits = |row: &&RosterRow| has.is_none_or(|(_, _, has)| has(row));
        rows.iter().filter(fits).cloned().collect()
    });
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
        <DataTable
            name="roster"
            label="各部门工作机构"
            columns=columns()
            rows=shown
            sort=use_url_state("sort")
            unit="个部门"
            export=Signal::stored(path::ROSTERS_EXPORT.to_owned())
            empty="没有符合条件的部门"
        />
    }
}

fn columns() -> Vec<Column<RosterRow>> {
    let has = |row: &RosterRow, kind| row.documents.contains(&kind);
    vec![
        Column::new("department", "部门", |row: &RosterRow| {
            row.department_name.clone()
        })
        .names()
        .leads_to(|row| format!("/roster/{}", row.department_id))
        .sorted_by(|a, b| by_words(&a.department_name, &b.department_name)),
        Column::new("leaders", "分管领导", |row: &RosterRow| {
            names(&row.leaders)
        })
        .sorted_by(|a, b| a.leaders.len().cmp(&b.leaders.len())),
        Column::new("staff", "具体负责工作人员", |row: &RosterRow| {
            names(&row.staff)
        })
        .sorted_by(|a, b| a.staff.len().cmp(&b.staff.len())),
        Column::new("numbers", "联系方式", |row: &RosterRow| {
            mark(row.complete, "齐全", "不全")
        })
        .sorted_by(|a, b| a.complete.cmp(&b.complete)),
        Column::new("hand_in", "报送", |row: &RosterRow| {
            let sealed = row.sealed.then_some("　已盖章");
            let status = row.handed_in;
            view! {
                {status.map(|status| view! { <HandInBadge status=status /> })}
                {sealed}
            }
        })
        .sorted_by(|a, b| order(a.handed_in).cmp(&order(b.handed_in))),
        Column::new("rules", "三审制度", move |row: &RosterRow| {
            mark(has(row, DocumentKind::ReviewRules), "有", "无")
        }),
        Column::new("duty", "值班表", move |row: &RosterRow| {
            mark(has(row, DocumentKind::DutyList), "有", "无")
        }),
        Column::new("vacant", "岗位空缺", |row: &RosterRow| {
            if row.vacant.is_empty() {
                return "无".to_owned();
            }
            let vacant = row.vacant.iter().map(|role| role.label());
            vacant.collect::<Vec<_>>().join("、")
        })
        .sorted_by(|a, b| a.vacant.len().cmp(&b.vacant.len())),
    ]
}

fn names(names: &[String]) -> AnyView {
    if names.is_empty() {
        mark(false, "有", "缺")
    } else {
        names.join("、").into_any()
    }
}

/// Those that have not handed in come first.
pub(super) fn order(status: Option<HandInStatus>) -> Option<usize> {
    HandInStatus::ALL
        .iter()
        .position(|other| Some(*other) == status)
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
