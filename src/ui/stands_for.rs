//! In whose name an act would be done, said before it is done.

use lanmu_api::article::ArticleView;
use lanmu_domain::review::ActKind;
use leptos::prelude::*;

use super::review_case::stands_in_for;
use crate::session::use_session;

/// A line for who stands in; nothing for who acts under the own post.
#[component]
pub fn StandsFor(
    /// The article.
    view: ArticleView,
    /// The act.
    act: ActKind,
) -> impl IntoView {
    let of = use_session()
        .actor()
        .and_then(|actor| stands_in_for(&view, &actor, act));
    of.map(|of| {
        view! {
            <p class="notice stands-for">
                {format!(
                    "您将代{}（{}）办理，台账记为代办。",
                    of.principal_name,
                    of.post.title,
                )}
            </p>
        }
    })
}
