//! The review card: all that a reviewer needs on one screen, and both buttons always in reach.

use lanmu_api::article::ArticleView;
use lanmu_api::review_card::ReviewCardView;
use lanmu_domain::permission::Permission;
use lanmu_domain::review::{ActKind, Availability};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;

use super::changes::{Chosen, Tabs, chosen_tab};
use super::comparison::ComparisonView;
use super::decision::Decision;
use super::head::Head;
use super::movement::{Movement, Neighbours};
use super::settled::watch_settled;
use super::side::Side;
use super::text::Text;
use super::typed::Typed;
use crate::api::article::article;
use crate::api::review_card::{mark_seen, review_card};
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::corrections::Corrections;
use crate::ui::empty_stage::EmptyStage;
use crate::ui::remote::{Remote, use_remote};
use crate::ui::review_case::availabilities;
use crate::ui::url_state::use_url_state;

/// The page. Another article is another card: nothing typed on the one before comes along.
#[component]
pub fn ReviewCard() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params
            .with(|params| params.get("id")?.parse::<i64>().ok())
            .unwrap_or_default()
    });
    move || view! { <Card id=id.get() /> }
}

#[component]
fn Card(
    /// The article.
    id: i64,
) -> impl IntoView {
    let remote = use_remote(move || article(id));
    let beside = use_remote(move || review_card(id));
    let typed = Typed::new();
    view! {
        <AsyncView remote=remote let:view>
            <Shown view=view remote=remote beside=beside typed=typed />
        </AsyncView>
    }
}

#[component]
fn Shown(
    /// The article.
    view: ArticleView,
    /// Where it comes from.
    remote: Remote<ArticleView>,
    /// What is shown beside it.
    beside: Remote<ReviewCardView>,
    /// What this person typed.
    typed: Typed,
) -> impl IntoView {
    let session = use_session();
    let id = view.row.id;
    if session.may(Permission::ReviewArticles) && view.row.state.awaited_stage().is_some() {
        let revision = view.revision.clone();
        // Not being able to note it is no reason to disturb: the next card compares with an
        // earlier revision, which shows more, not less.
        spawn_local(async move {
            let _ = mark_seen(id, revision).await;
        });
    }
    let facts = Memo::new(move |_| beside.get().and_then(Result::ok));
    let tab = use_url_state("view");
    let chosen = Memo::new(move |_| {
        facts.with(|facts| chosen_tab(&tab.get(), facts.as_ref().map(|f| f.against.as_slice())))
    });
    let returning = RwSignal::new(false);
    let open_acts = session
        .actor()
        .map(|actor| availabilities(&view, &actor))
        .unwrap_or_default();
    let found = |act| open_acts.iter().find(|open| open.act == act);
    let returns = found(ActKind::Return).is_some_and(Availability::is_allowed);
    // Where nothing is to be decided, the bar below leads on.
    let decides = view.row.state.awaited_stage().is_some()
        && found(ActKind::Approve).is_some_and(Availability::is_relevant);
    let settled = watch_settled(&view, remote, decides);
    // What is told would lie under the dialog; the words typed in it stay.
    Effect::new(move |_| {
        if settled.with(Option::is_some) {
            returning.set(false);
        }
    });
    let text = StoredValue::new(view.clone());
    view! {
        <Movement facts=facts typed=typed>
            <Head view=view.clone() facts=facts>
                {decides.then(|| view! { <Neighbours facts=facts /> })}
            </Head>
            <Corrections view=view.clone() />
            <EmptyStage view=view.clone() />
            <Tabs facts=facts chosen=chosen state=tab />
            <div class="review-card__columns">
                <section class="review-card__text" aria-label="稿件内容" tabindex="0">
                    {move || match chosen.get() {
                        Chosen::Full => {
                            view! {
                                <Text
                                    view=text.get_value()
                                    typed=typed
                                    returning=returns.then_some(returning)
                                />
                            }
                                .into_any()
                        }
                        Chosen::Against(against) => {
                            view! { <ComparisonView view=text.get_value() against=against /> }
                                .into_any()
                        }
                    }}
                </section>
                <Side view=view.clone() remote=remote />
            </div>
            <Decision view=view remote=remote typed=typed returning=returning settled=settled />
        </Movement>
    }
}
