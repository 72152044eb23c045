//! The way to the server: a stream of events, and asking while there is none.
//!
//! A clock of one second drives it: it opens the stream, notices that it broke or fell silent, asks
//! meanwhile, and waits longer after every failure. While the page is hidden nothing runs; shown
//! again, it goes on after the last line of the ledger that it knows.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Date, Math};
use lanmu_api::change::Changes;
use lanmu_api::error::ErrorCode;
use lanmu_api::path;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{EventSource, MessageEvent};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::{Live, Way};
use crate::api::live::changes_since;

const CLOCK: Duration = Duration::from_secs(1);
/// The server gives a sign of life every 15 seconds.
const SILENT: f64 = 40_000.0;
/// How often it asks while there is no stream: what others did has to show within two seconds.
const ASK_EVERY: f64 = 1_000.0;
/// The first and the longest wait after failures.
const STREAM_AGAIN: (f64, f64) = (2_000.0, 60_000.0);
const ASK_AGAIN: (f64, f64) = (2_000.0, 30_000.0);

/// The link. One for the whole app; it is never dropped.
#[derive(Clone, Copy)]
pub(super) struct Link(StoredValue<Rc<Inner>, LocalStorage>);

struct Inner {
    live: Live,
    /// Whether somebody is signed in.
    wanted: Cell<bool>,
    clock: RefCell<Option<IntervalHandle>>,
    /// The last line of the ledger that is known.
    sequence: Cell<Option<i64>>,
    stream: RefCell<Option<Stream>>,
    /// Whether an event came on this stream.
    streaming: Cell<bool>,
    broken: Cell<bool>,
    heard_at: Cell<f64>,
    stream_due: Cell<f64>,
    stream_failures: Cell<i32>,
    asking: Cell<bool>,
    ask_due: Cell<f64>,
    ask_failures: Cell<i32>,
}

/// An open stream with what is called when something comes.
struct Stream {
    source: EventSource,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _alive: Closure<dyn FnMut()>,
    _error: Closure<dyn FnMut()>,
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.set_onmessage(None);
        self.source.set_onerror(None);
        self.source.close();
    }
}

impl Link {
    pub(super) fn new(live: Live) -> Self {
        let inner = Rc::new(Inner {
            live,
            wanted: Cell::new(false),
            clock: RefCell::new(None),
            sequence: Cell::new(None),
            stream: RefCell::new(None),
            streaming: Cell::new(false),
            broken: Cell::new(false),
            heard_at: Cell::new(0.0),
            stream_due: Cell::new(0.0),
            stream_failures: Cell::new(0),
            asking: Cell::new(false),
            ask_due: Cell::new(0.0),
            ask_failures: Cell::new(0),
        });
        for event in ["visibilitychange", "online"] {
            let inner = Rc::clone(&inner);
            let _ = window_event_listener_untyped(event, move |_| inner.resume());
        }
        Self(StoredValue::new_local(inner))
    }

    /// Somebody is signed in.
    pub(super) fn start(self) {
        self.0.with_value(|inner| {
            inner.wanted.set(true);
            inner.resume();
        });
    }

    /// Nobody is.
    pub(super) fn stop(self) {
        self.0.with_value(|inner| {
            inner.wanted.set(false);
            inner.resume();
        });
    }
}

impl Inner {
    /// Begins where it is wanted and the page is shown, otherwise rests.
    fn resume(self: &Rc<Self>) {
        if !self.wanted.get() || document().hidden() {
            if let Some(clock) = self.clock.borrow_mut().take() {
                clock.clear();
            }
            self.close();
            self.live.way.set(Way::None);
            return;
        }
        self.stream_due.set(0.0);
        self.stream_failures.set(0);
        self.ask_failures.set(0);
        // The first question says where the ledger stands; later ones only where the stream fails.
        let wait = if self.sequence.get().is_some() {
            ASK_EVERY
        } else {
            0.0
        };
        self.ask_due.set(Date::now() + wait);
        if self.clock.borrow().is_none() {
            let inner = Rc::clone(self);
            let clock = set_interval_with_handle(move || inner.tick(), CLOCK);
            *self.clock.borrow_mut() = clock.ok();
        }
        self.tick();
    }

