//! 管理: what a coordinator keeps of a duty and its column.

mod address_dialog;
mod close_dialog;
mod owners_dialog;
mod rules_dialog;
mod settings;

use lanmu_api::column::ColumnDetail;
use lanmu_api::matrix::DutyView;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use crate::api;
use crate::date::long_day;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Button;
use crate::ui::remote::use_remote;
use address_dialog::AddressDialog;
use close_dialog::CloseDialog;
use owners_dialog::OwnersDialog;
use rules_dialog::RulesDialog;
use settings::Settings;

/// The card; nothing for people who do not keep the matrix.
#[component]
pub fn Manage(
    /// The duty.
    view: DutyView,
    /// Follows when something was changed.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let session = use_session();
    if !untrack(|| session.may(Permission::ManageMatrix)) {
        return ().into_any();
    }
    let column_id = view.row.column_id;
    let column = use_remote(move || api::column::column(column_id));
    let view = StoredValue::new(view);
    let changed = UnsyncCallback::new(move |()| {
        column.refetch();
        done.run(());
    });
    view! {
        <section class="card" aria-labelledby="manage-title">
            <h2 id="manage-title">"管理"</h2>
            <AsyncView remote=column let:column>
                <Keeping column=column view=view.get_value() done=changed />
            </AsyncView>
        </section>
    }
    .into_any()
}

#[component]
fn Keeping(
    /// The column of the duty.
    column: ColumnDetail,
    /// The duty.
    view: DutyView,
    /// Follows when something was changed.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let (closing, setting, handing, placing) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let closed = column
        .closures
        .iter()
        .find(|closure| closure.column_id == column.id && closure.reopened_on.is_none());
    let closed_on = closed.map(|closure| closure.closed_on);
    let above = column
        .closures
        .iter()
        .find(|closure| closure.column_id != column.id)
        .filter(|_| column.closed_since.is_some() && closed.is_none());
    let note = match (closed, above, column.closed_since) {
        (Some(own), _, Some(_)) => format!("自{}起关闭：{}", long_day(own.closed_on), own.reason),
        (Some(own), _, None) => format!("定于{}关闭：{}", long_day(own.closed_on), own.reason),
        (None, Some(above), _) => format!("随上级栏目“{}”关闭。", above.column_path.join(" / ")),
        _ => String::new(),
    };
    let reopening = column
        .closures
        .iter()
        .filter(|closure| closure.column_id == column.id)
        .filter(|_| column.closed_since.is_some())
        .find_map(|closure| closure.reopened_on)
        .map(|day| format!("定于{}恢复。", long_day(day)));
    let owners: Vec<i64> = view.row.owners.iter().map(|o| o.department_id).collect();
    let (column_id, duty_id) = (column.id, view.row.id);
    let settings = column.settings.clone();
    let address = column.address.clone();
    view! {
        {address
            .clone()
            .map(|address| {
                view! {
                    <p class="duty-note">
                        "栏目地址："
                        <a href=address.clone() target="_blank" rel="noopener noreferrer">
                            {address.clone()}
                        </a>
                    </p>
                }
            })}
        {(!note.is_empty()).then(|| view! { <p class="duty-note">{note}</p> })}
        {reopening.map(|words| view! { <p class="duty-note">{words}</p> })}
        <div class="duty-manage">
            <Button on_press=move |()| {
                closing.set(true);
            }>{if closed_on.is_some() { "恢复栏目" } else { "关闭栏目" }}</Button>
            <Button on_press=move |()| setting.set(true)>"设定更新要求"</Button>
            <Button on_press=move |()| handing.set(true)>"调整责任部门"</Button>
            <Button on_press=move |()| placing.set(true)>"登记栏目地址"</Button>
        </div>
        <Settings settings=settings column_id=column_id />
        <CloseDialog open=closing column_id=column_id closed_on=closed_on done=done />
        <RulesDialog open=setting column=column done=done />
        <AddressDialog open=placing column_id=column_id address=address.clone() done=done />
        <OwnersDialog open=handing duty_id=duty_id owners=owners done=done />
    }
}
