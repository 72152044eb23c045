//! 登记触发事件: something happened that obliges to update.

use chrono::NaiveDate;
use lanmu_api::evidence::RegisterEvent;
use lanmu_domain::rule::Trigger;
use leptos::prelude::*;

use crate::api;
use crate::date::browser_now;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::radio_group::RadioGroup;
use crate::ui::select::{Choice, Select};
use crate::ui::toast::use_toasts;

const FIELDS: [&str; 4] = ["title", "document_number", "occurred_on", "department_ids"];

/// The dialog. Refused, it stays open with what was written.
#[component]
pub fn EventDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The duty.
    duty_id: i64,
    /// The kinds of event that set off an update here, at least one.
    triggers: Vec<Trigger>,
    /// The departments that the person may oblige: id and name.
    departments: Vec<(i64, String)>,
    /// Whether all owners can be obliged at once.
    all: bool,
    /// Follows when it was registered.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let trigger = RwSignal::new(triggers.first().copied());
    let title = RwSignal::new(String::new());
    let number = RwSignal::new(String::new());
    let day = RwSignal::new(browser_now().date_naive().to_string());
    let wrong_day = RwSignal::new(None::<String>);
    let choices = department_choices(&departments, all);
    let department = RwSignal::new(choices.first().map(|c| c.value.clone()).unwrap_or_default());
    let choices = StoredValue::new(choices);
    let kinds: Vec<(Trigger, &'static str)> = triggers
        .into_iter()
        .map(|kind| (kind, kind.label()))
        .collect();
    let kinds = StoredValue::new(kinds);
    let act = use_act(api::evidence::register_event, move |_| {
        open.set(false);
        toasts.say("已登记触发事件");
        done.run(());
    });
    let submit = move || {
        let (Some(trigger), Ok(occurred_on)) = (
            trigger.get_untracked(),
            day.get_untracked().parse::<NaiveDate>(),
        ) else {
            wrong_day.set(Some("请填写发生日期。".to_owned()));
            return;
        };
        wrong_day.set(None);
        act.run(RegisterEvent {
            trigger,
            title: title.get_untracked(),
            document_number: number.get_untracked(),
            occurred_on,
            duty_ids: vec![duty_id],
            change: None,
            again: false,
            department_ids: department.get_untracked().parse().into_iter().collect(),
        });
    };
    let field_error = move |name: &'static str| Signal::derive(move || act.field_error(name));
    view! {
        <Dialog open=open title="登记触发事件">
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <RadioGroup
                    name="event-kind"
                    legend="事件类型"
                    choices=kinds.get_value()
                    value=trigger
                    required=true
                />
                <Field
                    id="event-title"
                    label="标题"
                    value=title
                    hint="文件标题、活动名称或者变化的内容"
                    required=true
                    error=field_error("title")
                />
                <Field
                    id="event-number"
                    label="文号"
                    value=number
                    hint="没有文号的不填"
                    error=field_error("document_number")
                />
                <Field
                    id="event-day"
                    label="发生日期"
                    kind="date"
                    value=day
                    required=true
                    error=Signal::derive(move || {
                        wrong_day.get().or_else(|| act.field_error("occurred_on"))
                    })
                />
                {(choices.with_value(Vec::len) > 1)
                    .then(|| {
                        view! {
                            <Select
                                id="event-department"
                                label="应更新的部门"
                                choices=choices.get_value()
                                value=department
                                on_change=move |value| department.set(value)
                                error=field_error("department_ids")
                            />
                        }
                    })}
                <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <Button
                        look=Look::Primary
                        submit=true
                        busy=Signal::derive(move || act.pending())
                    >
                        "确认登记"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}

fn department_choices(departments: &[(i64, String)], all: bool) -> Vec<Choice> {
    // With a single owner both would say the same.
    let every = (all && departments.len() != 1).then(|| Choice::new("", "全部责任部门"));
    let each = departments
        .iter()
        .map(|(id, name)| Choice::new(id, name.clone()));
    every.into_iter().chain(each).collect()
}
