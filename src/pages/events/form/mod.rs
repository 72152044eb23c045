//! The form that registers an event, on its page and in the dialog of a duty.

mod columns;
mod departments;
mod draft;

use lanmu_api::event::{PreviewDuty, PreviewQuery};
use lanmu_domain::freshness::late_registration;
use lanmu_domain::permission::Permission;
use lanmu_domain::rule::{ChangeSubject, Trigger};
use leptos::prelude::*;

use crate::api;
use crate::date::browser_now;
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::day_picker::DayPicker;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::radio_group::RadioGroup;
use crate::ui::remote::use_remote;
use crate::ui::toast::use_toasts;
use columns::{Columns, OneColumn};
use departments::Departments;
use draft::use_draft;

const FIELDS: [&str; 6] = [
    "title",
    "document_number",
    "occurred_on",
    "change",
    "duty_ids",
    "department_ids",
];

/// The form. Refused, it keeps what was written.
#[component]
pub fn EventForm(
    /// The kinds of event to choose from, at least one.
    triggers: Vec<Trigger>,
    /// The duty that it concerns; without one, the columns are chosen.
    #[prop(optional)]
    duty_id: Option<i64>,
    /// Follows when it was registered.
    done: UnsyncCallback<()>,
    /// Leaves without registering.
    leave: UnsyncCallback<()>,
) -> impl IntoView {
    let session = use_session();
    let toasts = use_toasts();
    let whole = untrack(|| session.may(Permission::ManageMatrix));
    let draft = use_draft(triggers.first().copied(), duty_id, whole);
    let preview = use_remote(move || {
        let asked = draft.trigger.get().zip(draft.occurred_on());
        async move {
            match asked {
                Some((trigger, occurred_on)) => {
                    api::event::preview(PreviewQuery {
                        trigger,
                        occurred_on,
                        duty_id,
                    })
                    .await
                }
                None => Ok(Vec::new()),
            }
        }
    });
    let chosen = Memo::new(move |_| -> Vec<PreviewDuty> {
        let mut duties = preview.get().and_then(Result::ok).unwrap_or_default();
        draft
            .chosen
            .with(|chosen| duties.retain(|duty| chosen.contains(&duty.duty_id)));
        duties
    });
    let act = use_act(api::evidence::register_event, move |_| {
        toasts.say("已登记触发事件");
        done.run(());
    });
    let submit = move || {
        if let Some(form) = draft.form(&chosen.get_untracked()) {
            act.run(form);
        }
    };
    let field_error = move |name: &'static str| Signal::derive(move || act.field_error(name));
    let kinds: Vec<(Trigger, &'static str)> = triggers
        .into_iter()
        .map(|kind| (kind, kind.label()))
        .collect();
    let changes: Vec<(ChangeSubject, &'static str)> = ChangeSubject::ALL
        .map(|change| (change, change.label()))
        .to_vec();
    let is = move |kind: Trigger| draft.trigger.get() == Some(kind);
    let day_error = Signal::derive(move || {
        let answered = preview.get().and_then(Result::err);
        draft
            .wrong_day
            .get()
            .or_else(|| act.field_error("occurred_on"))
            .or_else(|| answered.and_then(|error| error.field("occurred_on")))
    });
    view! {
        <form
            class="form event-form"
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            <RadioGroup
                name="event-kind"
                legend="事件类型"
                choices=kinds
                value=draft.trigger
                required=true
            />
            {move || {
                is(Trigger::Change)
                    .then(|| {
                        view! {
                            <RadioGroup
                                name="event-change"
                                legend="变化事项"
                                choices=changes.clone()
                                value=draft.change
                                required=true
                                error=Signal::derive(move || {
                                    draft.wrong_change.get().or_else(|| act.field_error("change"))
                                })
                            />
                        }
                    })
            }}
            <Field
                id="event-title"
                label="标题"
                value=draft.title
                hint="文件标题、活动名称或者变化的内容"
                required=true
                error=field_error("title")
            />
            {move || {
                is(Trigger::DocumentIssued)
                    .then(|| {
                        view! {
                            <Field
                                id="event-number"
                                label="文号"
                                value=draft.number
                                hint="没有文号的不填"
                                error=field_error("document_number")
                            />
                        }
                    })
            }}
            {move || {
                let again = draft.again.get() || act.field_error("document_number").is_some();
                (is(Trigger::DocumentIssued) && again).then(|| view! { <Again again=draft.again /> })
            }}
            <DayPicker
                id="event-day"
                label="发生日期"
                value=draft.day
                on_change=move |text| draft.day.set(text)
                required=true
                error=day_error
            />
            <Late day=Signal::derive(move || draft.occurred_on()) />
            {match duty_id {
                Some(_) => view! { <OneColumn preview=preview /> }.into_any(),
                None => {
                    view! {
                        <Columns
                            preview=preview
                            chosen=draft.chosen
                            error=field_error("duty_ids")
                        />
                    }
                        .into_any()
                }
            }}
            <Departments
                chosen=chosen
                draft=draft
                error=Signal::derive(move || {
                    draft.wrong_departments.get().or_else(|| act.field_error("department_ids"))
                })
            />
            <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
            <div class="dialog__acts">
                <Button on_press=move |()| leave.run(())>"取消"</Button>
                <Button
                    look=Look::Primary
                    submit=true
                    busy=Signal::derive(move || act.pending())
                >
                    "确认登记"
                </Button>
            </div>
        </form>
    }
}

/// The same 文号 is meant.
#[component]
fn Again(
    /// Whether it is.
    again: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || again.get()
                on:change=move |event| again.set(event_target_checked(&event))
            />
            <span>"仍要登记：同一文号确需再次登记"</span>
        </label>
    }
}

/// That it is registered late, by the browser's clock; the server says what holds.
#[component]
fn Late(
    /// The day of the event.
    day: Signal<Option<chrono::NaiveDate>>,
) -> impl IntoView {
    let words = move || late_registration(day.get()?, browser_now().date_naive());
    view! {
        <div aria-live="polite">
            {move || {
                words()
                    .map(|words| {
                        view! {
                            <p class="event-late">
                                <span class="tag tag--late">{words}</span>
                                " 期限仍从发生之日起算。"
                            </p>
                        }
                    })
            }}
        </div>
    }
}
