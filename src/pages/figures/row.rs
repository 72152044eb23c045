//! A figure: what holds, on what basis, what is planned, what held before.

use lanmu_api::figure::{FigureValueView, FigureView};
use leptos::prelude::*;

use super::Doing;
use super::cancel::Cancelling;
use crate::date::{long_day, long_stamp};
use crate::ui::button::{Button, Look};
use crate::ui::data_table::Column;

/// The columns of the table; all of them are needed.
pub fn columns(
    // What the page is doing.
    doing: Doing,
) -> Vec<Column<FigureView>> {
    vec![
        Column::new("figure", "参数", |figure: &FigureView| {
            let in_force = &figure.in_force;
            let (basis, reason) = (in_force.basis.clone(), in_force.reason.clone());
            view! {
                {figure.label.clone()}
                <details class="figures-more">
                    <summary>"依据"</summary>
                    <p>{basis}</p>
                    {reason.map(|reason| view! { <p>{format!("调整原因：{reason}")}</p> })}
                </details>
                <Past past=figure.past.clone() />
            }
        })
        .names(),
        Column::new("value", "现行数值", |figure: &FigureView| {
            let since = format!("{}起执行", long_day(figure.in_force.effective_from));
            view! {
                <p class="figures-value">{figure.in_force.words.clone()}</p>
                <p class="figures-note">{since}</p>
            }
        })
        .fixed(),
        Column::new("planned", "已定调整", move |figure: &FigureView| {
            let label = StoredValue::new(figure.label.clone());
            let planned = figure.planned.iter().cloned().map(|value| {
                view! { <Planned value=value label=label doing=doing /> }
            });
            view! {
                {figure.planned.is_empty().then_some("无")}
                {planned.collect_view()}
            }
        })
        .fixed(),
        Column::new("acts", "操作", move |figure: &FigureView| {
            let edited = StoredValue::new(figure.clone());
            let name = figure.label.clone();
            view! {
                <Button on_press=move |()| {
                    doing.editing.set(Some(edited.get_value()));
                }>"调整" <span class="visually-hidden">{name}</span></Button>
            }
        })
        .class("screen-only")
        .fixed(),
    ]
}

/// A value that will hold.
#[component]
fn Planned(
    /// The value.
    value: FigureValueView,
    /// The name of the figure.
    label: StoredValue<String>,
    /// What the page is doing.
    doing: Doing,
) -> impl IntoView {
    let words = format!("自{}起：{}", long_day(value.effective_from), value.words);
    let by = value.recorded_by_name.unwrap_or_default();
    let note = format!("{by}　{}", value.reason.unwrap_or_default());
    let cancelled = StoredValue::new(words.clone());
    view! {
        <div class="figures-planned">
            <p>{words}</p>
            <p class="figures-note">{note}</p>
            {value
                .id
                .map(|id| {
                    view! {
                        <Button
                            look=Look::Quiet
                            on_press=move |()| {
                                doing
                                    .cancelling
                                    .set(
                                        Some(Cancelling {
                                            id,
                                            words: format!(
                                                "{}：{}",
                                                label.get_value(),
                                                cancelled.get_value(),
                                            ),
                                        }),
                                    );
                            }
                        >
                            "撤销"
                            <span class="visually-hidden">
                                {format!("{}的调整", label.get_value())}
                            </span>
                        </Button>
                    }
                })}
        </div>
    }
}

/// What held before, folded; nothing where nothing did.
#[component]
fn Past(
    /// The values.
    past: Vec<FigureValueView>,
) -> impl IntoView {
    if past.is_empty() {
        return ().into_any();
    }
    let items = past
        .into_iter()
        .map(|value| {
            let state = if value.cancelled_at.is_some() {
                "（已撤销，未执行）"
            } else {
                ""
            };
            let who = match (value.recorded_by_name, value.recorded_at) {
                (Some(name), Some(at)) => format!("{name}于{}登记。", long_stamp(at)),
                _ => "系统预设。".to_owned(),
            };
            let why = value.reason.map(|reason| format!("原因：{reason}"));
            view! {
                <li>
                    {format!("自{}起：{}{state}", long_day(value.effective_from), value.words)}
                    <p class="figures-note">{who} {why}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="figures-more">
            <summary>"历次数值"</summary>
            <ul>{items}</ul>
        </details>
    }
    .into_any()
}
