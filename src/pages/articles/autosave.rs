//! 自动保存: a moment after the last key, what is typed is kept on the server as well. Until it is,
//! this browser has it (`unsaved`).

use chrono::{DateTime, FixedOffset};
use gloo_timers::callback::Timeout;
use lanmu_api::article::ArticleView;
use lanmu_api::working_copy::{KeptAt, Slot};
use lanmu_domain::article::Content;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::draft::Draft;
use super::unsaved;
use crate::api::ClientError;
use crate::api::working_copy::keep;

/// How long after the last key.
const AFTER_MILLIS: u32 = 3_000;
/// How long until it is tried again without a network.
const AGAIN_MILLIS: u32 = 10_000;

/// How it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// What stands in the form is stored.
    Stored,
    /// Somebody types.
    Typed,
    /// It is on its way.
    Sending,
    /// The server has it.
    Kept(DateTime<FixedOffset>),
    /// No network: this browser has it.
    Offline,
    /// The server does not take it: this browser has it.
    Refused(String),
}

/// What is kept of one form.
#[derive(Clone, Copy)]
pub struct Autosave {
    draft: Draft,
    stored: RwSignal<Option<ArticleView>>,
    form: Signal<Slot>,
    here: Signal<String>,
    state: RwSignal<State>,
    /// Where the server has something.
    kept: StoredValue<Option<Slot>>,
    /// What it has there.
    last: StoredValue<Option<Content>>,
    busy: StoredValue<bool>,
    stopped: StoredValue<bool>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Autosave {
    /// Begins: of which form, and where this browser keeps it meanwhile; whether the server has
    /// something of it already.
    pub fn new(
        draft: Draft,
        stored: RwSignal<Option<ArticleView>>,
        (form, here): (Signal<Slot>, Signal<String>),
        on_server: bool,
    ) -> Self {
        let own = Self {
            draft,
            stored,
            form,
            here,
            state: RwSignal::new(State::Stored),
            kept: StoredValue::new(on_server.then(|| form.get_untracked())),
            last: StoredValue::new(None),
            busy: StoredValue::new(false),
            stopped: StoredValue::new(false),
            timer: StoredValue::new_local(None),
        };
        Effect::new(move |_| {
            let content = draft.content();
            let before = own
                .stored
                .with(|view| view.as_ref().map(|view| view.content.clone()));
            let known = own.last.with_value(|last| last.as_ref() == Some(&content));
            if !is_nothing(before.as_ref(), &content) && !known {
                own.state.set(State::Typed);
            }
            own.push_in(AFTER_MILLIS);
        });
        let online = window_event_listener(ev::online, move |_| own.push());
        on_cleanup(move || {
            online.remove();
            own.leave();
        });
        own
    }

    /// What stood in the form has become something else: nothing more is kept.
    pub fn stop(self) {
        self.stopped.set_value(true);
    }

    /// Dropping the former timer cancels it.
    fn push_in(self, millis: u32) {
        let timer = Timeout::new(millis, move || self.push());
        let _ = self.timer.try_set_value(Some(timer));
    }

    /// Keeps what stands in the form, one request at a time.
    fn push(self) {
        let busy = self.busy.try_get_value().unwrap_or(true);
        if busy || self.stopped.try_get_value().unwrap_or(true) {
            return;
        }
        let Some((slot, version, content)) = self.to_keep() else {
            return;
        };
        self.busy.set_value(true);
        self.state.set(State::Sending);
        spawn_local(async move {
            let answer = keep(slot, version, Some(content.clone())).await;
            self.answered(slot, content, answer);
        });
    }

    /// What the server does not have yet; what it has and should not is forgotten on the way.
    fn to_keep(self) -> Option<(Slot, i64, Content)> {
        let slot = self.form.try_get_untracked()?;
        let content = self.draft.content_untracked();
        let (version, nothing) = self.stored.with_untracked(|view| {
            let before = view.as_ref().map(|view| &view.content);
            let version = view.as_ref().map_or(0, |view| view.version);
            (version, is_nothing(before, &content))
        });
        let kept = self.kept.get_value();
        if let Some(gone) = kept.filter(|kept| nothing || *kept != slot) {
            self.kept.set_value(None);
            self.last.set_value(None);
            spawn_local(async move {
                let _ = keep(gone, 0, None).await;
            });
        }
        if nothing {
            self.state.set(State::Stored);
            return None;
        }
        let known = self.last.with_value(|last| last.as_ref() == Some(&content));
        (!known).then_some((slot, version, content))
    }

    fn answered(self, slot: Slot, content: Content, answer: Result<KeptAt, ClientError>) {
        // The page may be left by now.
        if self.busy.try_set_value(false).is_some() {
            return;
        }
        match answer {
            Ok(kept) => {
                self.kept.set_value(Some(slot));
                if self.draft.content_untracked() == content {
                    unsaved::forget(&self.here.get_untracked());
                    self.state.set(State::Kept(kept.at));
                }
                self.last.set_value(Some(content));
                self.push_in(AFTER_MILLIS);
            }
            Err(ClientError::Network) => {
                self.state.set(State::Offline);
                self.push_in(AGAIN_MILLIS);
            }
            Err(error) => self.state.set(State::Refused(error.message())),
        }
    }

    /// The page is left: what the last seconds brought goes to the server too.
    fn leave(self) {
        let busy = self.busy.try_get_value().unwrap_or(true);
        if busy || self.stopped.try_get_value().unwrap_or(true) {
            return;
        }
        if let Some((slot, version, content)) = self.to_keep() {
            let here = self.here.get_untracked();
            spawn_local(async move {
                if keep(slot, version, Some(content)).await.is_ok() {
                    unsaved::forget(&here);
                }
            });
        }
    }
}

/// Whether there is nothing to keep: it is stored, or nothing was typed.
fn is_nothing(before: Option<&Content>, content: &Content) -> bool {
    match before {
        Some(before) => before == content,
        None => unsaved::is_empty(content),
    }
}

/// The line beside the buttons.
#[component]
pub fn KeepingState(
    /// What is kept.
    autosave: Autosave,
    /// What the server has.
    stored: RwSignal<Option<ArticleView>>,
) -> impl IntoView {
    let words = move || match autosave.state.get() {
        State::Stored => stored.with(|view| {
            let version = view.as_ref().map(|view| view.version)?;
            Some(format!("已保存，第 {version} 版"))
        }),
        State::Typed => Some("有未保存的修改".to_owned()),
        State::Sending => Some("正在自动保存…".to_owned()),
        State::Kept(at) => Some(format!("已自动保存 {}", at.format("%H:%M"))),
        State::Offline => Some("网络中断，内容已存在本机，恢复后自动保存".to_owned()),
        State::Refused(why) => Some(format!("未能自动保存，内容已存在本机：{why}")),
    };
    view! {
        <p class="article-form__status" role="status">
            {words}
        </p>
    }
}
