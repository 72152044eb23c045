//! What an event asks of whom, with the arithmetic, and what answered it.

use lanmu_api::event::{EventAnswer, EventObligation};
use lanmu_domain::freshness::EventStatus;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::date::long_day;
use crate::ui::badge::EventStatusBadge;
use crate::ui::names::Names;

/// The obligations, in the order of the table.
#[component]
pub fn Obligations(
    /// The obligations.
    obligations: Vec<EventObligation>,
) -> impl IntoView {
    if obligations.is_empty() {
        return view! { <p class="event__none">"该事件目前不要求任何部门更新。"</p> }.into_any();
    }
    view! {
        <ul class="event-obligations">
            {obligations
                .into_iter()
                .map(|obligation| view! { <Obligation obligation=obligation /> })
                .collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn Obligation(
    /// What is asked for.
    obligation: EventObligation,
) -> impl IntoView {
    let path = obligation.column_path.join(" / ");
    let column = if obligation.in_force {
        let href = format!("/matrix/duties/{}", obligation.duty_id);
        view! {
            <A href=href attr:class="event-obligation__column">
                {path}
            </A>
        }
        .into_any()
    } else {
        view! { <span class="event-obligation__column">{path}</span> }.into_any()
    };
    let due = obligation.due.map(|due| {
        let unannounced = if obligation.unannounced {
            "（节假日安排未公布，暂定）"
        } else {
            ""
        };
        let late = match obligation.status {
            EventStatus::Overdue => format!("，已超期 {} 天", obligation.days_late),
            EventStatus::AnsweredLate => format!("，超期 {} 天更新", obligation.days_late),
            _ => String::new(),
        };
        format!("期限{}{unannounced}{late}", long_day(due))
    });
    view! {
        <li class="event-obligation">
            <EventStatusBadge status=obligation.status />
            <div class="event-obligation__words">
                {column} <Names names=obligation.department_names />
                {due.map(|due| view! { <p class="event-obligation__due">{due}</p> })}
                <p class="event-obligation__arithmetic">{obligation.arithmetic}</p>
                {obligation.answer.map(|answer| view! { <Answer answer=answer /> })}
            </div>
        </li>
    }
}

#[component]
fn Answer(
    /// The publication.
    answer: EventAnswer,
) -> impl IntoView {
    view! {
        <p class="event-obligation__answer">
            {format!("{}由{}发布：", long_day(answer.on), answer.department_name)}
            <a href=answer.url target="_blank" rel="noopener">
                {answer.title}
                <span class="visually-hidden">"（在新窗口打开）"</span>
            </a>
            {answer
                .article_id
                .map(|id| {
                    view! {
                        "　"
                        <A href=format!("/articles/{id}")>"三审记录"</A>
                    }
                })}
        </p>
    }
}
