//! A field for a day, and for a time of it: typed, or chosen from a month that shows days off and
//! make-up days. It takes the place of the browser's own, which looks different everywhere and knows
//! neither.

mod month_grid;
mod steps;
mod value;

use chrono::{NaiveDate, NaiveTime};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::field::{Frame, described_by, label_id};
use crate::date::{browser_now, read_day, read_time};
use crate::session::use_session;
use month_grid::MonthGrid;
use value::{Value, together, wrong};

/// The width of the month, in pixels: nearer to the right edge than this it is aligned there.
const MONTH_WIDE: f64 = 350.0;

/// The field. What it keeps changes as soon as what is typed is a whole date; what is none is said
/// below the field and not kept.
#[component]
pub fn DayPicker(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What is kept: `2026-11-23`, or `2026-11-23T10:05` with a time; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// Another is kept.
    on_change: impl Fn(String) + Copy + Send + Sync + 'static,
    /// Whether a time of day belongs to it.
    #[prop(optional)]
    timed: bool,
    /// The first day that can be chosen, empty for any.
    #[prop(optional, into)]
    min: Signal<String>,
    /// The last day that can be chosen, empty for any.
    #[prop(optional, into)]
    max: Signal<String>,
    /// What to mind.
    #[prop(optional, into)]
    hint: String,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let session = use_session();
    let today = move || {
        let site = session.site_view().map(|site| site.today);
        site.unwrap_or_else(|| browser_now().date_naive())
    };
    let bounds = Memo::new(move |_| (min.get().parse().ok(), max.get().parse().ok()));
    let start = Value::parse(&value.get_untracked());
    let (typed, typed_time) = (
        RwSignal::new(start.day_words()),
        RwSignal::new(start.time_words()),
    );
    let (editing, checked) = (RwSignal::new(false), RwSignal::new(false));
    let open = RwSignal::new(false);
    let day = RwSignal::new(start.day);
    let time = RwSignal::new(start.time);
    // What is kept may change elsewhere: Back, a filter that is cleared, another item.
    Effect::new(move |_| {
        let kept = value.get();
        let own = Value {
            day: day.get_untracked(),
            time: time.get_untracked(),
        };
        if kept != own.text(timed) {
            let kept = Value::parse(&kept);
            day.set(kept.day);
            time.set(kept.time);
            typed.set(kept.day_words());
            typed_time.set(kept.time_words());
        }
    });
    let keep = move || {
        let now = Value {
            day: day.get_untracked(),
            time: time.get_untracked(),
        };
        let text = now.text(timed);
        if text != value.get_untracked() {
            on_change(text);
        }
    };
    let take_day = move |text: String| {
        let (now, within) = (today(), bounds.get_untracked());
        if let Some((pasted, at)) = together(&text, now).filter(|_| timed) {
            time.set(Some(at));
            typed_time.set(
                Value {
                    day: None,
                    time: Some(at),
                }
                .time_words(),
            );
            day.set(within_bounds(pasted, within));
        } else {
            let read =
                read_day(&text, now).filter(|day| wrong(&day.to_string(), now, within).is_none());
            day.set(read);
        }
        typed.set(text);
        keep();
    };
    let take_time = move |text: String| {
        time.set(read_time(&text));
        typed_time.set(text);
        keep();
    };
    let leave = move || {
        checked.set(true);
        editing.set(false);
        if let Some(day) = day.get_untracked() {
            typed.set(
                Value {
                    day: Some(day),
                    time: None,
                }
                .day_words(),
            );
        }
    };
    let choose = UnsyncCallback::new(move |chosen: NaiveDate| {
        day.set(Some(chosen));
        leave();
        open.set(false);
        keep();
    });
    let said = Signal::derive(move || {
        let typed = typed.get();
        let wrong_day = (checked.get() && !editing.get() && day.get().is_none())
            .then(|| wrong(&typed, today(), bounds.get()))
            .flatten();
        wrong_day
            .or_else(|| wrong_time(timed && checked.get(), &typed_time.get(), time.get()))
            .or_else(|| error.get())
    });
    let described = described_by(&id, !hint.is_empty());
    let (time_id, panel_id) = (format!("{id}-time"), format!("{id}-panel"));
    // Which field they belong to is their description: the name of the field is the input's alone.
    let (button_of, panel_of) = (label_id(&id), label_id(&id));
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let at_edge = RwSignal::new(false);
    let toggle = move |_| {
        if let (Some(root), Some(page)) = (root.get_untracked(), document().document_element()) {
            let room = f64::from(page.client_width()) - root.get_bounding_client_rect().left();
            at_edge.set(room < MONTH_WIDE);
        }
        open.update(|open| *open = !*open);
    };
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let leave_panel = move |event: ev::FocusEvent| {
        let to = event.related_target();
        let inside = to.and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        let stays = root
            .get_untracked()
            .is_some_and(|root| inside.is_some_and(|node| root.contains(Some(&node))));
        if !stays {
            open.set(false);
        }
    };
    let controls = panel_id.clone();
    let input_described = described.clone();
    view! {
        <Frame id=id.clone() label=label hint=hint required=required error=said>
            <div class="day-picker" node_ref=root on:focusout=leave_panel>
                <input
                    class="input day-picker__day"
                    id=id
                    type="text"
                    autocomplete="off"
                    placeholder="年-月-日"
                    aria-describedby=input_described
                    aria-required=required.to_string()
                    aria-invalid=move || said.with(Option::is_some).to_string()
                    prop:value=move || typed.get()
                    on:focus=move |_| editing.set(true)
                    on:input=move |event| take_day(event_target_value(&event))
                    on:blur=move |_| leave()
                />
                <button
                    type="button"
                    class="day-picker__button"
                    node_ref=button
                    aria-label="打开日历"
                    aria-describedby=button_of
                    aria-expanded=move || open.get().to_string()
                    aria-controls=controls
                    on:click=toggle
                >
                    <super::icon::IconView icon=super::icon::Icon::Calendar />
                </button>
                {timed
                    .then(|| {
                        view! {
                            <input
                                class="input day-picker__time"
                                id=time_id
                                type="text"
                                inputmode="numeric"
                                autocomplete="off"
                                placeholder="时:分"
                                aria-label="时和分，二十四小时制"
                                aria-describedby=described
                                prop:value=move || typed_time.get()
                                on:input=move |event| take_time(event_target_value(&event))
                                on:blur=move |_| checked.set(true)
                            />
                        }
                    })}
                <div
                    class="day-picker__panel"
                    class:day-picker__panel--end=move || at_edge.get()
                    id=panel_id
                    role="dialog"
                    aria-label="选择日期"
                    aria-describedby=panel_of
                    hidden=move || !open.get()
                    on:keydown=move |event: ev::KeyboardEvent| {
                        if event.key() == "Escape" {
                            // The dialog around it stays open.
                            event.prevent_default();
                            event.stop_propagation();
                            close();
                        }
                    }
                >
                    {move || {
                        open.get()
                            .then(|| {
                                let close_after = UnsyncCallback::new(move |day| {
                                    choose.run(day);
                                    close();
                                });
                                view! {
                                    <MonthGrid
                                        chosen=day.get_untracked()
                                        today=today()
                                        bounds=bounds.get_untracked()
                                        on_choose=close_after
                                    />
                                }
                            })
                    }}
                </div>
            </div>
        </Frame>
    }
}

fn within_bounds(
    day: NaiveDate,
    (min, max): (Option<NaiveDate>, Option<NaiveDate>),
) -> Option<NaiveDate> {
    let fits = min.is_none_or(|min| day >= min) && max.is_none_or(|max| day <= max);
    fits.then_some(day)
}

fn wrong_time(checked: bool, typed: &str, time: Option<NaiveTime>) -> Option<String> {
    let wrong = checked && time.is_none() && !typed.trim().is_empty();
    wrong.then(|| "时间不正确，请按 09:30 的样子填写。".to_owned())
}
