//! What a card shows in place of the buttons, and where one goes from there.

use lanmu_domain::permission::Permission;
use lanmu_domain::review::ArticleState;
use leptos::html;
use leptos::prelude::*;
use leptos_router::components::A;

use super::typed::Typed;
use crate::api::article::inbox;
use crate::session::use_session;
use crate::ui::button::Look;
use crate::ui::remote::use_remote;

/// The bar of a card on which this person has nothing to decide.
#[component]
pub fn Onward(
    /// The article.
    id: i64,
    /// Where it stands.
    state: ArticleState,
    /// What this person typed and did here.
    typed: Typed,
) -> impl IntoView {
    let session = use_session();
    let words = match state {
        ArticleState::InSectionReview => "待审核：等待股室领导审核。",
        ArticleState::InReleaseReview => "待审发：等待分管领导审发。",
        ArticleState::Draft => "草稿：内容有修改或已撤回，待填录人员重新提交。",
        ArticleState::Returned => "已退回：待填录人员修改后重新提交。",
        ArticleState::Released => "已审发：待填录人员登记发布地址。",
        ArticleState::Published => "已发布。",
        ArticleState::Withdrawn => "已撤稿。",
        ArticleState::Corrected => "已更正：由更正稿件替代。",
        ArticleState::Filed => "已归档：不上网发布。",
    };
    let node = NodeRef::<html::P>::new();
    // The button that was pressed is gone: the keyboard goes on here.
    Effect::new(move |_| {
        if let Some(node) = node.get()
            && typed.decided.get_untracked()
        {
            let _ = node.focus();
        }
    });
    view! {
        <div class="decision decision--done" role="group" aria-label="办理进展">
            <p class="decision__state" tabindex="-1" node_ref=node>
                {words}
            </p>
            <div class="decision__onward">
                <A href=format!("/articles/{id}") attr:class=Look::Plain.class()>
                    "查看稿件"
                </A>
                {move || {
                    session.may(Permission::ReviewArticles).then(|| view! { <Next after=id /> })
                }}
            </div>
        </div>
    }
}

/// Back to the inbox, and the item that waits longest.
#[component]
pub fn Next(
    /// The article that is left.
    after: i64,
) -> impl IntoView {
    let waiting = use_remote(|| inbox(None, None));
    let next = move || {
        let page = waiting.get()?.ok()?;
        page.items
            .into_iter()
            .map(|item| item.row)
            .find(|row| row.id != after)
    };
    view! {
        <A href="/inbox" attr:class=Look::Plain.class()>
            "回到审核箱"
        </A>
        {move || {
            next()
                .map(|row| {
                    view! {
                        <A
                            href=format!("/inbox/{}", row.id)
                            attr:class=Look::Primary.class()
                            attr:title=row.title
                        >
                            "下一件"
                        </A>
                    }
                })
        }}
    }
}
