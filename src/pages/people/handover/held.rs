//! What the person holds: posts to choose from, and what goes with them.

use lanmu_api::handover::HandoverView;
use leptos::prelude::*;

use crate::date::long_stamp;
use crate::ui::check_box::CheckBox;

/// The posts, and below them what follows.
#[component]
pub fn Held(
    /// What the person holds.
    view: StoredValue<HandoverView>,
    /// The posts that go over.
    chosen: RwSignal<Vec<i64>>,
    /// What is wrong.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let boxes = view.with_value(|view| {
        view.posts
            .iter()
            .map(|post| {
                let id = post.held.id;
                let of = &post.held.post;
                let words = format!(
                    "{}{}（{}）",
                    of.department_name,
                    of.post.role.label(),
                    of.post.title
                );
                let hint = if post.last {
                    "该岗位仅此一人，须有人接手"
                } else {
                    ""
                };
                view! { <CheckBox id=id words=words hint=hint chosen=chosen /> }
            })
            .collect_view()
    });
    view! {
        <fieldset class="field" aria-describedby="handover-posts-error">
            <legend class="field__label">"移交的岗位"</legend>
            {boxes}
            <p class="field__error" id="handover-posts-error" aria-live="polite">
                {move || error.get()}
            </p>
        </fieldset>
        <section class="card" aria-labelledby="handover-with">
            <h2 class="roster-part__title" id="handover-with">
                "随岗位移交的事项"
            </h2>
            <ul>{view.with_value(lines).into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        </section>
    }
}

fn lines(view: &HandoverView) -> Vec<String> {
    let mut lines = vec![
        format!(
            "在办稿件 {} 件，改由接手人负责；已签署的意见不变。",
            view.drafts.len()
        ),
        format!(
            "等待其审核的稿件 {} 件，改由接手人审核。",
            view.waiting.len()
        ),
    ];
    for one in &view.delegations {
        let until = long_stamp(one.until);
        lines.push(if one.given {
            format!(
                "委托{}代办（{}，至{until}）：随岗位移交终止，由接手人自行办理。",
                one.other_name, one.title
            )
        } else {
            format!(
                "受{}委托代办（{}，至{until}）：接手人符合条件的转由其代办，否则终止并通知委托人。",
                one.other_name, one.title
            )
        });
    }
    for one in &view.entries {
        lines.push(format!(
            "{}工作机构表：{}（{}），改列接手人。",
            one.department_name,
            one.role.label(),
            one.post
        ));
    }
    lines
}
