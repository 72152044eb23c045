//! 新建委托: which posts, to whom, from when until when, and why.

use lanmu_api::delegation::{
    CreateDelegation, CreatedDelegations, DelegationPerson, DelegationRow, EndDelegation,
};
use lanmu_api::page::Page;
use lanmu_domain::delegation::DAYS_MAX;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::who::{delegates, posts_of, principals};
use crate::api;
use crate::api::delegation::{choices, create, end};
use crate::api::{ClientError, IdempotencyKey};
use crate::date::from_local_input;
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::check_box::CheckBox;
use crate::ui::day_picker::DayPicker;
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::remote::{Remote, use_remote};
use crate::ui::select::Select;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

const FIELDS: [&str; 5] = ["post_ids", "delegate_id", "starts_at", "ends_at", "reason"];

/// The dialog. Refused, it stays open with what was filled in.
#[component]
pub fn FormDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The list, fetched again afterwards.
    list: Remote<Page<DelegationRow>>,
) -> impl IntoView {
    let people = use_remote(choices);
    view! {
        <Dialog open=open title="新建委托">
            <AsyncView remote=people let:people>
                <Form open=open list=list people=people />
            </AsyncView>
        </Dialog>
    }
}

#[component]
fn Form(
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    /// The list, fetched again afterwards.
    list: Remote<Page<DelegationRow>>,
    /// Whose posts can be passed on, and who could stand in.
    people: Vec<DelegationPerson>,
) -> impl IntoView {
    let session = use_session();
    let toasts = use_toasts();
    let own_id = session.actor().map_or(0, |actor| actor.person_id);
    let administers = session.may(Permission::GrantPosts);
    let principal_choices = principals(&people);
    let people = StoredValue::new(people);
    let principal = RwSignal::new((!administers).then_some(own_id));
    let posts = move || {
        let id = principal.get().unwrap_or_default();
        people.with_value(|people| posts_of(people, id))
    };
    let chosen = RwSignal::new(Vec::<i64>::new());
    // Whoever is away passes on everything, unless something is taken out.
    Effect::new(move |_| chosen.set(posts().into_iter().map(|(id, _)| id).collect()));
    let delegate = RwSignal::new(None::<i64>);
    let delegate_choices = Signal::derive(move || {
        let id = principal.get().unwrap_or_default();
        people.with_value(|people| chosen.with(|chosen| delegates(people, id, chosen)))
    });
    let (starts, ends) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let reason = RwSignal::new(String::new());
    let unfilled = RwSignal::new(false);
    // The posts that count have changed: the menu and the inbox follow.
    let renew = move || {
        spawn_local(async move {
            if let Ok(view) = api::session::current().await {
                session.renew(view);
            }
        });
    };
    let act = use_act(create, move |created: CreatedDelegations| {
        open.set(false);
        let undone = move |_| {
            // The page may be gone by now.
            if !list.is_disposed() {
                list.refetch();
            }
            renew();
        };
        toasts.say_undoable(
            "已委托代办，代办人已收到通知",
            move |_| take_back(created.ids.clone()),
            undone,
        );
        list.refetch();
        renew();
    });
    let send = move || {
        let end = from_local_input(&ends.get_untracked());
        unfilled.set(end.is_none() || delegate.get_untracked().is_none());
        let (Some(ends_at), Some(delegate_id)) = (end, delegate.get_untracked()) else {
            return;
        };
        act.run(CreateDelegation {
            principal_id: principal.get_untracked(),
            post_ids: chosen.get_untracked(),
            delegate_id,
            starts_at: from_local_input(&starts.get_untracked()),
            ends_at,
            reason: reason.get_untracked(),
        });
    };
    let unsaid =
        move |empty: bool, words: &str| (unfilled.get() && empty).then(|| words.to_owned());
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            {administers
                .then(|| {
                    view! {
                        <Select
                            id="delegation-principal"
                            label="委托人"
                            choices=principal_choices
                            value=Signal::derive(move || id_text(principal.get()))
                            on_change=move |value| {
                                delegate.set(None);
                                principal.set(value.parse().ok());
                            }
                            required=true
                        />
                    }
                })}
            <fieldset class="field" aria-describedby="delegation-posts-error">
                <legend class="field__label">"委托的岗位"</legend>
                {move || {
                    posts()
                        .into_iter()
                        .map(|(id, words)| view! { <CheckBox id=id words=words chosen=chosen /> })
                        .collect_view()
                }}
                <p class="field__error" id="delegation-posts-error" aria-live="polite">
                    {move || act.field_error("post_ids")}
                </p>
            </fieldset>
            <Select
                id="delegation-delegate"
                label="代办人"
                choices=delegate_choices
                value=Signal::derive(move || id_text(delegate.get()))
                on_change=move |value| delegate.set(value.parse().ok())
                hint="本部门人员，或其他部门担任相同岗位的人员。"
                required=true
                error=Signal::derive(move || {
                    unsaid(delegate.get().is_none(), "请选择代办人。")
                        .or_else(|| act.field_error("delegate_id"))
                })
            />
            <div class="field-pair delegation-times">
                <DayPicker
                    id="delegation-starts"
                    label="开始时间"
                    value=starts
                    on_change=move |text| starts.set(text)
                    timed=true
                    hint="不填即立即开始。"
                    error=Signal::derive(move || act.field_error("starts_at"))
                />
                <DayPicker
                    id="delegation-ends"
                    label="结束时间"
                    value=ends
                    on_change=move |text| ends.set(text)
                    timed=true
                    hint=format!("到时自动结束，最长 {DAYS_MAX} 天。")
                    required=true
                    error=Signal::derive(move || {
                        let missing = ends.with(|text| from_local_input(text).is_none());
                        unsaid(missing, "请填写完整的结束日期和时间。")
                            .or_else(|| act.field_error("ends_at"))
                    })
                />
            </div>
            <TextArea
                id="delegation-reason"
                label="委托原因"
                value=reason
                rows=2
                required=true
                error=Signal::derive(move || act.field_error("reason"))
            />
            <p class="field__hint">
                "代办人可以同意、退回和撤稿，不能再转委托；同一稿件中委托人和代办人只能在一个环节签署。"
            </p>
            <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Primary
                    submit=true
                    busy=Signal::derive(move || act.pending())
                >
                    "确认委托"
                </Button>
            </div>
        </form>
    }
}

fn id_text(id: Option<i64>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

/// Ends what was just passed on.
async fn take_back(ids: Vec<i64>) -> Result<(), ClientError> {
    for id in ids {
        let form = EndDelegation {
            reason: "委托后随即撤销".to_owned(),
        };
        end(id, form, IdempotencyKey::new()).await?;
    }
    Ok(())
}
