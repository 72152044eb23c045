//! Somebody else changed the draft in the meantime: who, when, what, and how to go on.

use lanmu_api::error::ErrorCode;
use leptos::prelude::*;

use super::work::Work;
use crate::api::ClientError;
use crate::date::long_stamp;
use crate::ui::act::Act;
use crate::ui::button::Button;

/// Why an act was refused, line by line; where the draft is another one by now, with 载入最新内容,
/// which leaves what was typed as it is.
#[component]
pub fn Refused<I: 'static>(
    /// The act.
    act: Act<I>,
    /// The draft.
    work: Work,
    /// The fields that show their own errors.
    #[prop(optional)]
    fields: &'static [&'static str],
) -> impl IntoView {
    let stale = Memo::new(move |_| {
        act.error()
            .is_some_and(|error| error.code() == Some(ErrorCode::Stale))
    });
    // The notice goes when the latest is there, not when it was asked for.
    let asked = RwSignal::new(false);
    Effect::new(move |_| {
        if asked.get() && !work.reload.pending() && work.reload.error().is_none() {
            asked.set(false);
            act.clear();
        }
    });
    let lines = move || {
        let mut all = act
            .error()
            .map(|error| lines(&error, fields))
            .unwrap_or_default();
        if asked.get() {
            all.extend(work.reload.error().map(|error| error.message()));
        }
        all
    };
    view! {
        <div class="error-line-slot" role="alert">
            {move || {
                lines()
                    .into_iter()
                    .map(|line| view! { <p class="error-line">{line}</p> })
                    .collect_view()
            }}
        </div>
        <Show when=move || stale.get()>
            <div class="draft-stale">
                <p>"您填写的内容都保留在页面上。载入最新内容后，请核对并重新提交。"</p>
                <Button
                    busy=Signal::derive(move || work.reload.pending())
                    on_press=move |()| {
                        work.reload.clear();
                        work.reload.run(());
                        asked.set(true);
                    }
                >
                    "载入最新内容"
                </Button>
            </div>
        </Show>
    }
}

fn lines(error: &ClientError, shown: &[&str]) -> Vec<String> {
    let ClientError::Api(api) = error else {
        return vec![error.message()];
    };
    if let Some(conflict) = &api.conflict {
        return vec![format!(
            "{}于{}{}，本次没有提交。",
            conflict.changed_by,
            long_stamp(conflict.changed_at),
            conflict.what,
        )];
    }
    let others: Vec<String> = api
        .fields
        .iter()
        .filter(|field| !shown.contains(&field.field.as_str()))
        .map(|field| field.message.clone())
        .collect();
    if others.is_empty() && api.fields.is_empty() {
        vec![error.message()]
    } else {
        others
    }
}
