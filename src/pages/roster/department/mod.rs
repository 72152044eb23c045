//! The roster of one department.

mod documents;
mod end_dialog;
mod entries;
mod entry_dialog;
mod hand_ins;

use chrono::NaiveDate;
use lanmu_api::path;
use lanmu_api::roster::RosterView;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::api::roster::{forms_query, roster};
use crate::date::plain_day;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::day_field::DayField;
use crate::ui::file_link::FileLink;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::{Remote, use_remote};
use crate::ui::url_state::use_url_state;
use documents::Documents;
use entries::{Entries, Former};
use entry_dialog::EntryDialog;
use hand_ins::{Asked, HandIns};

/// The page.
#[component]
pub fn DepartmentRoster(
    /// The department.
    id: i64,
) -> impl IntoView {
    let day = use_url_state("day");
    let numbers = RwSignal::new(false);
    let remote = use_remote(move || {
        let day: Option<NaiveDate> = day.get().parse().ok();
        roster(id, day, numbers.get())
    });
    let known = move || remote.get().and_then(Result::ok);
    let title = Signal::derive(move || {
        known().map_or("工作机构".to_owned(), |view| {
            format!("{}工作机构", view.department_name)
        })
    });
    let changes = Memo::new(move |_| known().is_some_and(|view| view.may_change));
    let query = forms_query(Some(id), None);
    let print = format!("/roster/print?department={id}");
    let file = format!("{}{query}", path::ROSTER_FORMS_EXPORT);
    let adding = RwSignal::new(false);
    view! {
        <PageHeader title=title subtitle="分管领导和具体负责工作人员，按通知附件 1 填报">
            <Show when=move || changes.get()>
                <Button look=Look::Primary on_press=move |()| adding.set(true)>
                    "添加人员"
                </Button>
                <A href=print.clone() attr:class=Look::Plain.class()>
                    "打印"
                </A>
                <FileLink href=file.clone() words="导出 DOCX" class=Look::Plain.class() />
            </Show>
        </PageHeader>
        <div class="filters">
            <DayField id="roster-day" label="查看日期（默认今天）" state=day />
        </div>
        <AsyncView remote=remote let:view>
            <Parts view=view remote=remote numbers=numbers adding=adding />
        </AsyncView>
    }
}

#[component]
fn Parts(
    /// The answer.
    view: RosterView,
    /// Fetched again after every act.
    remote: Remote<RosterView>,
    /// Whether whole numbers are asked for.
    numbers: RwSignal<bool>,
    /// Whether somebody is being added.
    adding: RwSignal<bool>,
) -> impl IntoView {
    let RosterView {
        department_id,
        day,
        today,
        numbers: whole,
        may_see_numbers,
        may_change,
        entries,
        others,
        lacking,
        vacant,
        people,
        asked,
        hand_ins,
        documents,
        ..
    } = view;
    let past = (day != today).then(|| format!("以下为 {} 的情况。", plain_day(day)));
    let vacant: Vec<&str> = vacant.iter().map(|role| role.label()).collect();
    let vacancy = (!vacant.is_empty()).then(|| {
        format!(
            "三审岗位空缺：{}。请联系安全管理员授予岗位。",
            vacant.join("、")
        )
    });
    let missing = (may_change && !lacking.is_empty())
        .then(|| format!("报送前还需补充：{}。", lacking.join("，")));
    let ask = (may_see_numbers && !whole).then(|| {
        view! {
            <p class="roster-numbers">
                <Button on_press=move |()| numbers.set(true)>"查看号码"</Button>
                <span class="field__hint">"查看其他部门的联系号码会记入台账。"</span>
            </p>
        }
    });
    let people = StoredValue::new(people);
    provide_context(People(people));
    view! {
        {past.map(|words| view! { <p class="notice">{words}</p> })}
        {vacancy.map(|words| view! { <p class="notice notice--warning">{words}</p> })}
        {missing.map(|words| view! { <p class="notice notice--warning">{words}</p> })}
        <Asked asked=asked department_id=department_id remote=remote />
        <section class="card roster-part" aria-labelledby="roster-entries">
            <h2 class="roster-part__title" id="roster-entries">
                "工作机构表"
            </h2>
            {ask}
            <Entries entries=entries may_change=may_change department_id=department_id remote=remote />
            <Former entries=others today=today />
        </section>
        {may_change
            .then(|| {
                view! {
                    <EntryDialog open=adding department_id=department_id entry=None remote=remote />
                    <HandIns hand_ins=hand_ins department_id=department_id remote=remote />
                    <Documents documents=documents department_id=department_id remote=remote />
                }
            })}
    }
}

/// The people with a post in the department, to whom an entry can be linked.
#[derive(Clone, Copy)]
struct People(StoredValue<Vec<lanmu_api::roster::RosterPerson>>);
