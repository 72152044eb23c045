//! Who else has the same thing open, an item or a draft of the matrix.

use std::time::Duration;

use lanmu_api::presence::PresentPerson;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::presence::present;
use crate::date::long_stamp;
use crate::live::is_untouched;

/// How often the page says that it is there, while somebody touches it.
const EVERY: Duration = Duration::from_secs(20);

/// Says that the page is here as long as it is open, and warns of the others.
#[component]
pub fn OthersHere(
    /// The address under which it says so; `None` until there is something to be at.
    #[prop(into)]
    at: Signal<Option<String>>,
    /// What two at once would do, e.g. 编辑此稿.
    doing: &'static str,
) -> impl IntoView {
    let others = RwSignal::new(Vec::<PresentPerson>::new());
    let at = Memo::new(move |_| at.get());
    let say = move || {
        let Some(at) = at.get_untracked() else { return };
        spawn_local(async move {
            // Not being able to ask is no reason to disturb whoever works.
            if let Ok(found) = present(&at, false).await {
                others.try_set(found);
            }
        });
    };
    Effect::new(move |_| {
        if at.with(Option::is_some) {
            say();
        }
    });
    let clock = set_interval_with_handle(
        move || {
            if !is_untouched() && !document().hidden() {
                say();
            }
        },
        EVERY,
    );
    on_cleanup(move || {
        if let Ok(clock) = clock {
            clock.clear();
        }
        if let Some(at) = at.try_get_untracked().flatten() {
            spawn_local(async move {
                let _ = present(&at, true).await;
            });
        }
    });
    view! {
        <div role="status">
            {move || {
                others
                    .get()
                    .into_iter()
                    .map(|other| {
                        let words = format!(
                            "{}（{}）自{}起也在{doing}。请先商定由谁修改，后保存的一方须合并对方的内容。",
                            other.name,
                            other.post,
                            long_stamp(other.since),
                        );
                        view! { <p class="notice notice--warning">{words}</p> }
                    })
                    .collect_view()
            }}
        </div>
    }
}
