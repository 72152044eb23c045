//! What the table leaves open.

use lanmu_domain::annex::Doubt;
use leptos::prelude::*;

/// 待确认事项; nothing where nothing is open.
#[component]
pub fn Doubts(
    /// What is open.
    doubts: Vec<Doubt>,
) -> impl IntoView {
    if doubts.is_empty() {
        return ().into_any();
    }
    let items = doubts
        .into_iter()
        .map(|doubt| {
            view! {
                <li>
                    <p class="duty-doubt__kind">{doubt.kind.label()}</p>
                    <p>{doubt.message}</p>
                    {(!doubt.text.is_empty())
                        .then(|| {
                            view! {
                                <p class="duty-note">
                                    {format!("{}原文：{}", doubt.cell, doubt.text)}
                                </p>
                            }
                        })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card duty-doubts" id="doubts" aria-labelledby="doubts-title">
            <h2 id="doubts-title">"待确认"</h2>
            <ul class="duty-items">{items}</ul>
        </section>
    }
    .into_any()
}
