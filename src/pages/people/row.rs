//! A person with posts, and what may be done.

use lanmu_api::page::Page;
use lanmu_api::person::{HeldPost, IssuedPassword, PersonRow, SetActive};
use lanmu_api::site::DepartmentView;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;
use leptos_router::components::A;

use super::grant::GrantDialog;
use super::issued::Issued;
use crate::api::person::{end_post, reset_password, set_active};
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::confirm::Confirm;
use crate::ui::remote::Remote;
use crate::ui::toast::use_toasts;

/// A card of the list.
#[component]
pub fn PersonCard(
    /// The person.
    person: PersonRow,
    /// The list, fetched again after every act.
    list: Remote<Page<PersonRow>>,
    /// The departments in which a post can be granted.
    departments: Remote<Vec<DepartmentView>>,
    /// Where a new password is shown.
    issued: Issued,
) -> impl IntoView {
    let session = use_session();
    let toasts = use_toasts();
    let PersonRow {
        id,
        name,
        login,
        active,
        posts,
    } = person;
    let manages = session.may(Permission::ManagePeople);
    let grants = session.may(Permission::GrantPosts);
    let (resetting, switching, granting) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let person_name = StoredValue::new(name.clone());
    let reset = use_act(
        move |(), key| reset_password(id, key),
        move |answer: IssuedPassword| {
            resetting.set(false);
            issued.show(person_name.get_value(), answer.password);
        },
    );
    let switch = use_act(
        move |(), key| set_active(id, SetActive { active: !active }, key),
        move |()| {
            switching.set(false);
            let words = if active {
                "账号已停用"
            } else {
                "账号已启用"
            };
            let undo = move |key| set_active(id, SetActive { active }, key);
            toasts.say_undoable(words, undo, move |_| {
                if !list.is_disposed() {
                    list.refetch();
                }
            });
            list.refetch();
        },
    );
    let (switch_title, switch_message, switch_look) = if active {
        (
            "停用账号",
            format!("停用后{name}不能登录，已登录的立即退出。"),
            Look::Danger,
        )
    } else {
        ("启用账号", format!("启用后{name}可以登录。"), Look::Plain)
    };
    let reset_message = format!("{name}的原密码立即失效，已登录的须重新登录。");
    let grants_here = grants && active;
    let has_posts = !posts.is_empty();
    view! {
        <li class="person-card">
            <div>
                <p class="person-card__name">
                    {name} <span class="person-card__login">{login}</span>
                    {(!active).then(|| view! { <span class="badge">"已停用"</span> })}
                </p>
                <ul class="person-card__posts">
                    {posts
                        .into_iter()
                        .map(|held| view! { <HeldPostRow held=held person_id=id grants=grants list=list /> })
                        .collect_view()}
                </ul>
            </div>
            <div class="form__acts">
                {grants_here
                    .then(|| {
                        view! { <Button on_press=move |()| granting.set(true)>"授予岗位"</Button> }
                    })}
                {(grants && has_posts)
                    .then(|| {
                        view! {
                            <A href=format!("/people/{id}/handover") attr:class=Look::Plain.class()>
                                "工作交接"
                            </A>
                        }
                    })}
                {manages
                    .then(|| {
                        view! {
                            <Button on_press=move |()| resetting.set(true)>"重置密码"</Button>
                            <Button look=switch_look on_press=move |()| switching.set(true)>
                                {switch_title}
                            </Button>
                        }
                    })}
            </div>
        </li>
        <Confirm
            open=resetting
            title="重置密码"
            message=reset_message
            action="确认重置"
            act=reset
        />
        <Confirm
            open=switching
            title=switch_title
            message=switch_message
            action="确认"
            act=switch
        />
        {grants_here
            .then(|| {
                view! { <GrantDialog open=granting person_id=id name=person_name.get_value() list departments /> }
            })}
    }
}

#[component]
fn HeldPostRow(
    /// The post.
    held: HeldPost,
    /// Who holds it.
    person_id: i64,
    /// Whether the reader may end it.
    grants: bool,
    /// The list, fetched again afterwards.
    list: Remote<Page<PersonRow>>,
) -> impl IntoView {
    let toasts = use_toasts();
    let ending = RwSignal::new(false);
    let post_id = held.id;
    let end = use_act(
        move |(), key| end_post(person_id, post_id, key),
        move |()| {
            ending.set(false);
            toasts.say("岗位已解除");
            list.refetch();
        },
    );
    let words = format!(
        "{}{}（{}）",
        held.post.department_name,
        held.post.post.role.label(),
        held.post.post.title
    );
    let message = format!("解除“{words}”，立即生效，该人员不能再以此岗位审核或填报。");
    view! {
        <li class="person-card__post">
            {words}
            {grants
                .then(|| {
                    view! {
                        <Button look=Look::Quiet on_press=move |()| ending.set(true)>
                            "解除"
                        </Button>
                    }
                })}
            <Confirm
                open=ending
                title="解除岗位"
                message=message
                action="确认解除"
                act=end
            />
        </li>
    }
}
