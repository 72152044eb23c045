//! 导入安排: a file or pasted text becomes the draft of a year.

use lanmu_api::work_calendar::{CalendarFileFormat, CalendarFileView, FileYear, ReadCalendarFile};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{Event, HtmlInputElement};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::drafts::{Draft, Drafts};
use super::summary::counted;
use crate::api;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::radio_group::RadioGroup;
use crate::ui::select::{Choice, Select};
use crate::ui::text_area::TextArea;

/// The dialog. What it takes over is a draft; nothing is saved yet.
#[component]
pub fn ImportDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The year shown.
    year: i32,
    /// What was changed on the page.
    drafts: Drafts,
    /// Shows another year.
    go: UnsyncCallback<i32>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let found = RwSignal::new(None::<CalendarFileView>);
    let chosen = RwSignal::new(String::new());
    // Another text needs another reading.
    Effect::new(move |_| {
        text.track();
        found.set(None);
    });
    let read = use_act(
        api::work_calendar::read_file,
        move |view: CalendarFileView| {
            let shown = view.years.iter().find(|found| found.year == year);
            let first = shown.or_else(|| view.years.first());
            chosen.set(
                first
                    .map(|first| first.year.to_string())
                    .unwrap_or_default(),
            );
            found.set(Some(view));
        },
    );
    let start = move || {
        let text = text.get_untracked();
        if !text.trim().is_empty() {
            let format = CalendarFileFormat::of(&text);
            read.run(ReadCalendarFile { format, text });
        }
    };
    let done = UnsyncCallback::new(move |year| {
        open.set(false);
        text.set(String::new());
        go.run(year);
    });
    view! {
        <Dialog open=open title="导入安排">
            <p>
                "选择文件或粘贴内容，可用 JSON 或日历软件的 iCalendar（.ics）格式。读入后先成为草稿，确认保存后才生效；本地放假日不受影响。"
            </p>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    start();
                }
            >
                <div class="field">
                    <label class="field__label" for="calendar-file">
                        "文件"
                    </label>
                    <input
                        class="input"
                        id="calendar-file"
                        type="file"
                        accept=".json,.ics,application/json,text/calendar"
                        on:change=move |event| take_file(&event, text)
                    />
                </div>
                <TextArea
                    id="calendar-text"
                    label="内容"
                    value=text
                    rows=6
                    hint="例如：{\"2027\": {\"off\": [\"2027-01-01\"], \"work\": []}}"
                />
                <ErrorLine message=Signal::derive(move || read.error().map(|e| e.message())) />
                {move || {
                    found.get().map(|view| view! { <Found view=view chosen=chosen drafts=drafts done=done /> })
                }}
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <Button
                        submit=true
                        busy=Signal::derive(move || read.pending())
                        disabled=Signal::derive(move || text.with(|text| text.trim().is_empty()))
                    >
                        "读取"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}

/// What the file says: its faults, or its years of which one can be taken over.
#[component]
fn Found(
    /// What was read.
    view: CalendarFileView,
    /// The year that is taken over.
    chosen: RwSignal<String>,
    /// What was changed on the page.
    drafts: Drafts,
    /// Follows when a year was taken over.
    done: UnsyncCallback<i32>,
) -> impl IntoView {
    if !view.problems.is_empty() {
        let problems = view
            .problems
            .iter()
            .map(|problem| view! { <li>{problem.to_string()}</li> })
            .collect_view();
        return view! {
            <div class="notice notice--warning" role="alert">
                <p>{format!("内容有 {} 处错误，没有导入：", view.problems.len())}</p>
                <ul class="year-problems">{problems}</ul>
            </div>
        }
        .into_any();
    }
    let choices: Vec<Choice> = view
        .years
        .iter()
        .map(|found| {
            let words = format!("{}年：{}", found.year, counted(&found.arrangement));
            Choice::new(found.year, words)
        })
        .collect();
    if choices.is_empty() {
        return view! { <p class="notice notice--warning">"内容中没有放假或补班的日期。"</p> }
            .into_any();
    }
    let years = StoredValue::new(view.years);
    let whole = RwSignal::new(Some(true));
    let take = use_act(
        |(found, whole): (FileYear, bool), _key| async move {
            let kept = Draft::of(&api::work_calendar::year(found.year).await?);
            Ok((found, whole, kept))
        },
        move |(found, whole, kept)| {
            let base = drafts.get(found.year).unwrap_or_else(|| kept.clone());
            let arrangement = if whole {
                base.arrangement.replaced_by(found.arrangement)
            } else {
                base.arrangement.completed_by(&found.arrangement)
            };
            let draft = Draft {
                announced: true,
                version: kept.version,
                arrangement,
            };
            drafts.put(found.year, draft, &kept);
            done.run(found.year);
        },
    );
    let run = move || {
        let found = years.with_value(|years| {
            let year = chosen.get_untracked();
            years
                .iter()
                .find(|found| found.year.to_string() == year)
                .cloned()
        });
        if let Some(found) = found {
            take.run((found, whole.get_untracked() == Some(true)));
        }
    };
    view! {
        <div class="form" role="status">
            <Select
                id="calendar-year"
                label="导入哪一年"
                choices=choices
                value=chosen
                on_change=move |value| chosen.set(value)
            />
            <RadioGroup
                name="calendar-whole"
                legend="导入方式"
                choices=vec![(true, "替换全年安排"), (false, "只补充其中的日期")]
                value=whole
            />
            {(!view.passed_over.is_empty())
                .then(|| {
                    view! {
                        <p class="field__hint">
                            {format!(
                                "未写明放假或补班、没有读入的日程 {} 个：{}",
                                view.passed_over.len(),
                                view.passed_over.join("；"),
                            )}
                        </p>
                    }
                })}
            <ErrorLine message=Signal::derive(move || take.error().map(|e| e.message())) />
            <Button
                look=Look::Primary
                busy=Signal::derive(move || take.pending())
                on_press=move |()| run()
            >
                "放入草稿"
            </Button>
        </div>
    }
    .into_any()
}

/// The text of the file that was chosen.
fn take_file(event: &Event, text: RwSignal<String>) {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let file = input.and_then(|input| input.files()?.get(0));
    let Some(file) = file else { return };
    spawn_local(async move {
        if let Ok(content) = JsFuture::from(file.text()).await
            && let Some(content) = content.as_string()
        {
            // The dialog may be gone by now.
            let _ = text.try_set(content);
        }
    });
}
