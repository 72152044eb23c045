//! Keeps the page up to date, and says when a backup has ended.

use std::time::Duration;

use lanmu_api::backup::BackupsView;
use lanmu_domain::text::file_size;
use leptos::prelude::*;

use crate::ui::remote::Remote;
use crate::ui::toast::{Toasts, use_toasts};

/// While one is being made.
const OFTEN: Duration = Duration::from_secs(1);
/// Otherwise: another administrator may begin one.
const SELDOM: Duration = Duration::from_secs(10);

/// What the page has seen last.
#[derive(Clone, Copy)]
pub struct Following {
    list: Remote<BackupsView>,
    last: StoredValue<Option<BackupsView>>,
}

impl Following {
    /// An act was answered with this. A backup may be made before the page asks again.
    pub fn saw(self, view: BackupsView) {
        self.last.set_value(Some(view));
        self.list.refetch();
    }
}

/// Asks again and again as long as the page is there.
pub fn follow(list: Remote<BackupsView>) -> Following {
    let toasts = use_toasts();
    let last = StoredValue::new(None::<BackupsView>);
    let running = Memo::new(move |_| {
        let view = list.get().and_then(Result::ok);
        view.is_some_and(|view| view.running.is_some())
    });
    Effect::new(move |_| {
        let pause = if running.get() { OFTEN } else { SELDOM };
        let asking = set_interval_with_handle(move || list.refetch(), pause);
        on_cleanup(move || {
            if let Ok(asking) = asking {
                asking.clear();
            }
        });
    });
    Effect::new(move |_| {
        let Some(Ok(now)) = list.get() else { return };
        if let Some(before) = last.get_value() {
            say_how_it_ended(toasts, &before, &now);
        }
        last.set_value(Some(now));
    });
    Following { list, last }
}

/// A failure is shown on the page, and read out there.
fn say_how_it_ended(toasts: Toasts, before: &BackupsView, now: &BackupsView) {
    let Some(running) = &before.running else {
        return;
    };
    let still = now.running.as_ref();
    if still.is_some_and(|still| still.started_at == running.started_at) {
        return;
    }
    let made = now.items.iter().find(|file| !before.items.contains(file));
    if let Some(file) = made {
        toasts.say(format!("备份已完成，{}", file_size(file.bytes)));
    } else if now.failure == before.failure {
        toasts.say("已取消备份");
    }
}
