//! A duty: why it stands as it stands, and what can be done about it.

mod acts;
mod attest_dialog;
mod attestations;
mod decide_dialog;
mod doubts;
mod event_dialog;
mod evidence;
mod facts;
mod judgements;
mod manage;
mod rules;
mod year;

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_api::matrix::DutyView;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::api;
use crate::ui::async_view::AsyncView;
use crate::ui::page_header::PageHeader;
use crate::ui::past_note::PastNote;
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;
use acts::Acts;
use attestations::Attestations;
use doubts::Doubts;
use evidence::{OpenEvents, Publications};
use facts::Facts;
use judgements::Judgements;
use manage::Manage;
use rules::Rules;
use year::Year;

/// The names of all departments by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(HashMap<i64, String>);

impl Names {
    /// The name of a department.
    #[must_use]
    pub fn of(&self, id: i64) -> String {
        self.0
            .get(&id)
            .cloned()
            .unwrap_or_else(|| format!("部门 {id}"))
    }
}

/// The page.
#[component]
pub fn Duty() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<i64>().ok()));
    let as_of = use_url_state("as_of");
    let past = Memo::new(move |_| as_of.text.with(|text| text.parse::<NaiveDate>().ok()));
    let duty = use_remote(move || {
        let past = past.get();
        // No duty has the number 0: the server says so in its own words.
        let id = id.get().unwrap_or_default();
        async move {
            let view = api::matrix::duty(id, past).await?;
            let departments = api::site::departments().await?;
            let names = departments
                .into_iter()
                .map(|department| (department.id, department.name))
                .collect();
            Ok((view, Names(names)))
        }
    });
    let row = move || duty.get().and_then(Result::ok).map(|(view, _)| view.row);
    let title = Signal::derive(move || {
        row()
            .and_then(|row| row.column_path.last().cloned())
            .unwrap_or_else(|| "栏目责任".to_owned())
    });
    let subtitle = Signal::derive(move || {
        row()
            .map(|row| row.column_path.join(" / "))
            .unwrap_or_default()
    });
    let refetch = UnsyncCallback::new(move |()| duty.refetch());
    view! {
        <PageHeader title=title subtitle=subtitle />
        {move || {
            past.get().map(|day| view! { <PastNote day=day past=true state=as_of /> })
        }}
        <AsyncView remote=duty let:loaded>
            <Detail view=loaded.0 names=loaded.1 refetch=refetch />
        </AsyncView>
    }
}

/// Everything about the duty.
#[component]
fn Detail(
    /// The duty.
    view: DutyView,
    /// The names of the departments.
    names: Names,
    /// Fetches it again.
    refetch: UnsyncCallback<()>,
) -> impl IntoView {
    view! {
        <Acts view=view.clone() done=refetch />
        <div class="duty">
            <div class="duty__main">
                <Judgements
                    judgements=view.judgements.clone()
                    names=names.clone()
                    owners=view.row.owners.iter().map(|owner| owner.department_id).collect()
                />
                <Rules
                    rules=view.rules.clone()
                    set_aside=view.set_aside.clone()
                    judgements=view.judgements.clone()
                />
                <OpenEvents events=view.open_events.clone() names=names.clone() />
                <Year duty_id=view.row.id />
                <Publications publications=view.publications.clone() />
                <Attestations attestations=view.attestations.clone() done=refetch />
            </div>
            <div class="duty__side">
                <Facts view=view.clone() names=names />
                <Manage view=view.clone() done=refetch />
                <Doubts doubts=view.doubts />
            </div>
        </div>
    }
}
