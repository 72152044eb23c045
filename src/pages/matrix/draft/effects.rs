//! What the draft would do on its day: against it, what differs, which duties begin, end and move.

use lanmu_api::matrix_draft::{ChangeProblem, ChangedRequirement, DraftPreview, DutyEffect};
use lanmu_api::preview::PreviewView;
use leptos::prelude::*;

use super::passed::Passed;
use super::requirement::ReadRules;
use super::work::Work;
use crate::api::matrix_draft::preview_draft;
use crate::date::plain_day;
use crate::pages::matrix::differences::{Against, Differences};
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;
use crate::ui::moved_deadlines::MovedDeadlines;

/// The part of the page.
#[component]
pub fn Effects(
    /// The draft.
    work: Work,
) -> impl IntoView {
    let asked = StoredValue::new(0_i64);
    let act = use_act(
        move |id: i64, _| {
            asked.set_value(work.draft.with_untracked(|draft| draft.version));
            preview_draft(id)
        },
        move |preview| work.seen.set(Some((asked.get_value(), preview))),
    );
    let none = Signal::derive(move || work.draft.with(|draft| draft.changes.is_empty()));
    let outdated = move || work.seen.with(Option::is_some) && work.looked_at().is_none();
    view! {
        <section class="version-part" aria-labelledby="effects-title">
            <h2 id="effects-title">"影响预览"</h2>
            <p class="field__hint">"按生效日期当天试算，不改动现行分工表。"</p>
            <Button
                look=Look::Plain
                busy=Signal::derive(move || act.pending())
                disabled=none
                on_press=move |()| act.run(work.draft.with_untracked(|draft| draft.id))
            >
                "预览影响"
            </Button>
            <ErrorLine message=Signal::derive(move || act.error().map(|error| error.message())) />
            {move || outdated().then(|| view! { <p role="status">"草案已改动，请重新预览。"</p> })}
            {move || work.looked_at().map(|preview| view! { <Preview preview=preview /> })}
        </section>
    }
}

#[component]
fn Preview(
    /// What it would do.
    preview: DraftPreview,
) -> impl IntoView {
    if !preview.problems.is_empty() {
        return view! { <Problems problems=preview.problems /> }.into_any();
    }
    let day = preview.day;
    let notes = preview
        .notes
        .into_iter()
        .map(|note| view! { <li>{note}</li> })
        .collect_view();
    let number = preview.differences.len();
    let lines = preview
        .differences
        .into_iter()
        .map(|line| (line, Vec::new()));
    let lines: Vec<_> = lines.collect();
    let moved = PreviewView {
        day,
        moved: preview.moved,
    };
    view! {
        <p role="status">
            {format!(
                "{}起：分工表 {number} 行不同，新增责任 {} 项，终止责任 {} 项。",
                plain_day(day),
                preview.appear.len(),
                preview.end.len(),
            )}
        </p>
        {(!notes.is_empty()).then(|| view! { <ul class="notice draft-notes">{notes}</ul> })}
        <Requirements requirements=preview.requirements />
        <Duties title="新增的责任" due="首次期限" duties=preview.appear />
        <Duties title="终止的责任" due="原期限" duties=preview.end />
        <Passed duties=preview.passed />
        <MovedDeadlines preview=moved at_end=false />
        {(number > 0)
            .then(|| {
                view! {
                    <h3>"分工表的不同之处"</h3>
                    <Differences against=Against::Version lines=lines />
                }
            })}
    }
    .into_any()
}

/// How the requirements that are set were read; nothing where none is.
#[component]
fn Requirements(
    /// The requirements.
    requirements: Vec<ChangedRequirement>,
) -> impl IntoView {
    if requirements.is_empty() {
        return ().into_any();
    }
    let items = requirements
        .into_iter()
        .map(|set| {
            let words = if set.requirement.is_empty() {
                "未写要求".to_owned()
            } else {
                format!("“{}”", set.requirement)
            };
            let none = set.rules.is_empty();
            view! {
                <li class="moved__item">
                    <strong>{format!("第 {} 项：{words}", set.number)}</strong>
                    <ReadRules rules=set.rules />
                    {none.then(|| view! { <p class="moved__path">"不作更新要求，不计算期限"</p> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="moved" aria-label="更新要求的读法">
            <p class="moved__summary">"更新要求读作："</p>
            <ul class="moved__list" tabindex="0" aria-label="更新要求的读法">
                {items}
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn Problems(
    /// What stands against it.
    problems: Vec<ChangeProblem>,
) -> impl IntoView {
    let title = format!("有 {} 处不能办理，请先改正", problems.len());
    let items = problems
        .into_iter()
        .map(
            |problem| view! { <li>{format!("第 {} 项：{}", problem.number, problem.message)}</li> },
        )
        .collect_view();
    view! {
        <section class="notice notice--warning" role="alert">
            <h3>{title}</h3>
            <ul>{items}</ul>
        </section>
    }
}

/// Duties that begin or end; nothing where there are none.
#[component]
fn Duties(
    /// Which.
    title: &'static str,
    /// What their day is.
    due: &'static str,
    /// The duties.
    duties: Vec<DutyEffect>,
) -> impl IntoView {
    let number = duties.len();
    let items = duties
        .into_iter()
        .map(|duty| {
            let owners = match duty.department_names.as_slice() {
                [] => "无责任部门".to_owned(),
                [first, _, _, _, ..] => format!("{first}等 {} 个部门", duty.department_names.len()),
                few => few.join("、"),
            };
            let requirement = if duty.requirement.is_empty() {
                "不作更新要求".to_owned()
            } else {
                duty.requirement
            };
            let day = duty.due.map(|day| format!("，{due} {}", plain_day(day)));
            view! {
                <li class="moved__item">
                    <strong>{duty.column_path.join(" / ")}</strong>
                    <p class="moved__path">
                        {format!("{owners}，{requirement}{}", day.unwrap_or_default())}
                    </p>
                </li>
            }
        })
        .collect_view();
    (number > 0).then(|| {
        view! {
            <section class="moved" aria-label=title>
                <p class="moved__summary">{format!("{title}（{number} 项）：")}</p>
                <ul class="moved__list" tabindex="0" aria-label=title>
                    {items}
                </ul>
            </section>
        }
    })
}
