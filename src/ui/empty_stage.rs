//! 缺审核人: an item that nobody can review now, and what can be done about it.

use lanmu_api::article::{ActOnVersion, ArticleView};
use lanmu_domain::permission::Permission;
use lanmu_domain::review::Stage;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::api::delegation::request_reviewer;
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;
use crate::ui::toast::use_toasts;

/// Which people are missing: `审核环节缺少股室领导、审发环节缺少分管领导`.
#[must_use]
pub fn missing_in_words(stages: &[Stage]) -> String {
    stages
        .iter()
        .map(|stage| {
            format!(
                "{}环节缺少可以办理的{}",
                stage.label(),
                stage.role().label()
            )
        })
        .collect::<Vec<_>>()
        .join("，")
}

/// Where somebody is named for a stage in a department.
#[must_use]
pub fn naming_address(department_id: i64, stage: Stage) -> String {
    format!(
        "/people?department={department_id}&role={}",
        stage.role().key()
    )
}

/// The notice on an article; nothing where every stage has somebody.
#[component]
pub fn EmptyStage(
    /// The article.
    view: ArticleView,
) -> impl IntoView {
    let stages = view.empty_stages.clone();
    (!stages.is_empty()).then(|| {
        let blocked = view
            .row
            .state
            .awaited_stage()
            .filter(|stage| stages.contains(stage));
        let words = missing_in_words(&stages);
        let department = view.row.department_name.clone();
        let text = if blocked.is_some() {
            format!(
                "缺审核人：{department}{words}。稿件在此等待，落实人员后继续办理，不会自动通过。"
            )
        } else {
            format!("提示：{department}{words}，稿件到该环节将等待，落实人员后继续办理。")
        };
        view! {
            <div class="notice notice--warning empty-stage" role="status">
                <p>{text}</p>
                {blocked.map(|stage| view! { <Help view=view.clone() stage=stage /> })}
            </div>
        }
    })
}

#[component]
fn Help(
    /// The article.
    view: ArticleView,
    /// The stage that it waits at.
    stage: Stage,
) -> impl IntoView {
    let session = use_session();
    let toasts = use_toasts();
    let (id, version) = (view.row.id, view.version);
    let asked = RwSignal::new(false);
    let request = use_act(
        move |(), key| request_reviewer(id, ActOnVersion { version }, key),
        move |_| {
            asked.set(true);
            toasts.say("已请安全管理员和协调人落实人员");
        },
    );
    if session.may(Permission::GrantPosts) {
        let href = naming_address(view.row.department_id, stage);
        return view! {
            <A href=href attr:class=Look::Plain.class()>
                "落实人员"
            </A>
        }
        .into_any();
    }
    view! {
        <ErrorLine message=Signal::derive(move || request.error().map(|error| error.message())) />
        <Button
            disabled=asked
            busy=Signal::derive(move || request.pending())
            on_press=move |()| request.run(())
        >
            {move || if asked.get() { "已请求" } else { "请求落实人员" }}
        </Button>
    }
    .into_any()
}
