//! An open card that somebody else has settled says so at once.

use lanmu_api::article::ArticleView;
use lanmu_api::error::Conflict;
use lanmu_api::session::SessionView;
use lanmu_domain::delegation::signed_name;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::onward::Next;
use crate::api::article::article;
use crate::date::long_stamp;
use crate::live::use_live;
use crate::session::use_session;
use crate::ui::button::Button;
use crate::ui::remote::Remote;

/// Who changed the item after this version was shown; `None` while it is as shown. Whoever has
/// nothing to decide sees the new version without being asked.
pub fn watch_settled(
    view: &ArticleView,
    remote: Remote<ArticleView>,
    decides: bool,
) -> RwSignal<Option<Conflict>> {
    let (id, version) = (view.row.id, view.version);
    let session = use_session();
    let settled = RwSignal::new(None);
    use_live().subscribe(move |changes| {
        if !changes.touches_article(id) {
            return;
        }
        if !decides {
            remote.refetch();
            return;
        }
        spawn_local(async move {
            match article(id).await {
                Ok(now) if now.version == version => {}
                // One's own act, here or in another window, is no surprise.
                Ok(now) if is_own(session.who(), &now.last_change) => remote.refetch(),
                // The card may be gone by now.
                Ok(now) => drop(settled.try_set(Some(now.last_change))),
                // Gone, or out of sight: the card says so itself.
                Err(error) if error.code().is_some() => remote.refetch(),
                Err(_) => {}
            }
        });
    });
    settled
}

fn is_own(who: Option<SessionView>, change: &Conflict) -> bool {
    who.is_some_and(|who| {
        let standing_in = signed_name(&who.name, Some("x"));
        let prefix = standing_in.strip_suffix('x').unwrap_or_default();
        change.changed_by == who.name || change.changed_by.starts_with(prefix)
    })
}

/// Who did what, and the ways on. What was typed stays.
#[component]
pub fn SettledElsewhere(
    /// Who changed it.
    settled: RwSignal<Option<Conflict>>,
    /// The article, fetched again on request.
    remote: Remote<ArticleView>,
    /// The article.
    article_id: i64,
    /// Whether something else says it already.
    #[prop(into)]
    said: Signal<bool>,
) -> impl IntoView {
    view! {
        <div role="alert">
            {move || {
                settled
                    .get()
                    .filter(|_| !said.get())
                    .map(|conflict| {
                        let words = format!(
                            "{}于{}{}，本页内容已不是最新。",
                            conflict.changed_by,
                            long_stamp(conflict.changed_at),
                            conflict.what,
                        );
                        view! {
                            <div class="overtaken">
                                <p>{words}</p>
                                <Button on_press=move |()| remote.refetch()>"查看最新内容"</Button>
                                <Next after=article_id />
                            </div>
                        }
                    })
            }}
        </div>
    }
}
