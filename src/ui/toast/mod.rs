//! Short news of what was done, and of what takes a while; read out by screen readers.

mod list;

use std::future::Future;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, IdempotencyKey};
pub use list::ToastList;

const SHOWN: Duration = Duration::from_secs(5);

/// So many lines that only say something are shown: more would cover what one works at.
const SAID_AT_ONCE: usize = 2;

/// Seconds for which something can be taken back, those not counted in which the line is pointed at
/// or has the focus.
const UNDO_SECONDS: u32 = 12;

type Cancel = Box<dyn Fn()>;

/// A line.
#[derive(Clone, Copy)]
struct Toast {
    id: u32,
    text: ArenaText,
    running: Option<Running>,
    undo: Option<Undo>,
}

impl Toast {
    /// Whether it only says something.
    const fn is_plain(&self) -> bool {
        self.running.is_none() && self.undo.is_none()
    }
}

/// How it is taken back.
#[derive(Clone, Copy)]
struct Undo {
    run: StoredValue<Cancel, LocalStorage>,
    held: RwSignal<bool>,
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
    /// Says what was done. Of several said one after the other the earliest makes room.
    pub fn say(self, text: impl Into<String>) {
        let said = self.shown.with_untracked(|shown| {
            let plain = shown.iter().filter(|toast| toast.is_plain());
            plain.map(|toast| toast.id).collect::<Vec<_>>()
        });
        for id in said.iter().rev().skip(SAID_AT_ONCE - 1) {
            self.hide(*id);
        }
        let id = self.show(text.into(), |_| None, || None);
        set_timeout(move || self.hide(id), SHOWN);
    }

    /// Says what was done, and offers to take it back for a while. `send` takes it back, `done` follows;
    /// refused, it is said why.
    pub fn say_undoable<T, Fut>(
        self,
        text: impl Into<String>,
        send: impl Fn(IdempotencyKey) -> Fut + 'static,
        done: impl Fn(T) + Clone + 'static,
    ) where
        T: 'static,
        Fut: Future<Output = Result<T, ClientError>> + 'static,
    {
        let key = IdempotencyKey::new();
        let run = move || {
            let (answer, done) = (send(key.clone()), done.clone());
            spawn_local(async move {
                match answer.await {
                    Ok(after) => {
                        self.say("已撤销刚才的操作");
                        done(after);
                    }
                    Err(error) => self.say(format!("没有撤销：{}", error.message())),
                }
            });
        };
        let mut held = None;
        let id = self.show(
            text.into(),
            |_| None,
            || {
                let undo = Undo {
                    run: StoredValue::new_local(Box::new(run)),
                    held: RwSignal::new(false),
                };
                held = Some(undo.held);
                Some(undo)
            },
        );
        if let Some(held) = held {
            self.count_down(id, held, UNDO_SECONDS);
        }
    }

    fn count_down(self, id: u32, held: RwSignal<bool>, left: u32) {
        let step = move || {
            let left = if held.get_untracked() { left } else { left - 1 };
            if left == 0 {
                self.hide(id);
            } else {
                self.count_down(id, held, left);
            }
        };
        set_timeout(step, Duration::from_secs(1));
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
        let show = |id| {
            begun = Some(running(id));
            begun
        };
        self.show(text.into(), show, || None);
        // `show` has called it.
        begun.unwrap_or_else(|| running(0))
    }

    fn show(
        self,
        text: String,
        running: impl FnOnce(u32) -> Option<Running>,
        undo: impl FnOnce() -> Option<Undo>,
    ) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        let toast = self.owner.get_value().with(|| Toast {
            id,
            text: StoredValue::new(text),
            running: running(id),
            undo: undo(),
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
