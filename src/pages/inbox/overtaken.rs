//! Somebody else was faster.

use lanmu_api::article::ArticleView;
use lanmu_api::error::ErrorCode;
use leptos::prelude::*;

use crate::api::ClientError;
use crate::date::long_stamp;
use crate::ui::button::Button;
use crate::ui::remote::Remote;

/// Whether the item is no longer what the person saw.
#[must_use]
pub fn is_overtaken(error: &ClientError) -> bool {
    matches!(
        error.code(),
        Some(ErrorCode::Stale | ErrorCode::Refused | ErrorCode::NotFound)
    )
}

/// Why an act failed; where the item has changed, who did what, and a way to see it. What was
/// typed stays.
#[component]
pub fn Overtaken(
    /// Why the act failed, where it is not about a field.
    #[prop(into)]
    error: Signal<Option<ClientError>>,
    /// The article, fetched again on request.
    remote: Remote<ArticleView>,
    /// Before it is fetched: forget the error, close a dialog.
    on_fetch: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let words = move |error: &ClientError| {
        let ClientError::Api(api) = error else {
            return error.message();
        };
        api.conflict.as_ref().map_or_else(
            || error.message(),
            |conflict| {
                format!(
                    "{}于{}{}，本页内容已不是最新，您的操作没有生效。",
                    conflict.changed_by,
                    long_stamp(conflict.changed_at),
                    conflict.what
                )
            },
        )
    };
    view! {
        <div role="alert">
            {move || {
                error
                    .get()
                    .map(|error| {
                        view! {
                            <div class="overtaken">
                                <p>{words(&error)}</p>
                                {is_overtaken(&error)
                                    .then(|| {
                                        view! {
                                            <Button on_press=move |()| {
                                                on_fetch();
                                                remote.refetch();
                                            }>"查看最新内容"</Button>
                                        }
                                    })}
                            </div>
                        }
                    })
            }}
        </div>
    }
}
