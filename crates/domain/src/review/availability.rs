//! Which buttons are enabled. Asks [`decide`] itself with an act filled in without fault, so that
//! what remains against it is what no form can mend.

use super::{
    Act, ActKind, Case, EmergencyVerdict, Refusal, ReturnTo, SecrecyConclusion, Stage,
    WithheldVerdict, decide,
};
use crate::role::Actor;

/// Whether an act is open to a person, before anything is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    /// The act.
    pub act: ActKind,
    /// Every reason against it, in the order of [`Refusal::ALL`]; empty: the button is enabled.
    pub refusals: Vec<Refusal>,
}

impl Availability {
    /// Whether the button is enabled.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        self.refusals.is_empty()
    }

    /// Whether the button is worth showing, disabled, with its reasons: the person holds the
    /// post and the item stands where the act belongs.
    #[must_use]
    pub fn is_relevant(&self) -> bool {
        !self.refusals.iter().any(|refusal| {
            matches!(
                refusal,
                Refusal::RoleMissing | Refusal::StateForbids | Refusal::ReviewOpen
            )
        })
    }
}

/// Whether this act is open to the person.
#[must_use]
pub fn availability(case: &Case<'_>, actor: &Actor, act: ActKind) -> Availability {
    let refusals = decide(case, actor, &filled_in(case, actor.person_id, act))
        .err()
        .unwrap_or_default();
    Availability { act, refusals }
}

/// [`availability`] of every act, in the order of [`ActKind::ALL`].
#[must_use]
pub fn allowed_acts(case: &Case<'_>, actor: &Actor) -> Vec<Availability> {
    ActKind::ALL
        .into_iter()
        .map(|act| availability(case, actor, act))
        .collect()
}

/// The act as somebody would fill it in who makes no mistake.
fn filled_in(case: &Case<'_>, given_by: i64, act: ActKind) -> Act {
    let revision = case.revision.to_owned();
    match act {
        ActKind::Edit => Act::Edit,
        ActKind::Submit => Act::Submit,
        ActKind::Approve => Act::Approve {
            revision,
            secrecy: (case.state.awaited_stage() == Some(Stage::Section))
                .then_some(SecrecyConclusion::Clear),
            opinion: String::new(),
        },
        ActKind::Return => Act::Return {
            revision,
            to: ReturnTo::Officer,
            reason: "原因".to_owned(),
        },
        ActKind::Recall => Act::Recall,
        ActKind::RecordPublication => Act::RecordPublication {
            url: "https://example.cn/".to_owned(),
        },
        ActKind::Withdraw => Act::Withdraw {
            reason: "原因".to_owned(),
        },
        ActKind::OverrideFinding => Act::OverrideFinding {
            reason: "原因".to_owned(),
            given_by: None,
        },
        ActKind::TakeBackOverride => Act::TakeBackOverride { given_by },
        ActKind::Correct => Act::Correct,
        ActKind::EmergencyRelease => Act::EmergencyRelease {
            revision,
            reason: "原因".to_owned(),
        },
        ActKind::ReviewEmergency => Act::ReviewEmergency {
            verdict: EmergencyVerdict::Upheld,
            opinion: String::new(),
        },
        ActKind::AssessWithheld => Act::AssessWithheld {
            verdict: WithheldVerdict::Maintained,
            opinion: "原因".to_owned(),
        },
        ActKind::Delete => Act::Delete,
    }
}
