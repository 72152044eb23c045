//! Changing a figure: number, unit, first day, basis and reason; what moves; confirm.

use chrono::NaiveDate;
use lanmu_api::figure::{FigureView, SetFigure};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::api::figure::{preview_set, set};
use crate::date::browser_now;
use crate::ui::change::{ChangeActs, Fault, use_change};
use crate::ui::dialog::Dialog;
use crate::ui::field::Field;
use crate::ui::select::{Choice, Select};
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

const FIELDS: &[&str] = &["value", "effective_from", "basis", "reason"];

/// The dialog; open while a figure is being changed.
#[component]
pub fn EditDialog(
    /// The figure.
    editing: RwSignal<Option<FigureView>>,
    /// Follows when it was changed.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(editing.with(Option::is_some)));
    let title = Signal::derive(move || {
        editing.with(|figure| {
            figure
                .as_ref()
                .map_or_else(String::new, |figure| format!("调整：{}", figure.label))
        })
    });
    view! {
        <Dialog open=open title=title on_closed=move |()| editing.set(None)>
            {move || {
                editing
                    .get_untracked()
                    .map(|figure| view! { <EditForm figure=figure open=open done=done /> })
            }}
        </Dialog>
    }
}

/// The units among which a figure can change.
fn units(unit: Option<&str>) -> Vec<Choice> {
    let choices: &[(&str, &str)] = match unit {
        Some("working_days" | "calendar_days") => {
            &[("working_days", "个工作日"), ("calendar_days", "日")]
        }
        Some(_) => &[("days", "日"), ("months", "个月")],
        None => &[],
    };
    let choice = |(key, words): &(&str, &str)| Choice::new(key, *words);
    choices.iter().map(choice).collect()
}

#[component]
fn EditForm(
    /// The figure.
    figure: FigureView,
    /// The dialog.
    open: RwSignal<bool>,
    /// Follows when it was changed.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let now = figure.in_force;
    let count = now.value.get("count").unwrap_or(&now.value).clone();
    let number = RwSignal::new(count.to_string());
    let choices = units(now.unit.as_deref());
    let has_unit = !choices.is_empty();
    let unit = RwSignal::new(now.unit.clone().unwrap_or_default());
    let day = RwSignal::new(browser_now().date_naive().to_string());
    let basis = RwSignal::new(now.basis.clone());
    let reason = RwSignal::new(String::new());
    let key = figure.key;
    let change = use_change(
        move || {
            let count: u32 = number.with(|number| number.trim().parse().map_err(|_| NO_NUMBER))?;
            let first: NaiveDate = day.with(|day| day.parse().map_err(|_| NO_DAY))?;
            let value = if has_unit {
                json!({"unit": unit.get(), "count": count})
            } else {
                Value::from(count)
            };
            Ok(SetFigure {
                key: key.clone(),
                value,
                basis: basis.get(),
                effective_from: first,
                reason: reason.get(),
            })
        },
        preview_set,
        set,
        move || {
            open.set(false);
            toasts.say("已登记参数调整");
            done.run(());
        },
    );
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                change.preview();
            }
        >
            <p class="figures-note">{format!("现行数值：{}", now.words)}</p>
            <div class="figures-number">
                <Field
                    id="figure-number"
                    label="新的数值"
                    kind="number"
                    value=number
                    required=true
                    error=change.error("value")
                />
                {has_unit
                    .then(|| {
                        view! {
                            <Select
                                id="figure-unit"
                                label="单位"
                                choices=choices
                                value=unit
                                on_change=move |value| unit.set(value)
                            />
                        }
                    })}
            </div>
            <Field
                id="figure-day"
                label="生效日期"
                kind="date"
                value=day
                hint="今天或者以后，最晚一年以后。"
                required=true
                error=change.error("effective_from")
            />
            <TextArea
                id="figure-basis"
                label="依据"
                value=basis
                required=true
                error=change.error("basis")
            />
            <TextArea
                id="figure-reason"
                label="调整原因"
                value=reason
                rows=2
                required=true
                error=change.error("reason")
            />
            <ChangeActs change=change fields=FIELDS action="确认调整" open=open />
        </form>
    }
}

const NO_NUMBER: Fault = ("value", "请填写整数。");
const NO_DAY: Fault = ("effective_from", "请填写生效日期。");
