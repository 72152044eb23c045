//! Which columns an event concerns, each with the due date that it would get.

use std::collections::BTreeSet;

use lanmu_api::event::PreviewDuty;
use lanmu_domain::freshness::EventStatus;
use leptos::prelude::*;

use crate::date::long_day;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::remote::Remote;

/// A searchable list of boxes, grouped by the path of the columns.
#[component]
pub fn Columns(
    /// The columns to choose from.
    preview: Remote<Vec<PreviewDuty>>,
    /// The duties ticked.
    chosen: RwSignal<BTreeSet<i64>>,
    /// What is wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    // The search outlives the list, which is fetched again with another kind or day.
    let words = RwSignal::new(String::new());
    view! {
        <fieldset class="field event-columns" class:field--wrong=move || error.with(Option::is_some)>
            <legend class="field__label">
                "涉及栏目"
                <span class="field__required" aria-hidden="true">"必填"</span>
            </legend>
            <p class="field__hint">"只列出因此类事件而须更新的栏目；勾选前可核对各栏目的更新期限。"</p>
            <AsyncView remote=preview let:duties>
                <Boxes duties=duties chosen=chosen words=words />
            </AsyncView>
            <p class="field__error" aria-live="polite">
                {move || error.get()}
            </p>
        </fieldset>
    }
}

/// The due date of the only column, where there is nothing to choose.
#[component]
pub fn OneColumn(
    /// The column.
    preview: Remote<Vec<PreviewDuty>>,
) -> impl IntoView {
    view! {
        <AsyncView remote=preview let:duties>
            {duties
                .into_iter()
                .map(|duty| {
                    view! {
                        <div class="event-due-box">
                            <p class="field__label">"更新期限"</p>
                            <Dues duty=duty />
                        </div>
                    }
                })
                .collect_view()}
        </AsyncView>
    }
}

#[component]
fn Boxes(
    /// The columns, in the order of the table.
    duties: Vec<PreviewDuty>,
    /// The duties ticked.
    chosen: RwSignal<BTreeSet<i64>>,
    /// The words searched for.
    words: RwSignal<String>,
) -> impl IntoView {
    if duties.is_empty() {
        return view! { <p class="event__none">"没有因此类事件而须更新的栏目。"</p> }.into_any();
    }
    let ids: BTreeSet<i64> = duties.iter().map(|duty| duty.duty_id).collect();
    let paths: Vec<(i64, String)> = duties
        .iter()
        .map(|duty| (duty.duty_id, duty.column_path.join(" / ")))
        .collect();
    let paths = StoredValue::new(paths);
    let shown = Memo::new(move |_| -> BTreeSet<i64> {
        let words = words.get();
        let words: Vec<&str> = words.split_whitespace().collect();
        paths.with_value(|paths| {
            let fits = |path: &str| words.iter().all(|word| path.contains(word));
            let fitting = paths.iter().filter(|(_, path)| fits(path));
            fitting.map(|(id, _)| *id).collect()
        })
    });
    let all = move || shown.with(|shown| chosen.with(|chosen| shown.is_subset(chosen)));
    let toggle_all = move || {
        let (ticked, shown) = (untrack(all), shown.get_untracked());
        chosen.update(|chosen| {
            for id in shown {
                if ticked {
                    chosen.remove(&id);
                } else {
                    chosen.insert(id);
                }
            }
        });
    };
    let count = move || chosen.with(|chosen| chosen.intersection(&ids).count());
    let total = duties.len();
    let searched = total > 5;
    view! {
        <div class="event-columns__tools">
            {searched
                .then(|| {
                    view! {
                        <input
                            class="input"
                            type="search"
                            aria-label="查找栏目"
                            placeholder="查找栏目"
                            prop:value=move || words.get()
                            on:input=move |event| words.set(event_target_value(&event))
                        />
                    }
                })}
            <Button look=Look::Quiet on_press=move |()| toggle_all()>
                {move || if all() { "全不选" } else { "全选" }}
            </Button>
            <p class="event-columns__count" role="status">
                {move || format!("已选 {} 个，共 {total} 个栏目", count())}
            </p>
        </div>
        <div class="event-columns__list">
            {grouped(duties)
                .into_iter()
                .map(|(path, duties)| {
                    let ids: Vec<i64> = duties.iter().map(|duty| duty.duty_id).collect();
                    let hidden = move || shown.with(|shown| !ids.iter().any(|id| shown.contains(id)));
                    view! {
                        <fieldset class="event-columns__group" hidden=hidden>
                            <legend class="event-columns__path">{path}</legend>
                            {duties
                                .into_iter()
                                .map(|duty| {
                                    let id = duty.duty_id;
                                    let visible = Signal::derive(move || {
                                        shown.with(|shown| shown.contains(&id))
                                    });
                                    view! { <ColumnBox duty=duty chosen=chosen visible=visible /> }
                                })
                                .collect_view()}
                        </fieldset>
                    }
                })
                .collect_view()}
        </div>
        <p class="event__none" hidden=move || shown.with(|shown| !shown.is_empty())>
            "没有名称相符的栏目。"
        </p>
    }
    .into_any()
}

