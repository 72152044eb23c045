//! A cell 更新要求 that cannot be the requirement of one column.

use lanmu_domain::annex::{AnnexLine, Doubt, DoubtKind, rules_in_words};
use lanmu_domain::parameters::Parameters;

/// The doubt about a requirement that names several things or nothing known.
#[must_use]
pub fn unread(line: &AnnexLine) -> Option<Doubt> {
    let read = rules_in_words(&line.requirement, &Parameters::default());
    read.err().map(|message| about_requirement(line, &message))
}

/// A doubt about the requirement of a line.
#[must_use]
pub fn about_requirement(line: &AnnexLine, message: &str) -> Doubt {
    Doubt {
        row: line.number,
        cell: "更新要求".to_owned(),
        kind: DoubtKind::UnreadRequirement,
        text: line.requirement.clone(),
        message: message.to_owned(),
    }
}
