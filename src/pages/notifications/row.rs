//! One thing that the person was told.

use lanmu_api::notification::{MarkRead, NotificationRow};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::date::stamp;
use crate::ui::act::Act;
use crate::ui::button::{Button, Look};

/// What happened, when, where it leads; unread ones say so in words.
#[component]
pub fn Row(
    /// The row.
    row: NotificationRow,
    /// Marks as read.
    mark: Act<MarkRead>,
) -> impl IntoView {
    let read = row.read;
    let this = MarkRead {
        id: Some(row.id),
        up_to: None,
    };
    let way = row.article_id.map(|id| {
        let (href, words) = if row.to_review {
            (format!("/inbox/{id}"), "去审核")
        } else {
            (format!("/articles/{id}"), "查看稿件")
        };
        let opened = this.clone();
        view! {
            <A
                href=href
                attr:class=Look::Plain.class()
                on:click=move |_| {
                    if !read {
                        mark.run(opened.clone());
                    }
                }
            >
                {words}
            </A>
        }
    });
    view! {
        <li class="news__row" class:news__row--unread=!read>
            <div class="news__words">
                <p class="news__text">
                    {(!read).then(|| view! { <span class="news__mark">"未读"</span> })} {row.text}
                </p>
                <p class="news__time">{stamp(row.at)}</p>
            </div>
            <div class="news__acts">
                {way}
                {(!read)
                    .then(|| {
                        view! {
                            <Button
                                look=Look::Quiet
                                busy=Signal::derive(move || mark.pending())
                                on_press=move |()| mark.run(this.clone())
                            >
                                "标为已读"
                            </Button>
                        }
                    })}
            </div>
        </li>
    }
}
