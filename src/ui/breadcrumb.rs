//! Where one is: the way from a page of the first level to this one.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::session::use_session;
use crate::shell::navigation::{label_of, open_places};

/// The pages above one: address and name, the highest first. None for pages of the first level.
#[must_use]
fn above(path: &str) -> Vec<(String, &'static str)> {
    let mut parts = path.trim_matches('/').split('/');
    let (Some(first), Some(second)) = (parts.next(), parts.next()) else {
        return Vec::new();
    };
    let top = format!("/{first}");
    let Some(label) = label_of(&top) else {
        return Vec::new();
    };
    let mut all = vec![(top, label)];
    if parts.next().is_some() {
        match (first, second) {
            ("articles", _) => all.push((format!("/articles/{second}"), "查看稿件")),
            ("matrix", "drafts") => all.push(("/matrix/versions".to_owned(), "责任表调整")),
            ("roster", "collections") => {
                all.push(("/roster/collections".to_owned(), "收集工作机构表"));
            }
            _ => {}
        }
    }
    all
}

/// The way here, where there is one; the last part is the page's title. What the person may not
/// open is named without a link.
#[component]
pub fn Breadcrumb(
    /// The title of the page.
    title: Signal<String>,
) -> impl IntoView {
    let session = use_session();
    // The page keeps the way by which it was opened while the next one is being fetched.
    let path = use_location().pathname.get_untracked();
    let above = above(&path);
    if above.is_empty() {
        return ().into_any();
    }
    let first = above[0].0.clone();
    let open = move || open_places(session).any(|place| place.href == first);
    let open = Memo::new(move |_| open());
    let steps = above
        .into_iter()
        .map(|(href, label)| {
            view! {
                <li class="breadcrumb__step">
                    {move || {
                        if open.get() {
                            view! { <A href=href.clone()>{label}</A> }.into_any()
                        } else {
                            label.into_any()
                        }
                    }}
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="breadcrumb" aria-label="所在位置">
            <ol class="breadcrumb__steps">
                {steps}
                <li class="breadcrumb__step" aria-current="page">
                    {move || title.get()}
                </li>
            </ol>
        </nav>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::above;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn names(path: &str) -> Vec<(String, &'static str)> {
        above(path)
    }

    #[test]
    fn pages_of_the_first_level_have_nothing_above() {
        for path in ["/", "/matrix", "/password", "/nothing/1"] {
            assert!(names(path).is_empty(), "{path}");
        }
    }

    #[test]
    fn deeper_pages_name_what_is_above() {
        assert_eq!(names("/matrix/check"), [("/matrix".to_owned(), "责任矩阵")]);
        assert_eq!(names("/inbox/7"), [("/inbox".to_owned(), "审核箱")]);
        assert_eq!(
            names("/articles/7/edit"),
            [
                ("/articles".to_owned(), "稿件"),
                ("/articles/7".to_owned(), "查看稿件")
            ]
        );
        let draft = [
            ("/matrix".to_owned(), "责任矩阵"),
            ("/matrix/versions".to_owned(), "责任表调整"),
        ];
        assert_eq!(names("/matrix/drafts/3"), draft);
        assert_eq!(names("/roster/collections").len(), 1);
        assert_eq!(names("/roster/collections/3").len(), 2);
        assert_eq!(names("/matrix/duties/3").len(), 1);
        assert_eq!(names("/articles/7"), [("/articles".to_owned(), "稿件")]);
    }
}
