//! Granting a post.

use lanmu_api::page::Page;
use lanmu_api::person::{GrantPost, PersonRow};
use lanmu_api::site::DepartmentView;
use lanmu_domain::role::Role;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::api::person::grant_post;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::remote::Remote;
use crate::ui::select::{Choice, Select};
use crate::ui::toast::use_toasts;

/// The dialog.
#[component]
pub fn GrantDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// To whom.
    person_id: i64,
    /// The name of that person.
    name: String,
    /// The list, fetched again afterwards.
    list: Remote<Page<PersonRow>>,
    /// The departments to choose from.
    departments: Remote<Vec<DepartmentView>>,
) -> impl IntoView {
    let toasts = use_toasts();
    // 缺审核人 leads here with what is missing.
    let asked = use_query_map().get_untracked();
    let asked_role = asked.get("role").and_then(|key| Role::from_key(&key));
    let asked_department: Option<i64> = asked.get("department").and_then(|id| id.parse().ok());
    let role = RwSignal::new(asked_role.unwrap_or(Role::Officer));
    let department = RwSignal::new(asked_department);
    let title = RwSignal::new(String::new());
    let roles = Role::ALL
        .map(|role| Choice::new(role.key(), role.label()))
        .to_vec();
    let department_choices = Signal::derive(move || {
        let known = departments.get().and_then(Result::ok).unwrap_or_default();
        std::iter::once(Choice::new("", "请选择部门"))
            .chain(
                known
                    .into_iter()
                    .map(|department| Choice::new(department.id, department.name)),
            )
            .collect::<Vec<_>>()
    });
    let grant = use_act(
        move |form: GrantPost, key| grant_post(person_id, form, key),
        move |()| {
            open.set(false);
            toasts.say("岗位已授予");
            list.refetch();
        },
    );
    view! {
        <Dialog open=open title=format!("授予岗位：{name}")>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    let role = role.get();
                    let department_id = department.get().filter(|_| role.is_departmental());
                    grant.run(GrantPost { role, department_id, title: title.get() });
                }
            >
                <Select
                    id="post-role"
                    label="岗位"
                    choices=roles.clone()
                    value=Signal::derive(move || role.get().key().to_owned())
                    on_change=move |key| {
                        if let Some(chosen) = Role::from_key(&key) {
                            role.set(chosen);
                        }
                    }
                    error=Signal::derive(move || grant.field_error("role"))
                />
                {move || {
                    role.get()
                        .is_departmental()
                        .then(|| {
                            view! {
                                <Select
                                    id="post-department"
                                    label="部门"
                                    choices=department_choices
                                    value=Signal::derive(move || {
                                        department.get().map(|id| id.to_string()).unwrap_or_default()
                                    })
                                    on_change=move |value| department.set(value.parse().ok())
                                    required=true
                                    error=Signal::derive(move || grant.field_error("department_id"))
                                />
                            }
                        })
                }}
                <Field
                    id="post-title"
                    label="职务"
                    value=title
                    hint="台账和审批表上显示的职务，如“信息股股长”。"
                    required=true
                    error=Signal::derive(move || grant.field_error("title"))
                />
                <ErrorLine message=Signal::derive(move || {
                    grant.general_error(&["role", "department_id", "title"])
                }) />
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <Button
                        look=Look::Primary
                        submit=true
                        busy=Signal::derive(move || grant.pending())
                    >
                        "授予"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
