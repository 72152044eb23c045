//! 发起收集: title, deadline, and which departments.

use lanmu_api::roster_collection::{CollectionRow, OpenCollection};
use leptos::prelude::*;

use crate::api::roster::open_collection;
use crate::api::site::departments;
use crate::date::from_local_input;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::check_list::CheckList;
use crate::ui::day_picker::DayPicker;
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::radio_group::RadioGroup;
use crate::ui::remote::{Remote, use_remote};
use crate::ui::toast::use_toasts;

const FIELDS: [&str; 3] = ["title", "due", "department_ids"];

/// The dialog. Refused, it stays open with what was filled in.
#[component]
pub fn OpenDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The list, fetched again afterwards.
    list: Remote<Vec<CollectionRow>>,
) -> impl IntoView {
    view! {
        <Dialog open=open title="发起收集">
            <Form open=open list=list />
        </Dialog>
    }
}

#[component]
fn Form(
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    /// The list, fetched again afterwards.
    list: Remote<Vec<CollectionRow>>,
) -> impl IntoView {
    let toasts = use_toasts();
    let known = use_remote(departments);
    let choices = Signal::derive(move || {
        let known = known.get().and_then(Result::ok).unwrap_or_default();
        known
            .into_iter()
            .map(|one| (one.id, one.name))
            .collect::<Vec<_>>()
    });
    let (title, due) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let some = RwSignal::new(Some(false));
    let chosen = RwSignal::new(Vec::<i64>::new());
    let (undated, unchosen) = (RwSignal::new(false), RwSignal::new(false));
    let act = use_act(open_collection, move |()| {
        open.set(false);
        toasts.say("收集已发起，各部门已收到通知");
        list.refetch();
    });
    let send = move || {
        let at = from_local_input(&due.get_untracked());
        let only = some.get_untracked() == Some(true);
        undated.set(at.is_none());
        unchosen.set(only && chosen.with_untracked(Vec::is_empty));
        let Some(at) = at.filter(|_| !unchosen.get_untracked()) else {
            return;
        };
        act.run(OpenCollection {
            title: title.get_untracked(),
            due: at,
            department_ids: if only {
                chosen.get_untracked()
            } else {
                Vec::new()
            },
        });
    };
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <Field
                id="collection-title"
                label="收集名称"
                value=title
                hint="如“2026年政务公开工作机构表”。"
                required=true
                error=Signal::derive(move || act.field_error("title"))
            />
            <DayPicker
                id="collection-due"
                label="截止时间"
                value=due
                on_change=move |text| due.set(text)
                timed=true
                hint="到截止时间仍可报送，记为逾期。"
                required=true
                error=Signal::derive(move || {
                    undated
                        .get()
                        .then(|| "请填写完整的截止日期和时间。".to_owned())
                        .or_else(|| act.field_error("due"))
                })
            />
            <RadioGroup
                name="collection-reach"
                legend="收集范围"
                choices=vec![(false, "全部部门"), (true, "部分部门")]
                value=some
            />
            <Show when=move || some.get() == Some(true)>
                <CheckList
                    id="collection-departments"
                    legend="选择部门"
                    choices=choices
                    chosen=chosen
                    error=Signal::derive(move || {
                        unchosen
                            .get()
                            .then(|| "请选择部门。".to_owned())
                            .or_else(|| act.field_error("department_ids"))
                    })
                />
            </Show>
            <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Primary
                    submit=true
                    busy=Signal::derive(move || act.pending())
                >
                    "发起收集"
                </Button>
            </div>
        </form>
    }
}
