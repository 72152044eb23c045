//! Rules down the column tree: what a coordinator sets at a column holds below it.
//!
//! A setting either is a 底线, which every column below has to keep in addition, or a 默认, which
//! holds below where no column nearer says otherwise. The cell of the annex says so for its own
//! column; a 默认 that is set at that very column replaces it. A change above reaches everything
//! below that inherits from it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{AppliedRule, Rule, RuleSource};
use crate::annex::yearly_least;
use crate::parameters::Parameters;

/// How far a setting reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Reach {
    /// 默认: where no column nearer has a rule of its own.
    Default,
    /// 底线: everywhere below, in addition.
    Floor,
}

impl Reach {
    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Default => "默认要求",
            Self::Floor => "底线要求",
        }
    }
}

/// What a coordinator set at a column, as it is in force on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ColumnSetting {
    /// The column as a path.
    pub column: String,
    /// Whether it is the duty's own column, not one above it.
    pub own: bool,
    /// How far it reaches.
    pub reach: Reach,
    /// What is asked for; empty: nothing is, which for a 默认 also hides what stands above.
    pub rules: Vec<Rule>,
    /// The legal basis.
    pub basis: String,
    /// The words of the coordinator.
    pub words: String,
    /// First day on which it holds.
    pub effective_from: NaiveDate,
}

/// The rules of a duty, and what was set aside for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InForce {
    /// All that apply; the strictest decides.
    pub rules: Vec<AppliedRule>,
    /// Those of the cell that a setting replaced.
    pub set_aside: Vec<AppliedRule>,
}

/// The rules in force for a duty whose table has the rules `read`, with the settings of its column
/// and of those above it, root first.
#[must_use]
pub fn rules_in_force(
    read: &[AppliedRule],
    settings: &[ColumnSetting],
    parameters: &Parameters,
) -> InForce {
    if settings.is_empty() {
        return InForce {
            rules: read.to_vec(),
            set_aside: Vec::new(),
        };
    }
    let of_source = |source| read.iter().filter(move |rule| rule.source == source);
    let cell: Vec<&AppliedRule> = of_source(RuleSource::Annex).collect();
    let nearest = settings
        .iter()
        .rev()
        .find(|setting| setting.reach == Reach::Default && (setting.own || cell.is_empty()));
    let mut in_force = InForce::default();
    match nearest {
        Some(setting) => {
            in_force.rules.extend(setting.applied());
            in_force.set_aside.extend(cell.into_iter().cloned());
        }
        None => in_force.rules.extend(cell.into_iter().cloned()),
    }
    let external = in_force.rules.iter().any(|r| r.rule == Rule::External);
    if external {
        return in_force;
    }
    in_force.rules.extend(of_source(RuleSource::Floor).cloned());
    let floors = settings
        .iter()
        .filter(|setting| setting.reach == Reach::Floor);
    in_force
        .rules
        .extend(floors.flat_map(ColumnSetting::applied));
    in_force
        .rules
        .extend(yearly_least(&in_force.rules, parameters));
    in_force
}

impl ColumnSetting {
    fn applied(&self) -> impl Iterator<Item = AppliedRule> {
        self.rules.iter().map(|rule| AppliedRule {
            source_text: self.words.clone(),
            basis: self.basis.clone(),
            inherited_from: (!self.own).then(|| self.column.clone()),
            effective_from: Some(self.effective_from),
            ..AppliedRule::of(rule.clone(), RuleSource::Coordinator)
        })
    }
}
