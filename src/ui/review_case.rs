//! Which acts an article allows a person: the same function answers as on the server.

use lanmu_api::article::ArticleView;
use lanmu_domain::review::{Availability, Case, Signature, allowed_acts};
use lanmu_domain::role::Actor;

/// Every act with the reasons against it.
#[must_use]
pub fn availabilities(view: &ArticleView, actor: &Actor) -> Vec<Availability> {
    let signatures: Vec<Signature> = view
        .signatures
        .iter()
        .map(|signature| Signature {
            stage: signature.stage,
            person_id: signature.person_id,
            revision: signature.revision.clone(),
            secrecy: signature.secrecy,
            at: signature.at,
        })
        .collect();
    let case = Case {
        state: view.row.state,
        department_id: view.row.department_id,
        content: &view.content,
        revision: &view.revision,
        author_id: view.author_id,
        signatures: &signatures,
    };
    allowed_acts(&case, actor)
}
