//! What was published and what happened.

use lanmu_api::matrix::{EventView, PublicationView};
use leptos::prelude::*;
use leptos_router::components::A;

use super::Names;
use crate::date::{long_day, stamp};
use crate::ui::doubt_mark::DoubtMark;

/// 最近发布, newest first.
#[component]
pub fn Publications(
    /// The publications.
    publications: Vec<PublicationView>,
) -> impl IntoView {
    let none = publications.is_empty();
    let items = publications
        .into_iter()
        .map(|publication| {
            view! {
                <li>
                    <a href=publication.url target="_blank" rel="noopener" class="duty-link">
                        {publication.title}
                        <span class="visually-hidden">"（在新窗口打开）"</span>
                    </a>
                    <DoubtMark doubts=publication.doubts verdict=publication.verdict />
                    <p class="duty-note">
                        {format!(
                            "{}　{}",
                            stamp(publication.published_at),
                            publication.department_name,
                        )}
                        {publication
                            .article_id
                            .map(|id| {
                                view! {
                                    "　"
                                    <A href=format!("/articles/{id}")>"三审记录"</A>
                                }
                            })}
                    </p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="duty-section" aria-labelledby="publications-title">
            <h2 id="publications-title">"最近发布"</h2>
            {none.then(|| view! { <p class="duty-none">"该栏目还没有发布记录。"</p> })}
            <ul class="duty-items card" hidden=none>
                {items}
            </ul>
        </section>
    }
}

/// 待更新的触发事件; nothing where none is open.
#[component]
pub fn OpenEvents(
    /// The events.
    events: Vec<EventView>,
    /// The names of the departments.
    names: Names,
) -> impl IntoView {
    if events.is_empty() {
        return ().into_any();
    }
    let items = events
        .into_iter()
        .map(|event| {
            let owes = if event.department_ids.is_empty() {
                "全部责任部门".to_owned()
            } else {
                let ids = event.department_ids.iter();
                ids.map(|id| names.of(*id)).collect::<Vec<_>>().join("、")
            };
            let late = event.registered_late();
            let kind = event
                .change
                .map_or(event.trigger.label(), |change| change.label());
            let number = event.document_number;
            view! {
                <li>
                    <p class="duty-rule__head">
                        <strong>{event.title}</strong>
                        <span class="tag">{kind}</span>
                        {late.map(|late| view! { <span class="tag tag--late">{late}</span> })}
                    </p>
                    <p class="duty-note">
                        {(!number.is_empty()).then(|| format!("{number}　"))}
                        {format!("{}　{owes}", long_day(event.occurred_on))}
                    </p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="duty-section" aria-labelledby="events-title">
            <h2 id="events-title">"待更新的触发事件"</h2>
            <ul class="duty-items card">{items}</ul>
        </section>
    }
    .into_any()
}
