//! A figure: what holds, on what basis, what is planned, what held before.

use lanmu_api::figure::{FigureValueView, FigureView};
use leptos::prelude::*;

use super::cancel::Cancelling;
use super::{Doing, HEADINGS};
use crate::date::{long_day, stamp};
use crate::ui::button::{Button, Look};

/// The row.
#[component]
pub fn FigureRow(
    /// The figure.
    figure: FigureView,
    /// What the page is doing.
    doing: Doing,
) -> impl IntoView {
    let edited = StoredValue::new(figure.clone());
    let FigureView {
        label,
        in_force,
        planned,
        past,
        ..
    } = figure;
    let since = format!("{}起执行", long_day(in_force.effective_from));
    let name = StoredValue::new(label.clone());
    let planned = planned
        .into_iter()
        .map(|value| view! { <Planned value=value label=name doing=doing /> })
        .collect::<Vec<_>>();
    let none = planned.is_empty();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" data-label=HEADINGS[0]>
                {label}
                <details class="figures-more">
                    <summary>"依据"</summary>
                    <p>{in_force.basis}</p>
                    {in_force.reason.map(|reason| view! { <p>{format!("调整原因：{reason}")}</p> })}
                </details>
                <Past past=past />
            </th>
            <td role="cell" data-label=HEADINGS[1]>
                <p class="figures-value">{in_force.words}</p>
                <p class="figures-note">{since}</p>
            </td>
            <td role="cell" data-label=HEADINGS[2]>
                {none.then_some("无")} {planned}
            </td>
            <td role="cell" data-label=HEADINGS[3]>
                <Button on_press=move |()| {
                    doing.editing.set(Some(edited.get_value()));
                }>"调整" <span class="visually-hidden">{name.get_value()}</span></Button>
            </td>
        </tr>
    }
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
    let words = format!("自 {} 起：{}", value.effective_from, value.words);
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
                (Some(name), Some(at)) => format!("{name} {} 登记。", stamp(at)),
                _ => "系统预设。".to_owned(),
            };
            let why = value.reason.map(|reason| format!("原因：{reason}"));
            view! {
                <li>
                    {format!("自 {} 起：{}{state}", value.effective_from, value.words)}
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
