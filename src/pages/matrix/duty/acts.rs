//! What can be done about a duty.

use lanmu_api::matrix::DutyView;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Role;
use lanmu_domain::rule::{RuleSource, Trigger};
use leptos::prelude::*;
use leptos_router::components::A;

use super::attest_dialog::AttestDialog;
use super::event_dialog::EventDialog;
use crate::session::use_session;
use crate::ui::button::{Button, Look};

/// 去填报, 登记触发事件, 核对无变化: whichever the person may do here.
#[component]
pub fn Acts(
    /// The duty.
    view: DutyView,
    /// Follows when something was done.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let session = use_session();
    let row = &view.row;
    let owners: Vec<i64> = row.owners.iter().map(|owner| owner.department_id).collect();
    let writes: Vec<(i64, String)> = untrack(|| session.departments_as(Role::Officer))
        .into_iter()
        .filter(|(id, _)| owners.contains(id))
        .collect();
    let whole = untrack(|| session.may(Permission::ManageMatrix));
    let registers = untrack(|| session.may(Permission::RegisterEvents));
    let mut triggers: Vec<Trigger> = view
        .rules
        .iter()
        .flat_map(|rule| rule.rule.triggers())
        .copied()
        .collect();
    triggers.sort_unstable();
    triggers.dedup();
    let yearly = view
        .rules
        .iter()
        .any(|rule| rule.source == RuleSource::Yearly);
    let may_register = registers && !triggers.is_empty() && (whole || !writes.is_empty());
    let may_attest = yearly && !writes.is_empty();
    if writes.is_empty() && !may_register && !may_attest {
        return ().into_any();
    }
    let (duty_id, column_id) = (row.id, row.column_id);
    let several = writes.len() > 1;
    let links = writes
        .iter()
        .map(|(id, name)| {
            let href = format!("/articles/new?column={column_id}&department={id}&duty={duty_id}");
            let words = if several {
                format!("去填报（{name}）")
            } else {
                "去填报".to_owned()
            };
            view! {
                <A href=href attr:class=Look::Primary.class()>
                    {words}
                </A>
            }
        })
        .collect_view();
    let event_open = RwSignal::new(false);
    let attest_open = RwSignal::new(false);
    view! {
        <div class="duty-acts">
            {links}
            {may_register
                .then(|| {
                    view! {
                        <Button on_press=move |()| event_open.set(true)>"登记触发事件"</Button>
                        <EventDialog
                            open=event_open
                            duty_id=duty_id
                            triggers=triggers
                            done=done
                        />
                    }
                })}
            {may_attest
                .then(|| {
                    view! {
                        <Button on_press=move |()| attest_open.set(true)>"核对无变化"</Button>
                        <AttestDialog
                            open=attest_open
                            duty_id=duty_id
                            departments=writes
                            done=done
                        />
                    }
                })}
        </div>
    }
    .into_any()
}
