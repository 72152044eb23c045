//! Which acts an article allows a person: the same function answers as on the server.

use lanmu_api::article::{ArticleLink, ArticleView};
use lanmu_api::emergency::EmergencyView;
use lanmu_api::secrecy::open_findings;
use lanmu_domain::review::{
    ActKind, Availability, Case, EmergencyRelease, Signature, allowed_acts, stands_in,
};
use lanmu_domain::role::{Actor, DelegatedPost};

/// Every act with the reasons against it.
#[must_use]
pub fn availabilities(view: &ArticleView, actor: &Actor) -> Vec<Availability> {
    asked(view, |case| allowed_acts(case, actor))
}

/// For whom the person would do this act, if somebody else.
#[must_use]
pub fn stands_in_for(view: &ArticleView, actor: &Actor, act: ActKind) -> Option<DelegatedPost> {
    asked(view, |case| stands_in(case, actor, act).cloned())
}

fn asked<T>(view: &ArticleView, ask: impl FnOnce(&Case<'_>) -> T) -> T {
    let signatures: Vec<Signature> = view
        .signatures
        .iter()
        .map(|signature| Signature {
            stage: signature.stage,
            person_id: signature.person_id,
            on_behalf_of: signature.on_behalf_of,
            revision: signature.revision.clone(),
            secrecy: signature.secrecy,
            at: signature.at,
        })
        .collect();
    // What was sent back before it was public is not marked, and counts as nothing.
    let emergency = view.emergency.as_ref().filter(|_| view.row.emergency);
    let emergency = emergency.map(counting);
    let case = Case {
        state: view.row.state,
        department_id: view.row.department_id,
        content: &view.content,
        revision: &view.revision,
        author_id: view.author_id,
        signatures: &signatures,
        open_findings: open_findings(&view.findings),
        correction_open: view
            .corrected_by
            .as_ref()
            .is_some_and(ArticleLink::is_under_way),
        emergency: emergency.as_ref(),
    };
    ask(&case)
}

/// The emergency release as the rules see it.
fn counting(shown: &EmergencyView) -> EmergencyRelease {
    EmergencyRelease {
        person_id: shown.person_id,
        submitter_id: shown.submitter_id,
        revision: shown.revision.clone(),
        at: shown.at,
        verdict: shown.review.as_ref().map(|review| review.verdict),
    }
}
