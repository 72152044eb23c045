//! What was typed before and not saved is back: said, and taken back where it is not wanted.

use chrono::{DateTime, FixedOffset};
use lanmu_api::working_copy::WorkingCopy;
use lanmu_domain::article::Content;
use leptos::prelude::*;

use crate::date::long_stamp;
use crate::ui::button::{Button, Look};

/// The notice above the form.
#[component]
pub fn Restored(
    /// Whether something was.
    restored: RwSignal<bool>,
    /// Whether the article was changed since.
    overtaken: bool,
    /// When it was kept, where it comes from the server.
    at: Option<DateTime<FixedOffset>>,
    /// What the server has besides, e.g. from another computer.
    other: Option<WorkingCopy>,
    /// That instead.
    on_other: impl Fn(Content) + Copy + Send + Sync + 'static,
    /// None of it.
    on_discard: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let when = at.map_or_else(
        || "上次未保存".to_owned(),
        |at| format!("{}自动保存", long_stamp(at)),
    );
    let since = if overtaken {
        "此后稿件被他人修改过，请核对后再保存。"
    } else {
        ""
    };
    let words = StoredValue::new(format!("已恢复您{when}的内容。{since}"));
    let other = StoredValue::new(other);
    let shown = RwSignal::new(false);
    view! {
        <Show when=move || restored.get()>
            <div class="notice">
                <p>{words.get_value()}</p>
                {move || {
                    let copy = other.get_value().filter(|_| !shown.get())?;
                    let label = format!("改用{}自动保存的内容", long_stamp(copy.at));
                    Some(
                        view! {
                            <Button
                                look=Look::Quiet
                                on_press=move |()| {
                                    on_other(copy.content.clone());
                                    shown.set(true);
                                }
                            >
                                {label}
                            </Button>
                        },
                    )
                }}
                <Button look=Look::Quiet on_press=move |()| on_discard()>
                    "放弃恢复的内容"
                </Button>
            </div>
        </Show>
    }
}
