//! The head of a page.

use leptos::prelude::*;

use super::breadcrumb::Breadcrumb;

/// Sets the tab's title and shows where one is, heading, a line below it and the page's acts.
#[component]
pub fn PageHeader(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// A line below the heading.
    #[prop(optional, into)]
    subtitle: Signal<String>,
    /// The page's acts, at the right.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    // The tab is named by an effect outside this page: it may ask once more when the page is gone.
    let tab = move || title.try_get().unwrap_or_default();
    view! {
        <leptos_meta::Title text=tab />
        <Breadcrumb title=title />
        <header class="page-header">
            <div class="page-header__words">
                <h1 class="page-header__title" tabindex="-1">{move || title.get()}</h1>
                {move || {
                    let text = subtitle.get();
                    (!text.is_empty()).then(|| view! { <p class="page-header__subtitle">{text}</p> })
                }}
            </div>
            {children.map(|children| view! { <div class="page-header__acts">{children()}</div> })}
        </header>
    }
}
