//! What of the article is shown: all of it, or what changed.

use lanmu_api::review_card::{Against, ReviewCardView};
use leptos::prelude::*;

use crate::ui::url_state::UrlState;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// 全文.
    Full,
    /// What changed against something.
    Against(Against),
}

/// The key of 全文 in the address.
const FULL: &str = "full";

/// What the address asks for; without it the most telling comparison there is, so that from the
/// list to what changed is one tap. 全文 while it is not known yet.
#[must_use]
pub fn chosen_tab(asked: &str, known: Option<&[Against]>) -> Chosen {
    let named = Against::ALL.into_iter().find(|a| a.key() == asked);
    let telling = known.and_then(|known| known.first().copied());
    match (asked, named) {
        (FULL, _) => Chosen::Full,
        (_, Some(against)) => Chosen::Against(against),
        (_, None) => telling.map_or(Chosen::Full, Chosen::Against),
    }
}

/// The tabs. What was submitted before is offered to whoever has not seen it.
#[component]
pub fn Tabs(
    /// What is known beside the article.
    facts: Memo<Option<ReviewCardView>>,
    /// What is shown.
    chosen: Memo<Chosen>,
    /// Where the choice is kept.
    state: UrlState,
) -> impl IntoView {
    let tab = move |key: &'static str, label: &'static str, is: Chosen| {
        view! {
            <button
                type="button"
                class="segments__button"
                aria-pressed=move || (chosen.get() == is).to_string()
                on:click=move |_| state.set(key)
            >
                {label}
            </button>
        }
    };
    let against =
        move |against: Against| tab(against.key(), against.label(), Chosen::Against(against));
    let resubmitted = move || {
        facts.with(|facts| {
            facts
                .as_ref()
                .is_some_and(|facts| facts.against.contains(&Against::Submitted))
        })
    };
    view! {
        <div class="segments review-card__tabs" role="group" aria-label="查看方式">
            {tab(FULL, "全文", Chosen::Full)} {against(Against::Live)} {against(Against::Seen)}
            {move || resubmitted().then(|| against(Against::Submitted))}
        </div>
    }
}
