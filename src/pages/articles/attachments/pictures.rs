//! The pictures in the text: what each says to those who cannot see it.

use lanmu_domain::article::{Reference, references, with_picture};
use leptos::prelude::*;

use super::upload_row::alt_problem;
use crate::ui::button::{Button, Look};
use crate::ui::field::Field;

/// A row for each.
#[component]
pub fn Pictures(
    /// The text as HTML.
    body: RwSignal<String>,
) -> impl IntoView {
    let found = Memo::new(move |_| {
        let all = body.with(|html| references(html));
        all.into_iter()
            .filter(|one| one.alt.is_some())
            .collect::<Vec<_>>()
    });
    let numbered =
        move || -> Vec<(usize, Reference)> { found.get().into_iter().enumerate().collect() };
    view! {
        <Show when=move || found.with(|found| !found.is_empty())>
            <h3>"正文中的图片"</h3>
            <ul class="attachments__list">
                <For
                    each=numbered
                    key=|(index, picture)| (*index, picture.address.clone(), picture.alt.clone())
                    let:row
                >
                    <Picture index=row.0 picture=row.1 body=body />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn Picture(
    /// Which, from 0.
    index: usize,
    /// The picture.
    picture: Reference,
    /// The text.
    body: RwSignal<String>,
) -> impl IntoView {
    let before = picture.alt.unwrap_or_default();
    let alt = RwSignal::new(before.clone());
    let tried = RwSignal::new(before.is_empty());
    let wrong = Signal::derive(move || tried.get().then(|| alt_problem(&alt.get())).flatten());
    let change = move || {
        tried.set(true);
        let words = alt.get_untracked();
        if alt_problem(&words).is_none() {
            body.update(|html| *html = with_picture(html, index, Some(&words)));
        }
    };
    view! {
        <li class="attachments__row">
            <img class="attachments__picture" src=picture.address alt="" />
            <span class="attachments__name">{picture.name}</span>
            <Field
                id=format!("picture-alt-{index}")
                label="替代文字"
                value=alt
                required=true
                error=wrong
            />
            <Show when=move || alt.with(|alt| *alt != before)>
                <Button on_press=move |()| change()>"修改替代文字"</Button>
            </Show>
            <Button
                look=Look::Quiet
                on_press=move |()| body.update(|html| *html = with_picture(html, index, None))
            >
                "移除图片"
            </Button>
        </li>
    }
}
