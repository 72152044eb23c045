//! Two people in one draft: each is told of the other, and of what the other saved.

use lanmu_api::article::ArticleView;
use lanmu_api::error::Conflict;
use lanmu_api::path::article_presence;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::article::article;
use crate::date::long_stamp;
use crate::live::use_live;
use crate::session::use_session;
use crate::ui::presence::OthersHere;

/// Who else is here, and whether what is stored is no longer what this page began with.
#[component]
pub fn Presence(
    /// What the server has; `None` until the first save.
    stored: RwSignal<Option<ArticleView>>,
) -> impl IntoView {
    let changed = RwSignal::new(None::<Conflict>);
    let id = Memo::new(move |_| stored.with(|view| view.as_ref().map(|view| view.row.id)));
    let session = use_session();
    use_live().subscribe(move |changes| {
        let Some(id) = id.get_untracked() else { return };
        if !changes.touches_article(id) {
            return;
        }
        spawn_local(async move {
            let Ok(now) = article(id).await else { return };
            let known = stored
                .try_with_untracked(|view| view.as_ref().map(|view| view.version))
                .flatten();
            let own = session
                .who()
                .is_some_and(|who| who.name == now.last_change.changed_by);
            if known.is_some_and(|known| known < now.version) && !own {
                changed.try_set(Some(now.last_change));
            }
        });
    });
    view! {
        <OthersHere at=Signal::derive(move || id.get().map(article_presence)) doing="编辑此稿" />
        <div role="alert">
            {move || {
                changed
                    .get()
                    .map(|conflict| {
                        let words = format!(
                            "{}于{}{}。您的内容仍在本页，直接保存会被拒绝；请另开窗口查看最新内容，合并后再保存。",
                            conflict.changed_by,
                            long_stamp(conflict.changed_at),
                            conflict.what,
                        );
                        let href = id.get().map(|id| format!("/articles/{id}"));
                        view! {
                            <p class="notice notice--warning">
                                {words} " "
                                <a href=href target="_blank" rel="noopener">
                                    "查看最新内容（新窗口）"
                                </a>
                            </p>
                        }
                    })
            }}
        </div>
    }
}
