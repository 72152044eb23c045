//! 调整责任部门.

use lanmu_api::matrix::ChangeOwners;
use lanmu_api::path;
use leptos::prelude::*;

use crate::api;
use crate::api::change::Asked;
use crate::ui::change::{ChangeForm, Wording, use_change};
use crate::ui::check_list::CheckList;
use crate::ui::dialog::Dialog;
use crate::ui::remote::use_remote;
use crate::ui::toast::use_toasts;

const WORDING: Wording = Wording {
    day: Some(("effective_from", "生效日期")),
    reason: "调整原因",
    action: "确认调整",
    fields: &["department_ids"],
};

/// The dialog.
#[component]
pub fn OwnersDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The duty.
    duty_id: i64,
    /// Who answers for it now.
    owners: Vec<i64>,
    /// Follows when that was changed.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let owners = StoredValue::new(owners);
    view! {
        <Dialog open=open title="调整责任部门">
            <OwnersForm open=open duty_id=duty_id owners=owners.get_value() done=done />
        </Dialog>
    }
}

#[component]
fn OwnersForm(
    /// The dialog.
    open: RwSignal<bool>,
    /// The duty.
    duty_id: i64,
    /// Who answers for it now.
    owners: Vec<i64>,
    /// Follows when that was changed.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let departments = use_remote(api::site::departments);
    let chosen = RwSignal::new(owners.clone());
    let nobody = RwSignal::new(false);
    // Those who answer now first: whoever leaves is found without a search.
    let choices = Signal::derive(move || {
        let known = departments.get().and_then(Result::ok).unwrap_or_default();
        let mut choices: Vec<(i64, String)> = known.into_iter().map(|d| (d.id, d.name)).collect();
        choices.sort_by_key(|(id, _)| !owners.contains(id));
        choices
    });
    let change = use_change(
        WORDING,
        move |effective_from, reason| {
            let nobody = nobody.get();
            let form = ChangeOwners {
                department_ids: if nobody { Vec::new() } else { chosen.get() },
                nobody,
                effective_from,
                reason,
            };
            Ok(Asked::new(path::duty_act(duty_id, "owners"), &form))
        },
        move || {
            open.set(false);
            toasts.say("已登记责任部门调整");
            done.run(());
        },
    );
    view! {
        <ChangeForm
            change=change
            open=open
            hint="新的责任部门自这一天起负责，此前由原责任部门负责。分工表的写法有疑问而责任部门无误的，不改勾选，填今天的日期确认，写法改为部门全称。"
        >
            <label class="check" for="owners-nobody">
                <input
                    type="checkbox"
                    id="owners-nobody"
                    prop:checked=move || nobody.get()
                    on:change=move |event| nobody.set(event_target_checked(&event))
                />
                <span>"暂无责任部门"</span>
            </label>
            <div hidden=move || nobody.get()>
                <CheckList
                    id="owners"
                    legend="责任部门"
                    choices=choices
                    chosen=chosen
                    error=change.error("department_ids")
                />
            </div>
        </ChangeForm>
    }
}