    fn tick(self: &Rc<Self>) {
        let now = Date::now();
        let open = self.stream.borrow().is_some();
        if open && (self.broken.get() || now - self.heard_at.get() > SILENT) {
            self.close();
            let failures = self.stream_failures.get();
            self.stream_failures.set(failures + 1);
            self.stream_due.set(now + later(failures, STREAM_AGAIN));
            self.ask_due.set(now);
        } else if !open && self.sequence.get().is_some() && now >= self.stream_due.get() {
            self.open();
        }
        if !self.streaming.get() && !self.asking.get() && now >= self.ask_due.get() {
            self.ask();
        }
    }

    fn open(self: &Rc<Self>) {
        let since = self.sequence.get().unwrap_or_default();
        let address = format!("{}?sequence={since}", path::CHANGES);
        let Ok(source) = EventSource::new(&address) else {
            // A browser without events asks.
            self.stream_due.set(f64::INFINITY);
            return;
        };
        let inner = Rc::clone(self);
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            if let Ok(changes) = serde_json::from_str::<Changes>(&text) {
                inner.hear(Way::Events);
                inner.take(&changes);
            }
        });
        let inner = Rc::clone(self);
        let alive = Closure::<dyn FnMut()>::new(move || inner.hear(Way::Events));
        let inner = Rc::clone(self);
        // The stream is not closed from inside its own call.
        let error = Closure::<dyn FnMut()>::new(move || {
            inner.broken.set(true);
            let inner = Rc::clone(&inner);
            set_timeout(move || inner.tick(), Duration::ZERO);
        });
        source.set_onmessage(Some(message.as_ref().unchecked_ref()));
        source.set_onerror(Some(error.as_ref().unchecked_ref()));
        let _ = source.add_event_listener_with_callback("alive", alive.as_ref().unchecked_ref());
        self.broken.set(false);
        self.heard_at.set(Date::now());
        *self.stream.borrow_mut() = Some(Stream {
            source,
            _message: message,
            _alive: alive,
            _error: error,
        });
    }

    fn close(&self) {
        self.stream.borrow_mut().take();
        self.streaming.set(false);
        self.broken.set(false);
    }

    /// Something came.
    fn hear(&self, way: Way) {
        if way == Way::Events {
            self.heard_at.set(Date::now());
            self.streaming.set(true);
            self.stream_failures.set(0);
        }
        self.ask_failures.set(0);
        if self.live.way.get_untracked() != way {
            self.live.way.set(way);
        }
    }

    fn take(&self, changes: &Changes) {
        self.sequence.set(Some(changes.sequence));
        if !changes.is_empty() {
            self.live.tell(changes);
        }
    }

    fn ask(self: &Rc<Self>) {
        self.asking.set(true);
        let inner = Rc::clone(self);
        spawn_local(async move {
            let answer = changes_since(inner.sequence.get()).await;
            inner.asking.set(false);
            if inner.clock.borrow().is_none() {
                return;
            }
            let now = Date::now();
            match answer {
                // The stream was faster, and went further.
                Ok(_) if inner.streaming.get() => {}
                Ok(changes) => {
                    let first = inner.sequence.get().is_none();
                    inner.ask_due.set(now + ASK_EVERY);
                    if first {
                        // The stream follows at once.
                        inner.sequence.set(Some(changes.sequence));
                        inner.tick();
                    } else {
                        inner.hear(Way::Asking);
                        inner.take(&changes);
                    }
                }
                // The sign-in dialog opens; what was typed stays.
                Err(error) if error.code() == Some(ErrorCode::NotSignedIn) => {
                    inner.ask_due.set(now + ASK_EVERY);
                }
                Err(_) => {
                    let failures = inner.ask_failures.get();
                    inner.ask_failures.set(failures + 1);
                    inner.ask_due.set(now + later(failures, ASK_AGAIN));
                    inner.live.way.set(Way::Cut);
                }
            }
        });
    }
}

/// When to try again: twice as long after every failure, and never all pages at the same moment.
fn later(failures: i32, (first, longest): (f64, f64)) -> f64 {
    let wait = (first * 2_f64.powi(failures.min(10))).min(longest);
    wait * (0.5 + Math::random() / 2.0)
}
