//! Why the last backup was not made.

use lanmu_api::backup::BackupFailure;
use leptos::prelude::*;

use crate::date::long_stamp;
use crate::ui::error_state::ErrorLine;

/// The reason, until another backup is made.
#[component]
pub fn FailureLine(
    /// The last failure.
    failure: Memo<Option<BackupFailure>>,
) -> impl IntoView {
    let words = move || {
        failure.get().map(|failure| {
            let BackupFailure { at, by, message } = failure;
            format!("{by}于{}进行的备份失败：{message}", long_stamp(at))
        })
    };
    view! { <ErrorLine message=Signal::derive(words) /> }
}
