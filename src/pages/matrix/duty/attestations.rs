//! 核对无变化: who looked, when, and what the section head said.

use lanmu_api::evidence::AttestationView;
use lanmu_domain::freshness::AttestationDecision;
use lanmu_domain::role::Role;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::decide_dialog::DecideDialog;
use crate::date::long_stamp;
use crate::session::{Session, use_session};
use crate::ui::badge::AttestationBadge;
use crate::ui::button::Button;

/// 核对记录, newest first; nothing where nobody attested.
#[component]
pub fn Attestations(
    /// The attestations.
    attestations: Vec<AttestationView>,
    /// Follows when something was decided.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    if attestations.is_empty() {
        return ().into_any();
    }
    let session = use_session();
    // 今日待办 leads here to decide: the dialog opens at once.
    let asked = use_query_map().with_untracked(|query| query.get("decide")?.parse::<i64>().ok());
    let mine: Vec<i64> = attestations
        .iter()
        .filter(|attestation| decides(session, attestation))
        .map(|attestation| attestation.id)
        .collect();
    let open = RwSignal::new(asked.is_some_and(|id| mine.contains(&id)));
    let chosen = RwSignal::new(
        attestations
            .iter()
            .find(|attestation| Some(attestation.id) == asked)
            .cloned(),
    );
    let items = attestations
        .into_iter()
        .map(|attestation| {
            let about = format!(
                "{}　{}　{}",
                long_stamp(attestation.at),
                attestation.department_name,
                attestation.by
            );
            let said = attestation.decision.as_ref().map(|decision| {
                let word = match decision.decision {
                    AttestationDecision::Confirmed => "确认",
                    AttestationDecision::Refused => "不同意",
                };
                let reason = if decision.note.is_empty() {
                    String::new()
                } else {
                    format!("：{}", decision.note)
                };
                format!("{}于{}{word}{reason}", decision.by, long_stamp(decision.at))
            });
            let decides = mine.contains(&attestation.id);
            view! {
                <li>
                    <p class="duty-rule__head">
                        <strong>{attestation.note.clone()}</strong>
                        <AttestationBadge
                            awaits=attestation.awaits
                            decision=attestation.decision.as_ref().map(|said| said.decision)
                        />
                    </p>
                    <p class="duty-note">{about}</p>
                    {said.map(|said| view! { <p class="duty-note">{said}</p> })}
                    {decides
                        .then(|| {
                            view! {
                                <Button on_press=move |()| {
                                    chosen.set(Some(attestation.clone()));
                                    open.set(true);
                                }>"办理确认"</Button>
                            }
                        })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="duty-section" aria-labelledby="attestations-title">
            <h2 id="attestations-title">"核对无变化记录"</h2>
            <ul class="duty-items card">{items}</ul>
            <DecideDialog open=open chosen=chosen done=done />
        </section>
    }
    .into_any()
}

/// Whether it waits and this person may decide: the section head, but not about the own one.
fn decides(session: Session, attestation: &AttestationView) -> bool {
    attestation.awaits
        && attestation.decision.is_none()
        && untrack(|| session.actor()).is_some_and(|actor| {
            attestation.person_id != Some(actor.person_id)
                && actor
                    .post_in(Role::SectionHead, attestation.department_id)
                    .is_some()
        })
}
