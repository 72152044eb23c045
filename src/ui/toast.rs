//! Short news of what was done, read out by screen readers.

use std::time::Duration;

use leptos::prelude::*;

const SHOWN: Duration = Duration::from_secs(5);

/// What was done lately.
#[derive(Clone, Copy)]
pub struct Toasts {
    next: StoredValue<u32>,
    shown: RwSignal<Vec<(u32, String)>>,
}

impl Toasts {
    /// Says what was done.
    pub fn say(self, text: impl Into<String>) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        let text = text.into();
        self.shown.update(|shown| shown.push((id, text)));
        let shown = self.shown;
        set_timeout(
            move || shown.update(|shown| shown.retain(|(other, _)| *other != id)),
            SHOWN,
        );
    }
}

/// Makes toasts known to everything below.
pub fn provide_toasts() {
    provide_context(Toasts {
        next: StoredValue::new(0),
        shown: RwSignal::new(Vec::new()),
    });
}

/// The toasts.
#[must_use]
pub fn use_toasts() -> Toasts {
    expect_context::<Toasts>()
}

/// Where they appear.
#[component]
pub fn ToastList() -> impl IntoView {
    let toasts = use_toasts();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.shown.get() key=|(id, _)| *id let:item>
                <p class="toast">{item.1}</p>
            </For>
        </div>
    }
}
