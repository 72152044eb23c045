//! 批量同意: what is ticked is released together, each item in its own right.

use lanmu_api::bulk::{ApproveArticles, BulkOutcome, InboxRow};
use lanmu_api::page::Page;
use leptos::prelude::*;
use leptos_router::components::A;

use super::selection::Selection;
use crate::api::article::approve_all;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::remote::Remote;
use crate::ui::toast::use_toasts;

/// What was asked for, and what became of it.
#[derive(Clone, Default)]
struct Done {
    /// Id and title of each item asked for.
    asked: Vec<(i64, String)>,
    outcome: BulkOutcome,
}

/// 全选, how many are ticked, and the button. It stays in view while the list scrolls.
#[component]
pub fn BulkBar(
    /// What is ticked.
    selection: Selection,
    /// Whether anything on the screen waits for the release.
    shown: Memo<bool>,
    /// The list.
    waiting: Remote<Page<InboxRow>>,
) -> impl IntoView {
    let toasts = use_toasts();
    let asking = RwSignal::new(false);
    let telling = RwSignal::new(false);
    let opinion = RwSignal::new(String::new());
    let done = RwSignal::new(Done::default());
    let asked = StoredValue::new(Vec::<(i64, String)>::new());
    let approve = use_act(
        move |form: ApproveArticles, key| async move { approve_all(&form, &key).await },
        move |outcome: BulkOutcome| {
            asking.set(false);
            selection.tick_all(false);
            opinion.set(String::new());
            let all_done = outcome.items.iter().all(|item| item.problem.is_none());
            if all_done {
                toasts.say(format!(
                    "已同意 {} 件，待填录人员登记发布地址",
                    outcome.items.len()
                ));
            } else {
                done.set(Done {
                    asked: asked.get_value(),
                    outcome,
                });
                telling.set(true);
            }
            waiting.refetch();
        },
    );
    let press = move || {
        let chosen = untrack(|| selection.chosen());
        asked.set_value(
            chosen
                .iter()
                .map(|(item, title)| (item.id, title.clone()))
                .collect(),
        );
        approve.run(ApproveArticles {
            items: chosen.into_iter().map(|(item, _)| item).collect(),
            opinion: opinion.get_untracked().trim().to_owned(),
        });
    };
    let count = Memo::new(move |_| selection.count());
    let clean = Memo::new(move |_| selection.clean());
    // What was ticked may have been settled by somebody else meanwhile.
    Effect::new(move |_| {
        if count.get() == 0 && !approve.pending() {
            asking.set(false);
        }
    });
    view! {
        <Show when=move || shown.get()>
            <div class="bulk" role="group" aria-label="批量办理">
                <label class="check">
                    <input
                        type="checkbox"
                        disabled=move || clean.get() == 0
                        prop:checked=move || { clean.get() > 0 && count.get() == clean.get() }
                        prop:indeterminate=move || { (1..clean.get()).contains(&count.get()) }
                        on:change=move |event| selection.tick_all(event_target_checked(&event))
                    />
                    <span>"全选"</span>
                </label>
                <p class="bulk__count" role="status">
                    {move || format!("已选 {} 件，可批量同意 {} 件", count.get(), clean.get())}
                </p>
                <Button
                    look=Look::Primary
                    disabled=Signal::derive(move || count.get() == 0)
                    on_press=move |()| {
                        approve.clear();
                        asking.set(true);
                    }
                >
                    "批量同意"
                </Button>
            </div>
        </Show>
        <Dialog open=asking title=Signal::derive(move || format!("同意这 {} 件稿件？", count.get()))>
            <p>"逐件审发，每件单独记入台账。请确认各件内容均已看过。"</p>
            <ul class="bulk__titles">
                {move || {
                    selection
                        .chosen()
                        .into_iter()
                        .map(|(_, title)| view! { <li>{title}</li> })
                        .collect_view()
                }}
            </ul>
            <Field id="bulk-opinion" label="审核意见（可不填）" value=opinion />
            <ErrorLine message=Signal::derive(move || approve.error().map(|e| e.message())) />
            <p class="bulk__busy" role="status">
                {move || approve.pending().then_some("正在逐件办理，请稍候……")}
            </p>
            <div class="dialog__acts">
                <Button on_press=move |()| asking.set(false)>"取消"</Button>
                <Button
                    look=Look::Primary
                    busy=Signal::derive(move || approve.pending())
                    on_press=move |()| press()
                >
                    "确认同意"
                </Button>
            </div>
        </Dialog>
        <Dialog open=telling title="批量同意结果">
            {move || view! { <Result done=done.get() /> }}
            <div class="dialog__acts">
                <Button look=Look::Primary on_press=move |()| telling.set(false)>
                    "知道了"
                </Button>
            </div>
        </Dialog>
    }
}

/// What went through, and what did not and why.
#[component]
fn Result(
    /// What became of the items.
    done: Done,
) -> impl IntoView {
    let Done { asked, outcome } = done;
    let titled = move |id: i64| {
        let found = asked.iter().find(|(other, _)| *other == id);
        found.map(|(_, title)| title.clone()).unwrap_or_default()
    };
    let (failed, passed): (Vec<_>, Vec<_>) = outcome
        .items
        .into_iter()
        .partition(|item| item.problem.is_some());
    let summary = format!("已同意 {} 件，未办理 {} 件。", passed.len(), failed.len());
    let failed = failed
        .into_iter()
        .map(|item| {
            let why = item
                .problem
                .map(|problem| problem.message)
                .unwrap_or_default();
            let title = titled(item.id);
            view! {
                <li>
                    <A href=format!("/inbox/{}", item.id)>{title}</A>
                    <p class="bulk__why">{why}</p>
                </li>
            }
        })
        .collect_view();
    let passed = passed
        .into_iter()
        .map(|item| view! { <li>{titled(item.id)}</li> })
        .collect_view();
    view! {
        <p role="status">{summary}</p>
        <h3>"未办理"</h3>
        <ul class="bulk__titles">{failed}</ul>
        <h3>"已同意"</h3>
        <ul class="bulk__titles">{passed}</ul>
    }
}
