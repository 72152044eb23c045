//! Actors as values, and a case for every state.

use chrono::{DateTime, Duration, FixedOffset};
use lanmu_domain::article::{Content, LegalBasis, PublicAttribute, Source};
use lanmu_domain::review::{
    Act, ActKind, ArticleState, Case, EmergencyRelease, EmergencyVerdict, Outcome, Refusal,
    ReturnTo, SecrecyConclusion, Signature, Stage, WithheldVerdict, decide,
};
use lanmu_domain::role::{Actor, DelegatedPost, Post, Role};

pub const DEPARTMENT: i64 = 7;
pub const ELSEWHERE: i64 = 8;

pub const OFFICER: i64 = 1;
pub const HEAD: i64 = 2;
pub const LEADER: i64 = 3;
/// Another person of the department, who said why a finding stays.
pub const SOMEBODY: i64 = 11;

/// A person with these posts; posts of the whole site carry no department.
pub fn person(person_id: i64, posts: &[(Role, i64)]) -> Actor {
    let posts = posts
        .iter()
        .map(|(role, department)| Post {
            role: *role,
            department_id: role.is_departmental().then_some(*department),
            title: role.label().to_owned(),
        })
        .collect();
    Actor::new(person_id, posts)
}

/// A person without posts here who stands in for these people: role and principal.
pub fn delegate(person_id: i64, of: &[(Role, i64)]) -> Actor {
    let mut actor = person(person_id, &[(Role::Officer, ELSEWHERE)]);
    actor.delegated = (1..)
        .zip(of)
        .map(|(delegation_id, (role, principal_id))| DelegatedPost {
            delegation_id,
            principal_id: *principal_id,
            principal_name: format!("甲{principal_id}"),
            post: Post {
                role: *role,
                department_id: Some(DEPARTMENT),
                title: role.label().to_owned(),
            },
            until: at(86_400),
        })
        .collect();
    actor
}

pub fn officer() -> Actor {
    person(OFFICER, &[(Role::Officer, DEPARTMENT)])
}

pub fn head() -> Actor {
    person(HEAD, &[(Role::SectionHead, DEPARTMENT)])
}

pub fn leader() -> Actor {
    person(LEADER, &[(Role::Leader, DEPARTMENT)])
}

/// 10:00:00 on a Tuesday in Chinese time, plus seconds.
pub fn at(seconds: i64) -> DateTime<FixedOffset> {
    "2022-07-26T10:00:00+08:00"
        .parse::<DateTime<FixedOffset>>()
        .unwrap()
        + Duration::seconds(seconds)
}

pub fn content() -> Content {
    Content {
        title: "关于做好防汛工作的通知".to_owned(),
        document_number: "盐边府办发〔2022〕31号".to_owned(),
        column_id: 5,
        source: Source::Original,
        body: "<p>各乡（镇）人民政府：</p>".to_owned(),
        attribute: Some(PublicAttribute::Proactive),
        attribute_reason: String::new(),
        legal_basis: String::new(),
    }
}

/// What three people found to be 不予公开.
pub fn withheld() -> Content {
    Content {
        attribute: Some(PublicAttribute::Withheld),
        attribute_reason: "讨论中的征求意见稿".to_owned(),
        legal_basis: LegalBasis::Process.text().to_owned(),
        ..content()
    }
}

pub fn signature(stage: Stage, person_id: i64, revision: &str) -> Signature {
    Signature {
        stage,
        person_id,
        on_behalf_of: None,
        revision: revision.to_owned(),
        secrecy: (stage == Stage::Section).then_some(SecrecyConclusion::Clear),
        at: at(i64::from(stage.number()) * 60),
    }
}

/// An item with all that a decision depends on, so that a test changes one thing.
pub struct Item {
    pub state: ArticleState,
    pub content: Content,
    pub revision: String,
    pub author_id: i64,
    pub signatures: Vec<Signature>,
    pub open_findings: usize,
    pub emergency: Option<EmergencyRelease>,
    pub correction_open: bool,
}

impl Item {
    /// An item that came to this state on the straight way. Exhaustive: a new state must say
    /// which approvals stand in it.
    pub fn in_state(state: ArticleState) -> Self {
        let content = match state {
            ArticleState::Filed => withheld(),
            _ => content(),
        };
        let revision = content.revision_hash();
        let signed: &[(Stage, i64)] = match state {
            ArticleState::Draft | ArticleState::Returned => &[],
            ArticleState::InSectionReview => &[(Stage::First, OFFICER)],
            ArticleState::InReleaseReview => &[(Stage::First, OFFICER), (Stage::Section, HEAD)],
            ArticleState::Released
            | ArticleState::Published
            | ArticleState::Withdrawn
            | ArticleState::Corrected
            | ArticleState::Filed => &[
                (Stage::First, OFFICER),
                (Stage::Section, HEAD),
                (Stage::Release, LEADER),
            ],
        };
        let signatures = signed
            .iter()
            .map(|(stage, by)| signature(*stage, *by, &revision))
            .collect();
        Self {
            state,
            content,
            revision,
            author_id: OFFICER,
            signatures,
            open_findings: 0,
            emergency: None,
            correction_open: false,
        }
    }

    pub fn case(&self) -> Case<'_> {
        Case {
            state: self.state,
            department_id: DEPARTMENT,
            content: &self.content,
            revision: &self.revision,
            author_id: self.author_id,
            signatures: &self.signatures,
            open_findings: self.open_findings,
            correction_open: self.correction_open,
            emergency: self.emergency.as_ref(),
        }
    }

    pub fn decide(&self, actor: &Actor, act: &Act) -> Result<Outcome, Vec<Refusal>> {
        decide(&self.case(), actor, act)
    }

    /// The act, filled in as it should be for this item.
    pub fn act(&self, kind: ActKind) -> Act {
        let revision = self.revision.clone();
        match kind {
            ActKind::Edit => Act::Edit,
            ActKind::Submit => Act::Submit,
            ActKind::Approve => Act::Approve {
                revision,
                secrecy: (self.state == ArticleState::InSectionReview)
                    .then_some(SecrecyConclusion::Clear),
                opinion: "同意".to_owned(),
            },
            ActKind::Return => Act::Return {
                revision,
                to: ReturnTo::Officer,
                reason: "文号有误".to_owned(),
            },
            ActKind::Recall => Act::Recall,
            ActKind::RecordPublication => Act::RecordPublication {
                url: "http://www.scyanbian.gov.cn/1.html".to_owned(),
            },
            ActKind::Withdraw => Act::Withdraw {
                reason: "内容有误".to_owned(),
            },
            ActKind::OverrideFinding => Act::OverrideFinding {
                reason: "单位办公电话".to_owned(),
                given_by: None,
            },
            ActKind::TakeBackOverride => Act::TakeBackOverride { given_by: SOMEBODY },
            ActKind::Correct => Act::Correct,
            ActKind::EmergencyRelease => Act::EmergencyRelease {
                revision,
                reason: "汛情紧急".to_owned(),
            },
            ActKind::ReviewEmergency => Act::ReviewEmergency {
                verdict: EmergencyVerdict::Upheld,
                opinion: String::new(),
            },
            ActKind::AssessWithheld => Act::AssessWithheld {
                verdict: WithheldVerdict::Maintained,
                opinion: "仍在讨论".to_owned(),
            },
            ActKind::Delete => Act::Delete,
        }
    }
}
