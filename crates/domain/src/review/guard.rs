//! What the guards of the state table ask.

use super::capacity::{Capacity, capacity, own_part, principals_part};
use super::withheld::released_state;
use super::{ArticleState, Case, Refusal, SecrecyConclusion, Signature, Stage};
use crate::article::{Content, PublicAttribute, Reference, Source};
use crate::role::{Actor, Role};
use crate::text::{is_blank, is_http_address};

/// Collects the reasons against an act.
#[derive(Default)]
pub(super) struct Against(Vec<Refusal>);

impl Against {
    pub(super) fn add(&mut self, refusal: Refusal) {
        if !self.0.contains(&refusal) {
            self.0.push(refusal);
        }
    }

    pub(super) fn unless(&mut self, fine: bool, refusal: Refusal) {
        if !fine {
            self.add(refusal);
        }
    }

    pub(super) fn all(&mut self, refusals: impl IntoIterator<Item = Refusal>) {
        refusals.into_iter().for_each(|refusal| self.add(refusal));
    }

    /// The outcome where nothing speaks against it; otherwise all reasons in the order of the
    /// closed list.
    pub(super) fn or<T>(self, outcome: T) -> Result<T, Vec<Refusal>> {
        if self.0.is_empty() {
            return Ok(outcome);
        }
        Err(Refusal::ALL
            .into_iter()
            .filter(|refusal| self.0.contains(refusal))
            .collect())
    }
}

pub(super) fn holds(case: &Case<'_>, actor: &Actor, role: Role) -> bool {
    actor.post_in(role, case.department_id).is_some()
}

/// The approval of a stage that stands on the current revision. Two at one stage are no approval:
/// something went wrong, so nothing follows from it.
fn signature_at<'a>(case: &'a Case<'_>, stage: Stage) -> Option<&'a Signature> {
    let mut at_stage = case.signatures.iter().filter(|s| s.stage == stage);
    let signature = at_stage.next().filter(|s| s.revision == case.revision)?;
    at_stage.next().is_none().then_some(signature)
}

/// Asks of a reviewer what holds for approval and return alike, and gives the stage awaited.
pub(super) fn reviewer(
    case: &Case<'_>,
    actor: &Actor,
    revision: &str,
    against: &mut Against,
) -> Option<Stage> {
    let stage = case.state.awaited_stage();
    match stage {
        Some(stage) => {
            let capacity = capacity(case, actor, stage.role());
            against.unless(capacity.is_some(), Refusal::RoleMissing);
            against.unless(revision == case.revision, Refusal::RevisionChanged);
            against.all(own_part(case, actor.person_id));
            if let Some(Capacity::For(delegated)) = capacity {
                against.all(principals_part(case, delegated.principal_id));
            }
        }
        None => {
            let reviews = [Role::SectionHead, Role::Leader];
            against.unless(
                reviews
                    .into_iter()
                    .any(|role| capacity(case, actor, role).is_some()),
                Refusal::RoleMissing,
            );
            // Someone else's edit has closed the review: say so, rather than that it is a draft.
            if revision != case.revision && case.state == ArticleState::Draft {
                against.add(Refusal::RevisionChanged);
            }
            against.add(Refusal::StateForbids);
        }
    }
    stage
}

/// Whether each of these stages was approved once, on this very revision, all by different
/// persons, with a secrecy conclusion that fits where the second review is among them.
pub(super) fn approved(case: &Case<'_>, stages: &[Stage]) -> bool {
    let mut persons = Vec::with_capacity(stages.len());
    stages.iter().all(|stage| {
        let Some(signature) = signature_at(case, *stage) else {
            return false;
        };
        let first_time = signature.people().all(|person| !persons.contains(&person));
        persons.extend(signature.people());
        first_time
            && (*stage != Stage::Section
                || signature
                    .secrecy
                    .is_some_and(|found| fits(found, case.content.attribute)))
    })
}

/// Whether a secrecy conclusion lets an item with this attribute go on: what is withheld from
/// everybody may be sensitive, all else must be clear.
pub(super) fn fits(conclusion: SecrecyConclusion, attribute: Option<PublicAttribute>) -> bool {
    conclusion == SecrecyConclusion::Clear || attribute == Some(PublicAttribute::Withheld)
}

/// What keeps an item from going on: findings of the secrecy check that nobody has settled. What is
/// not to be public may hold what must not be public.
pub(super) fn finding_problems(case: &Case<'_>) -> Option<Refusal> {
    let filed = released_state(case.content.attribute) == ArticleState::Filed;
    (case.open_findings > 0 && !filed).then_some(Refusal::FindingsOpen)
}

/// What keeps a content from being submitted.
pub(super) fn content_problems(content: &Content) -> Vec<Refusal> {
    let mut against = Against::default();
    against.unless(!is_blank(&content.title), Refusal::TitleMissing);
    against.unless(!is_blank(&content.plain_text()), Refusal::BodyMissing);
    let undescribed = content.references().iter().any(Reference::lacks_alt);
    against.unless(!undescribed, Refusal::PictureAltMissing);
    if let Source::Reprint { name, url, at } = &content.source {
        against.unless(
            !is_blank(name) && is_http_address(url.trim()) && at.is_some(),
            Refusal::SourceMissing,
        );
    }
    against.all(attribute_problems(content));
    against.0
}

/// What is missing of 公开属性: chosen at all, with reason and basis where it needs them, and for a
/// reprint that of the original, which is public.
pub(super) fn attribute_problems(content: &Content) -> Vec<Refusal> {
    let mut against = Against::default();
    let Some(attribute) = content.attribute else {
        return vec![Refusal::AttributeMissing];
    };
    if attribute.needs_reason() {
        against.unless(
            !is_blank(&content.attribute_reason),
            Refusal::AttributeReasonMissing,
        );
        against.unless(!is_blank(&content.legal_basis), Refusal::LegalBasisMissing);
        against.unless(
            content.source == Source::Original,
            Refusal::ReprintAttribute,
        );
    }
    against.0
}

/// What keeps a content from becoming public, by any path: anything but 主动公开.
pub(super) fn publication_problems(content: &Content) -> Vec<Refusal> {
    let mut against = Against::default();
    against.all(attribute_problems(content));
    if let Some(attribute) = content.attribute {
        against.unless(attribute.is_publishable(), Refusal::AttributeNotPublishable);
    }
    against.0
}
