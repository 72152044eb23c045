//! A handwritten signature as it was drawn.

use lanmu_domain::review::{HANDWRITING_HEIGHT, HANDWRITING_WIDTH};
use leptos::prelude::*;

/// The lines; the server stored nothing but lines.
#[component]
pub fn Handwriting(
    /// SVG path data.
    #[prop(into)]
    path: Signal<String>,
    /// Whose it is, for screen readers.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <svg
            class="handwriting"
            viewBox=format!("0 0 {HANDWRITING_WIDTH} {HANDWRITING_HEIGHT}")
            role="img"
            aria-label=label
            focusable="false"
        >
            <path d=move || path.get() />
        </svg>
    }
}
