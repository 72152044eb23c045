//! Short news of what was done, and of what takes a while; read out by screen readers.

use std::time::Duration;

use leptos::prelude::*;

const SHOWN: Duration = Duration::from_secs(5);

type Cancel = Box<dyn Fn()>;

/// A line.
#[derive(Clone, Copy)]
struct Toast {
    id: u32,
    text: ArenaText,
    running: Option<Running>,
}

/// Lives as long as the app: what takes a while outlives the page on which it began.
type ArenaText = StoredValue<String>;

/// What was done lately, and what is being done.
#[derive(Clone, Copy)]
pub struct Toasts {
    next: StoredValue<u32>,
    shown: RwSignal<Vec<Toast>>,
    owner: StoredValue<Owner>,
}

impl Toasts {
    /// Says what was done.
    pub fn say(self, text: impl Into<String>) {
        let id = self.show(text.into(), |_| None);
        set_timeout(move || self.hide(id), SHOWN);
    }

    /// Says what is being done, until that ends. It can be cancelled once it is known how.
    pub fn begin(self, text: impl Into<String>) -> Running {
        let running = |id| Running {
            toasts: self,
            id,
            progress: RwSignal::new(String::new()),
            cancel: StoredValue::new_local(None),
            cancelled: StoredValue::new(false),
        };
        let mut begun = None;
        self.show(text.into(), |id| {
            begun = Some(running(id));
            begun
        });
        // `show` has called it.
        begun.unwrap_or_else(|| running(0))
    }

    fn show(self, text: String, running: impl FnOnce(u32) -> Option<Running>) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        let toast = self.owner.get_value().with(|| Toast {
            id,
            text: StoredValue::new(text),
            running: running(id),
        });
        self.shown.update(|shown| shown.push(toast));
        id
    }

    fn hide(self, id: u32) {
        self.shown
            .update(|shown| shown.retain(|other| other.id != id));
    }
}

/// Something that takes a while.
#[derive(Clone, Copy)]
pub struct Running {
    toasts: Toasts,
    id: u32,
    progress: RwSignal<String>,
    cancel: StoredValue<Option<Cancel>, LocalStorage>,
    cancelled: StoredValue<bool>,
}

impl Running {
    /// Says how far it is; this is not read out.
    pub fn say(self, text: impl Into<String>) {
        self.progress.set(text.into());
    }

    /// How it is cancelled.
    pub fn on_cancel(self, cancel: impl Fn() + 'static) {
        self.cancel.set_value(Some(Box::new(cancel)));
    }

    /// Whether somebody cancelled it.
    #[must_use]
    pub fn is_cancelled(self) -> bool {
        self.cancelled.get_value()
    }

    /// It has ended, one way or another.
    pub fn end(self) {
        self.toasts.hide(self.id);
    }

    fn cancel(self) {
        self.cancelled.set_value(true);
        self.cancel.with_value(|cancel| {
            if let Some(cancel) = cancel {
                cancel();
            }
        });
    }
}

/// Makes toasts known to everything below.
pub fn provide_toasts() {
    provide_context(Toasts {
        next: StoredValue::new(0),
        shown: RwSignal::new(Vec::new()),
        owner: StoredValue::new(Owner::current().unwrap_or_default()),
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
            <For each=move || toasts.shown.get() key=|toast| toast.id let:toast>
                <p class="toast">
                    <span>{toast.text.get_value()}</span>
                    {toast
                        .running
                        .map(|running| {
                            view! {
                                <span class="toast__progress" aria-hidden="true">
                                    {move || running.progress.get()}
                                </span>
                                <button
                                    type="button"
                                    class="toast__cancel"
                                    on:click=move |_| running.cancel()
                                >
                                    "取消"
                                </button>
                            }
                        })}
                </p>
            </For>
        </div>
    }
}
