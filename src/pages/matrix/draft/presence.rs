//! Two coordinators in one draft: each is told of the other, and of what the other did.

use std::time::Duration;

use lanmu_api::change::Area;
use lanmu_api::error::ErrorCode;
use lanmu_api::matrix_draft::DraftView;
use lanmu_api::path::matrix_draft_act;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::work::Work;
use crate::api::matrix_draft::draft;
use crate::date::long_stamp;
use crate::live::use_live;
use crate::session::use_session;
use crate::ui::button::Button;
use crate::ui::presence::OthersHere;

/// Whoever decided or threw away the draft on this page leaves it within that time.
const LEAVES_WITHIN: Duration = Duration::from_secs(2);

/// Who else is here, what they stored, and that the draft is none any more.
#[component]
pub fn Presence(
    /// The draft.
    work: Work,
) -> impl IntoView {
    let id = work.draft.with_untracked(|draft| draft.id);
    let latest = RwSignal::new(None::<DraftView>);
    let gone = RwSignal::new(false);
    let session = use_session();
    use_live().subscribe(move |changes| {
        if !changes.touches(Area::Duties) {
            return;
        }
        spawn_local(async move {
            match draft(id).await {
                Ok(now) => {
                    let own = session
                        .who()
                        .is_some_and(|who| who.name == now.changed_by_name);
                    if !own {
                        latest.try_set(Some(now));
                    }
                }
                Err(error) if error.code() == Some(ErrorCode::NotFound) => {
                    let tell = move || {
                        gone.try_set(true);
                    };
                    set_timeout(tell, LEAVES_WITHIN);
                }
                Err(_) => {}
            }
        });
    });
    // Once it was loaded, or saved over, it is no news.
    let news = Memo::new(move |_| {
        let known = work.draft.with(|draft| draft.version);
        let latest = latest.get().filter(|latest| known < latest.version)?;
        Some(format!(
            "{}于{}修改了这份草案。您填写的内容都保留在页面上；请载入最新内容，核对后再保存。",
            latest.changed_by_name,
            long_stamp(latest.changed_at),
        ))
    });
    let at = matrix_draft_act(id, "presence");
    view! {
        <OthersHere at=Signal::stored(Some(at)) doing="修改这份草案" />
        <div role="alert">
            {move || {
                gone.get()
                    .then(|| {
                        view! {
                            <p class="notice notice--warning">
                                "这份草案已由他人确定生效或者放弃，不能再修改。"
                            </p>
                        }
                    })
            }}
            {move || {
                news.get()
                    .map(|words| {
                        view! {
                            <div class="draft-stale draft-news">
                                <p>{words}</p>
                                <Button
                                    busy=Signal::derive(move || work.reload.pending())
                                    on_press=move |()| work.reload.run(())
                                >
                                    "载入最新内容"
                                </Button>
                            </div>
                        }
                    })
            }}
        </div>
        <Loaded work=work />
    }
}

/// What was different in what was loaded; nothing once the draft was saved again.
#[component]
pub fn Loaded(
    /// The draft.
    work: Work,
) -> impl IntoView {
    view! {
        <div role="status">
            {move || {
                work.loaded
                    .get()
                    .map(|lines| {
                        let items = lines
                            .into_iter()
                            .map(|line| view! { <li>{line}</li> })
                            .collect_view();
                        view! {
                            <div class="notice draft-news">
                                <p>"已载入最新内容，与您原来看到的不同之处："</p>
                                <ul>{items}</ul>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
