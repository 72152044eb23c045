//! Which posts, to whom, why; and what follows from it.

use lanmu_api::handover::{HandOver, HandedOver, HandoverView};
use lanmu_domain::roster::{Waiting, left_out};
use leptos::prelude::*;

use super::held::Held;
use crate::api::handover::hand_over;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::empty_state::EmptyState;
use crate::ui::error_state::ErrorLine;
use crate::ui::select::{Choice, Select};
use crate::ui::text_area::TextArea;

const FIELDS: [&str; 3] = ["successor_id", "post_ids", "reason"];

/// The form; done, it says what went over.
#[component]
pub fn Form(
    /// What the person holds.
    view: HandoverView,
) -> impl IntoView {
    let done = RwSignal::new(None::<HandedOver>);
    if view.posts.is_empty() {
        let hint = "没有岗位的账号可以直接停用。";
        return view! { <EmptyState title="该人员没有岗位，无需交接" hint=hint /> }.into_any();
    }
    let view = StoredValue::new(view);
    (move || match done.get() {
        Some(answer) => view! { <Done answer=answer /> }.into_any(),
        None => view! { <Fields view=view done=done /> }.into_any(),
    })
    .into_any()
}

#[component]
fn Fields(
    /// What the person holds.
    view: StoredValue<HandoverView>,
    /// What came of it.
    done: RwSignal<Option<HandedOver>>,
) -> impl IntoView {
    let person_id = view.with_value(|view| view.person_id);
    let all: Vec<i64> =
        view.with_value(|view| view.posts.iter().map(|post| post.held.id).collect());
    let chosen = RwSignal::new(all);
    let successor = RwSignal::new(None::<i64>);
    let reason = RwSignal::new(String::new());
    let unchosen = RwSignal::new(false);
    let choices = view.with_value(|view| {
        std::iter::once(Choice::new("", "请选择接手人"))
            .chain(view.successors.iter().map(|one| {
                let titles = if one.titles.is_empty() {
                    "暂无岗位".to_owned()
                } else {
                    one.titles.join("、")
                };
                Choice::new(one.id, format!("{}（{}　{titles}）", one.name, one.login))
            }))
            .collect::<Vec<_>>()
    });
    // The same rule as on the server: what the successor could not sign.
    let out = Memo::new(move |_| {
        let waiting: Vec<Waiting> = chosen.with(|chosen| {
            view.with_value(|view| {
                view.waiting
                    .iter()
                    .filter(|item| {
                        view.posts.iter().any(|post| {
                            let held = &post.held.post.post;
                            chosen.contains(&post.held.id)
                                && held.department_id == Some(item.department_id)
                                && item.stage.is_some_and(|stage| stage.role() == held.role)
                        })
                    })
                    .map(|item| Waiting {
                        article_id: item.article_id,
                        taken: item.taken.clone(),
                    })
                    .collect()
            })
        });
        successor
            .get()
            .map(|successor| left_out(&waiting, successor))
            .unwrap_or_default()
    });
    let act = use_act(
        move |form: HandOver, key| hand_over(person_id, form, key),
        move |answer| done.set(Some(answer)),
    );
    let send = move || {
        unchosen.set(successor.get_untracked().is_none());
        let Some(successor_id) = successor.get_untracked() else {
            return;
        };
        act.run(HandOver {
            successor_id,
            post_ids: chosen.get_untracked(),
            reason: reason.get_untracked(),
            left_out: out.get_untracked(),
        });
    };
    view! {
        <form
            class="form handover"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <Held
                view=view
                chosen=chosen
                error=Signal::derive(move || act.field_error("post_ids"))
            />
            <Select
                id="handover-successor"
                label="接手人"
                choices=choices
                value=Signal::derive(move || {
                    successor.get().map(|id| id.to_string()).unwrap_or_default()
                })
                on_change=move |value| successor.set(value.parse().ok())
                hint="新同事须先由系统管理员建立账号。"
                required=true
                error=Signal::derive(move || {
                    (unchosen.get() && successor.get().is_none())
                        .then(|| "请选择接手人。".to_owned())
                        .or_else(|| act.field_error("successor_id"))
                })
            />
            {move || {
                let out = out.get();
                (!out.is_empty())
                    .then(|| {
                        let items: Vec<String> = out.iter().map(|id| format!("{id} 号")).collect();
                        view! {
                            <p class="notice notice--warning">
                                {format!(
                                    "接手人已参与稿件 {} 的撰写或其他环节，按三审须由不同人员办理的要求，这些稿件不能由其签署，须由其他人员审核。",
                                    items.join("、"),
                                )}
                            </p>
                        }
                    })
            }}
            <TextArea
                id="handover-reason"
                label="交接原因"
                value=reason
                rows=2
                required=true
                error=Signal::derive(move || act.field_error("reason"))
            />
            <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
            <div class="form__acts">
                <Button
                    look=Look::Primary
                    submit=true
                    busy=Signal::derive(move || act.pending())
                >
                    "确认移交"
                </Button>
            </div>
        </form>
    }
}

#[component]
fn Done(
    /// What went over.
    answer: HandedOver,
) -> impl IntoView {
    let lines = [
        (answer.posts, "个岗位已移交"),
        (answer.drafts, "件在办稿件已移交"),
        (answer.waiting, "件待审稿件由接手人审核"),
        (answer.left_out, "件待审稿件须由其他人员审核"),
        (answer.delegations_moved, "项受托已转给接手人"),
        (answer.delegations_ended, "项委托已终止"),
        (answer.entries, "条工作机构表已更新，接手人的电话请部门补充"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| view! { <li>{format!("{count} {words}")}</li> })
    .collect_view();
    view! {
        <section class="card" role="status">
            <h2 class="roster-part__title">"交接完成"</h2>
            <ul>{lines}</ul>
        </section>
    }
}
