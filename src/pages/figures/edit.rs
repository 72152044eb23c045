//! Changing a figure: number, unit, first day, basis and reason; what moves; confirm.

use lanmu_api::figure::{FigureView, SetFigure};
use lanmu_api::path;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::api::change::Asked;
use crate::ui::change::{ChangeForm, Wording, use_change};
use crate::ui::dialog::Dialog;
use crate::ui::field::Field;
use crate::ui::select::{Choice, Select};
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

const WORDING: Wording = Wording {
    day: Some(("effective_from", "生效日期")),
    reason: "调整原因",
    action: "确认调整",
    fields: &["value", "basis"],
};

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
    let basis = RwSignal::new(now.basis.clone());
    let key = figure.key;
    let change = use_change(
        WORDING,
        move |effective_from, reason| {
            let count = number.with(|number| number.trim().parse::<u32>());
            let count = count.map_err(|_| ("value", "请填写整数。"))?;
            let value = if has_unit {
                json!({"unit": unit.get(), "count": count})
            } else {
                Value::from(count)
            };
            let form = SetFigure {
                key: key.clone(),
                value,
                basis: basis.get(),
                effective_from,
                reason,
            };
            Ok(Asked::new(path::FIGURES, &form))
        },
        move || {
            open.set(false);
            toasts.say("已登记参数调整");
            done.run(());
        },
    );
    view! {
        <ChangeForm change=change open=open hint="今天或者以后，最晚一年以后。">
            <p class="figures-note">{format!("现行数值：{}", now.words)}</p>
            <div class="field-pair">
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
            <TextArea
                id="figure-basis"
                label="依据"
                value=basis
                required=true
                error=change.error("basis")
            />
        </ChangeForm>
    }
}