/// The columns by the path above them, in the order of the table.
fn grouped(duties: Vec<PreviewDuty>) -> Vec<(String, Vec<PreviewDuty>)> {
    let mut groups: Vec<(String, Vec<PreviewDuty>)> = Vec::new();
    for duty in duties {
        let above = duty.column_path.len().saturating_sub(1);
        let path = match &duty.column_path[..above] {
            [] => "首页栏目".to_owned(),
            path => path.join(" / "),
        };
        match groups.iter_mut().find(|(of, _)| *of == path) {
            Some((_, group)) => group.push(duty),
            None => groups.push((path, vec![duty])),
        }
    }
    groups
}

#[component]
fn ColumnBox(
    /// The column.
    duty: PreviewDuty,
    /// The duties ticked.
    chosen: RwSignal<BTreeSet<i64>>,
    /// Whether the search lets it through.
    visible: Signal<bool>,
) -> impl IntoView {
    let id = duty.duty_id;
    let name = duty.column_path.last().cloned().unwrap_or_default();
    let ticked = Memo::new(move |_| chosen.with(|chosen| chosen.contains(&id)));
    let due = match summary(&duty) {
        Some(words) => words,
        None => "各部门期限不同，勾选后显示".to_owned(),
    };
    let duty = StoredValue::new(duty);
    view! {
        <div class="event-column" hidden=move || !visible.get()>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || ticked.get()
                    on:change=move |event| {
                        let ticked = event_target_checked(&event);
                        chosen
                            .update(|chosen| {
                                if ticked {
                                    chosen.insert(id);
                                } else {
                                    chosen.remove(&id);
                                }
                            });
                    }
                />
                <span class="event-column__name">{name}</span>
                <span class="event-column__due">{due}</span>
            </label>
            {move || ticked.get().then(|| view! { <Dues duty=duty.get_value() /> })}
        </div>
    }
}

/// “期限2026年11月25日（周三）”; `None` where the departments have different ones.
fn summary(duty: &PreviewDuty) -> Option<String> {
    let first = duty.dues.first()?;
    let same = duty.dues.iter().all(|due| due.due == first.due);
    same.then(|| match first.due {
        Some(due) if first.status == EventStatus::Overdue => {
            format!("期限{}，登记后即超期", long_day(due))
        }
        Some(due) => format!("期限{}", long_day(due)),
        None => "暂不计时".to_owned(),
    })
}

/// The arithmetic, once where it is the same for all departments.
#[component]
fn Dues(
    /// The column.
    duty: PreviewDuty,
) -> impl IntoView {
    let mut words: Vec<(String, String)> = Vec::new();
    for due in &duty.dues {
        let names: Vec<&str> = duty
            .owners
            .iter()
            .filter(|owner| due.department_ids.contains(&owner.id))
            .map(|owner| owner.name.as_str())
            .collect();
        let names = names.join("、");
        match words.iter_mut().find(|(_, said)| *said == due.arithmetic) {
            Some((before, _)) => {
                before.push('、');
                before.push_str(&names);
            }
            None => words.push((names, due.arithmetic.clone())),
        }
    }
    let several = words.len() > 1;
    words
        .into_iter()
        .map(|(names, arithmetic)| {
            let text = if several {
                format!("{names}：{arithmetic}")
            } else {
                arithmetic
            };
            view! { <p class="event-column__arithmetic">{text}</p> }
        })
        .collect_view()
}
