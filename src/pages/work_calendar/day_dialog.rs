//! Setting what a day, or several days, are.

use chrono::NaiveDate;
use lanmu_domain::calendar::Mark;
use leptos::prelude::*;

use super::day_mark::is_weekend;
use super::drafts::{Draft, Drafts};
use crate::ui::button::{Button, Look};
use crate::ui::day_picker::DayPicker;
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::radio_group::RadioGroup;

/// Days that are set at once at most.
const SPAN_MAX: i64 = 31;

/// What the days become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plain,
    Off,
    MakeUp,
    Local,
}

/// What stands in the dialog.
#[derive(Clone, Copy)]
pub struct DayEdit {
    open: RwSignal<bool>,
    first: RwSignal<String>,
    last: RwSignal<String>,
    kind: RwSignal<Option<Kind>>,
    name: RwSignal<String>,
    error: RwSignal<Option<String>>,
}

/// A dialog that is closed.
#[must_use]
pub fn use_day_edit() -> DayEdit {
    DayEdit {
        open: RwSignal::new(false),
        first: RwSignal::new(String::new()),
        last: RwSignal::new(String::new()),
        kind: RwSignal::new(None),
        name: RwSignal::new(String::new()),
        error: RwSignal::new(None),
    }
}

impl DayEdit {
    /// Opens it on a day, with what the day is.
    pub fn open_on(self, day: NaiveDate, draft: &Draft) {
        let (kind, name) = match draft.arrangement.mark(day) {
            Mark::Plain => (Kind::Plain, String::new()),
            Mark::Off => (Kind::Off, String::new()),
            Mark::MakeUp => (Kind::MakeUp, String::new()),
            Mark::Local(name) => (Kind::Local, name),
        };
        self.show(day.to_string(), kind, name);
    }

    /// Opens it for a local day off.
    pub fn open_local(self) {
        self.show(String::new(), Kind::Local, String::new());
    }

    fn show(self, day: String, kind: Kind, name: String) {
        self.first.set(day.clone());
        self.last.set(day);
        self.kind.set(Some(kind));
        self.name.set(name);
        self.error.set(None);
        self.open.set(true);
    }

    /// The draft with the days set.
    fn applied(self, year: i32, draft: &Draft) -> Result<Draft, String> {
        let day = |text: String| text.parse::<NaiveDate>().ok();
        let first = day(self.first.get_untracked()).ok_or("请选择日期。")?;
        let last = day(self.last.get_untracked()).unwrap_or(first);
        match (last - first).num_days() {
            ..0 => return Err("最后一天不能早于第一天。".to_owned()),
            SPAN_MAX.. => return Err(format!("一次最多设置 {SPAN_MAX} 天。")),
            _ => {}
        }
        let name = self.name.get_untracked().trim().to_owned();
        let mark = match self.kind.get_untracked() {
            None | Some(Kind::Plain) => Mark::Plain,
            Some(Kind::Off) => Mark::Off,
            Some(Kind::MakeUp) => Mark::MakeUp,
            Some(Kind::Local) if name.is_empty() => {
                return Err("请填写本地放假的名称。".to_owned());
            }
            Some(Kind::Local) => Mark::Local(name),
        };
        // Inside a span of local days off the weekends are off anyway.
        let passed_over =
            |day: &NaiveDate| matches!(mark, Mark::Local(_)) && first != last && is_weekend(*day);
        let mut applied = draft.clone();
        for day in first.iter_days().take_while(|day| *day <= last) {
            if !passed_over(&day) {
                applied.arrangement.set_mark(day, mark.clone());
            }
        }
        let known = draft.arrangement.problems(year, draft.announced);
        let new: String = applied
            .arrangement
            .problems(year, draft.announced)
            .into_iter()
            .filter(|problem| !known.contains(problem))
            .map(|problem| format!("{problem}。"))
            .collect();
        if new.is_empty() {
            Ok(applied)
        } else {
            Err(new)
        }
    }
}

/// The dialog. What it sets goes into the draft; nothing is saved yet.
#[component]
pub fn DayDialog(
    /// The year.
    year: i32,
    /// What stands in it.
    edit: DayEdit,
    /// The year as it is kept.
    kept: StoredValue<Draft>,
    /// The year as it would be.
    draft: Memo<Draft>,
    /// What was changed on the page.
    drafts: Drafts,
) -> impl IntoView {
    let submit = move || match edit.applied(year, &draft.get_untracked()) {
        Ok(applied) => {
            edit.open.set(false);
            drafts.put(year, applied, &kept.get_value());
        }
        Err(error) => edit.error.set(Some(error)),
    };
    view! {
        <Dialog open=edit.open title="设置日期">
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <div class="year-dates">
                    <DayPicker id="day-first" label="第一天" value=edit.first on_change=move |text| edit.first.set(text) required=true />
                    <DayPicker id="day-last" label="最后一天" value=edit.last on_change=move |text| edit.last.set(text) />
                </div>
                <RadioGroup
                    name="day-kind"
                    legend="设为"
                    choices=vec![
                        (Kind::Plain, "平日（按周）"),
                        (Kind::Off, "放假（休）"),
                        (Kind::MakeUp, "补班（班）"),
                        (Kind::Local, "本地放假（本）"),
                    ]
                    value=edit.kind
                    required=true
                />
                {move || {
                    (edit.kind.get() == Some(Kind::Local))
                        .then(|| {
                            view! {
                                <Field
                                    id="day-name"
                                    label="名称"
                                    value=edit.name
                                    hint="例如：彝族年、火把节。其中的周末不必列入。"
                                    required=true
                                />
                            }
                        })
                }}
                <ErrorLine message=edit.error />
                <div class="dialog__acts">
                    <Button on_press=move |()| edit.open.set(false)>"取消"</Button>
                    <Button look=Look::Primary submit=true>
                        "确定"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
