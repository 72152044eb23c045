//! 存疑 on the page of an article.

use lanmu_api::article::{ArticleView, PublishedAt};
use lanmu_domain::review::ArticleState;
use lanmu_domain::role::Role;
use leptos::prelude::*;

use crate::date::long_stamp;
use crate::session::Session;
use crate::ui::doubt_mark::DoubtMark;

/// Why the time is doubtful, and what follows from it; nothing where it is not.
#[component]
pub fn Doubts(
    /// The publication.
    publication: PublishedAt,
    /// Where the article stands.
    state: ArticleState,
) -> impl IntoView {
    (!publication.doubts.is_empty()).then(|| {
        let words = match &publication.verdict {
            None if state == ArticleState::Withdrawn => "稿件已撤稿，不再认定。".to_owned(),
            None => "由协调人核实后才计入更新；时间填错的，可以更正。".to_owned(),
            Some(given) => format!(
                "{}于{}{}：{}",
                given.by,
                long_stamp(given.at),
                given.verdict.label(),
                given.note
            ),
        };
        let verdict = publication.verdict.map(|given| given.verdict);
        view! {
            <dt>"发布核实"</dt>
            <dd>
                <DoubtMark doubts=publication.doubts verdict=verdict />
                <p>{words}</p>
            </dd>
        }
    })
}

/// The publication, where an officer of the department can correct its time.
#[must_use]
pub fn to_correct(session: Session, view: &ArticleView) -> Option<PublishedAt> {
    let actor = session.actor()?;
    actor.post_in(Role::Officer, view.row.department_id)?;
    view.publication
        .clone()
        .filter(|_| view.row.state == ArticleState::Published)
        .filter(|it| !it.doubts.is_empty() && it.verdict.is_none())
}
