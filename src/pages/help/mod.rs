//! 帮助: the manual, opened at the section for the page where one was.

mod manual;
mod topic;

use lanmu_domain::role::Role;
use leptos::prelude::*;

use crate::api::query;
use crate::session::{Session, use_session};
use crate::ui::page_header::PageHeader;
use crate::ui::url_state::use_url_state;

pub use manual::{CHAPTERS, Chapter, chapter_of};
pub use topic::topic_of;

/// The address of a chapter or of a section, by its heading.
#[must_use]
pub fn help_at(heading: &str) -> String {
    format!("/help{}", query(&[("at", Some(heading.to_owned()))]))
}

/// The page.
#[component]
pub fn Help() -> impl IntoView {
    let session = use_session();
    let at = use_url_state("at");
    let chapter = Memo::new(move |_| {
        let heading = at.get();
        chapter_of(&heading)
            .or_else(|| chapter_of(own_chapter(session)?))
            .unwrap_or(&CHAPTERS[0])
    });
    // The text is there once this page is.
    Effect::new(move |_| {
        let heading = at.get();
        chapter.track();
        request_animation_frame(move || bring_into_view(&heading));
    });
    view! {
        <PageHeader title="使用手册" subtitle="按岗位说明怎样办理日常工作" />
        <div class="manual">
            <Contents chapter=chapter />
            <article class="manual__text" aria-labelledby="manual-chapter">
                {move || {
                    let chapter = chapter.get();
                    view! {
                        <h2 id="manual-chapter">{chapter.title}</h2>
                        <div inner_html=chapter.html></div>
                    }
                }}
            </article>
        </div>
    }
}

/// The chapters, and the sections of the one that is open. Their addresses differ in the query only,
/// so that `A` would call all of them the current one.
#[component]
fn Contents(
    /// The chapter that is open.
    chapter: Memo<&'static Chapter>,
) -> impl IntoView {
    let links = move || {
        CHAPTERS
            .iter()
            .map(|one| {
                let open = chapter.get() == one;
                view! {
                    <li>
                        <a
                            href=help_at(one.title)
                            class="manual__link"
                            aria-current=open.then_some("true")
                        >
                            {one.title}
                        </a>
                        {open.then(|| view! { <Sections chapter=one /> })}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <nav class="manual__contents" aria-label="手册目录">
            <ul>{links}</ul>
        </nav>
    }
}

#[component]
fn Sections(
    /// Of which chapter.
    chapter: &'static Chapter,
) -> impl IntoView {
    let links = chapter
        .sections
        .iter()
        .map(|section| {
            view! {
                <li>
                    <a href=help_at(section) class="manual__link manual__link--section">
                        {*section}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul>{links}</ul> }
}

/// The chapter for the first post of whoever reads.
fn own_chapter(session: Session) -> Option<&'static str> {
    let who = session.who()?;
    who.posts.first().map(|view| Role::label(view.post.role))
}

fn bring_into_view(heading: &str) {
    if let Some(section) = document().get_element_by_id(heading) {
        section.scroll_into_view();
    }
}
