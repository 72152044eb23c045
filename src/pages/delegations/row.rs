//! A delegation in the list.

use lanmu_api::delegation::{DelegationRow, DelegationState};
use lanmu_api::page::Page;
use leptos::prelude::*;

use super::end_dialog::EndDialog;
use crate::date::long_stamp;
use crate::ui::button::Button;
use crate::ui::remote::Remote;

/// A card of the list.
#[component]
pub fn Row(
    /// What it shows.
    row: DelegationRow,
    /// The list, fetched again after every act.
    list: Remote<Page<DelegationRow>>,
) -> impl IntoView {
    let ending = RwSignal::new(false);
    let id = row.id;
    let title = format!("{}委托{}代办", row.principal_name, row.delegate_name);
    let span = format!("{}至{}", long_stamp(row.starts_at), long_stamp(row.ends_at));
    let made = format!("{}由{}办理", long_stamp(row.created_at), row.created_by);
    let ended = row.ended_at.map(|at| {
        format!(
            "{}由{}终止：{}",
            long_stamp(at),
            row.ended_by.unwrap_or_default(),
            row.end_reason.unwrap_or_default()
        )
    });
    let without_effect = (row.state == DelegationState::WithoutEffect)
        .then(|| "委托人已不担任该岗位，或有一方账号停用、岗位变动，委托暂不产生效力。".to_owned());
    let words = title.clone();
    view! {
        <li class="article-row delegation-row">
            <StateMark state=row.state />
            <div>
                <p class="delegation-row__title">{title}</p>
                <p class="article-row__place">
                    {format!("{}　{}（{}）", row.department_name, row.role.label(), row.title)}
                </p>
                <p class="article-row__place">{span}</p>
                <p class="article-row__place">{format!("原因：{}　{made}", row.reason)}</p>
                {[ended, without_effect]
                    .into_iter()
                    .flatten()
                    .map(|text| view! { <p class="article-row__place">{text}</p> })
                    .collect_view()}
            </div>
            {row
                .may_end
                .then(|| {
                    view! {
                        <div>
                            <Button on_press=move |()| ending.set(true)>"终止"</Button>
                            <EndDialog open=ending id=id words=words list=list />
                        </div>
                    }
                })}
        </li>
    }
}

/// Where a delegation stands: a shape and a word.
#[component]
fn StateMark(
    /// Where.
    state: DelegationState,
) -> impl IntoView {
    let (shape, class) = match state {
        DelegationState::Planned => ("◇", "badge badge--waiting"),
        DelegationState::InForce => ("●", "badge badge--published"),
        DelegationState::WithoutEffect => ("▲", "badge badge--returned"),
        DelegationState::Expired | DelegationState::Ended => ("－", "badge"),
    };
    view! {
        <span class=class>
            <span class="badge__shape" aria-hidden="true">{shape}</span>
            {state.label()}
        </span>
    }
}
