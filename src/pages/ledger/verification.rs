//! The check of the whole chain, for the audit administrator.

use lanmu_api::ledger::LedgerVerification;
use leptos::prelude::*;

use crate::api::ledger::verify;
use crate::ui::act::use_act;
use crate::ui::button::Button;
use crate::ui::error_state::ErrorLine;

/// A button and what it found.
#[component]
pub fn Verification() -> impl IntoView {
    let found = RwSignal::new(None::<LedgerVerification>);
    let check = use_act(|(), _key| verify(), move |answer| found.set(Some(answer)));
    let words = move || {
        found.get().map(|found| {
            if found.intact {
                format!("校验通过，共 {} 条", found.lines)
            } else {
                format!("校验未通过：{}", found.problem.unwrap_or_default())
            }
        })
    };
    let last = move || {
        found
            .get()
            .filter(|found| !found.last_hash.is_empty())
            .map(|found| {
                view! {
                    <span class="ledger-verification__hash">
                        "末条校验值 " <code>{found.last_hash}</code>
                    </span>
                }
            })
    };
    let wrong = move || found.with(|found| found.as_ref().is_some_and(|found| !found.intact));
    view! {
        <p class="ledger-verification" class:ledger-verification--wrong=wrong role="status">
            {words} {last}
        </p>
        <ErrorLine message=Signal::derive(move || check.error().map(|error| error.message())) />
        <Button
            busy=Signal::derive(move || check.pending())
            on_press=move |()| check.run(())
        >
            "校验台账"
        </Button>
    }
}
