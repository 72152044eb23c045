//! What one obligation's past looks like: publications, events, attestations.

use chrono::{Datelike, NaiveDate};
use lanmu_domain::freshness::Status;
use lanmu_domain::rule::{Rule, RuleSource, Trigger};

use super::dice::Dice;
use super::rhythm::{self, SpanCache, Spans};
use super::scene::{Scene, Simulated};
use super::{target, titles};
use crate::service::freshness::LoadedDuty;

/// The past of one obligation.
#[derive(Clone, Debug, Default)]
pub(super) struct Planned {
    /// What was published.
    pub publications: Vec<PlannedPublication>,
    /// What obliged.
    pub events: Vec<PlannedEvent>,
    /// What was looked at and found unchanged.
    pub attestations: Vec<PlannedAttestation>,
}

/// Something that was published.
#[derive(Clone, Debug)]
pub(super) struct PlannedPublication {
    pub column_id: i64,
    pub department_id: i64,
    pub day: NaiveDate,
    pub title: String,
    /// Index of the event that it discharges.
    pub event: Option<usize>,
    /// It was taken down because it had grown too old.
    pub taken_down: bool,
}

/// Something that obliged.
#[derive(Clone, Debug)]
pub(super) struct PlannedEvent {
    pub duty_id: i64,
    pub trigger: Trigger,
    pub title: String,
    pub document_number: String,
    pub occurred_on: NaiveDate,
    pub department_id: Option<i64>,
}

/// 核对无变化.
#[derive(Clone, Debug)]
pub(super) struct PlannedAttestation {
    pub duty_id: i64,
    pub department_id: i64,
    pub day: NaiveDate,
}

/// Plans the past of one obligation so that it stands today as its department's diligence has it.
pub(super) fn plan(
    scene: &Scene<'_>,
    duty: &LoadedDuty,
    departments: &[i64],
    cache: &mut SpanCache,
) -> Planned {
    let first = departments.first().copied().unwrap_or_default();
    let day = i64::from(scene.today.num_days_from_ce());
    let mut dice = Dice::seeded(&[day, i64::from(duty.position), first]);
    let wanted = scene
        .told(duty)
        .unwrap_or_else(|| target::draw(first, &mut dice));
    let (Some((low, high)), false) = (rhythm::distances(&duty.rules), departments.is_empty())
    else {
        return Planned::default();
    };
    if wanted == Status::Blank {
        return Planned::default();
    }
    let distances: Vec<i64> = (0..40).map(|_| dice.between(low, high)).collect();
    let past = Past {
        scene,
        duty,
        departments,
        distances,
    };
    let spans = past.spans(cache);
    let by_event = wanted != Status::Fresh && past.obliged_by_event() && dice.chance(60);
    past.by_event(wanted, by_event, &spans, &mut dice)
        .or_else(|| past.by_attestation(wanted, &mut dice))
        .unwrap_or_else(|| past.by_elapsed(wanted, &spans, &mut dice))
}

/// The obligation whose past is being made.
struct Past<'a> {
    scene: &'a Scene<'a>,
    duty: &'a LoadedDuty,
    departments: &'a [i64],
    /// Distances between updates, latest first.
    distances: Vec<i64>,
}

impl Past<'_> {
    fn spans(&self, cache: &mut SpanCache) -> Spans {
        if let Some(known) = cache.get(&self.duty.rules) {
            return known.clone();
        }
        let spans = Spans::find(|offset| self.status(&self.published(offset), &[], None));
        cache.insert(self.duty.rules.clone(), spans.clone());
        spans
    }

    fn published(&self, offset: i64) -> Vec<NaiveDate> {
        rhythm::series(self.scene.today, offset, &self.distances)
    }

    fn status(
        &self,
        published: &[NaiveDate],
        events: &[(Trigger, NaiveDate)],
        attested: Option<NaiveDate>,
    ) -> Status {
        let department = self.departments.first().copied().unwrap_or_default();
        let online: Vec<_> = published
            .iter()
            .copied()
            .filter(|d| !self.taken_down(*d))
            .collect();
        let past = Simulated {
            department,
            published: &online,
            events,
            attested,
        };
        self.scene.status(self.duty, &past)
    }

    /// Whether an item of this day was taken down, because items of the column may not grow old.
    fn taken_down(&self, day: NaiveDate) -> bool {
        self.duty
            .rules
            .iter()
            .any(|r| matches!(r.rule, Rule::MaximumAge { .. }))
            && self.scene.today.signed_duration_since(day).num_days() > 300
    }

    fn triggers(&self) -> &[Trigger] {
        let of_rule = |rule: &'_ Rule| matches!(rule, Rule::Event { .. });
        match self
            .duty
            .rules
            .iter()
            .map(|r| &r.rule)
            .find(|rule| of_rule(rule))
        {
            Some(Rule::Event { triggers, .. }) => triggers,
            _ => &[],
        }
    }

    fn obliged_by_event(&self) -> bool {
        !self.triggers().is_empty()
    }

    /// An event happened and nothing was published since: the column itself is fresh.
    fn by_event(
        &self,
        wanted: Status,
        chosen: bool,
        spans: &Spans,
        dice: &mut Dice,
    ) -> Option<Planned> {
        if !chosen {
            return None;
        }
        let trigger = *dice.pick(self.triggers())?;
        let offset = spans.offset(Status::Fresh, dice)?.max(6);
        let published = self.published(offset);
        let fitting: Vec<NaiveDate> = (0..offset.min(30))
            .filter_map(|back| rhythm::before(self.scene.today, back))
            .filter(|day| self.scene.is_working(*day))
            .filter(|day| self.status(&published, &[(trigger, *day)], None) == wanted)
            .take(6)
            .collect();
        let occurred_on = *dice.pick(&fitting)?;
        let mut planned = self.written(&published, dice);
        planned.events.push(self.event(trigger, occurred_on, dice));
        Some(planned)
    }

    /// The last publication is more than a year old, but somebody looked and found it unchanged.
    fn by_attestation(&self, wanted: Status, dice: &mut Dice) -> Option<Planned> {
        let yearly = self
            .duty
            .rules
            .iter()
            .any(|rule| rule.source == RuleSource::Yearly);
        if wanted != Status::Fresh || !yearly || !dice.chance(15) {
            return None;
        }
        let published = self.published(dice.between(368, 410));
        let day = rhythm::before(self.scene.today, dice.between(15, 200))?;
        let day = self.scene.working_before(day);
        if self.status(&published, &[], Some(day)) != Status::Fresh {
            return None;
        }
        let mut planned = self.written(&published, dice);
        planned.attestations.push(PlannedAttestation {
            duty_id: self.duty.id,
            department_id: *self.departments.first()?,
            day,
        });
        Some(planned)
    }

    /// The last publication is as long ago as the wanted status asks for.
    fn by_elapsed(&self, wanted: Status, spans: &Spans, dice: &mut Dice) -> Planned {
        let offset = [wanted, Status::Fresh, Status::DueSoon]
            .into_iter()
            .find_map(|status| spans.offset(status, dice))
            .unwrap_or(5);
        let mut published = self.published(offset);
        if let Some(last) = published.first_mut() {
            // People work on working days, as long as that does not change how things stand.
            let moved = self.scene.working_before(*last);
            if self.status(&[moved], &[], None) == self.status(&[*last], &[], None) {
                *last = moved;
            }
        }
        self.written(&published, dice)
    }

    /// The publications of a series with titles, and some of the events that set them off.
    fn written(&self, published: &[NaiveDate], dice: &mut Dice) -> Planned {
        let mut planned = Planned::default();
        for (index, day) in published.iter().enumerate() {
            let day = if index == 0 {
                *day
            } else {
                self.scene.working_before(*day)
            };
            let Some(department) = dice.pick(self.departments).copied() else {
                break;
            };
            let name = self.scene.department_name(department);
            let age = self.scene.today.signed_duration_since(day).num_days();
            let event = self.discharged(index, day, age, &mut planned, dice);
            planned.publications.push(PlannedPublication {
                column_id: self.duty.column_id,
                department_id: department,
                day,
                title: titles::title(&self.duty.column_path, name, day, dice),
                event,
                taken_down: self.taken_down(day),
            });
        }
        planned
    }

    /// Registers the event that a publication of the last months answered.
    fn discharged(
        &self,
        index: usize,
        day: NaiveDate,
        age: i64,
        planned: &mut Planned,
        dice: &mut Dice,
    ) -> Option<usize> {
        let recent = age <= 120 && index < 6 && dice.chance(50);
        let trigger = if recent {
            *dice.pick(self.triggers())?
        } else {
            return None;
        };
        let occurred_on = self
            .scene
            .working_before(rhythm::before(day, dice.between(0, 1))?);
        planned.events.push(self.event(trigger, occurred_on, dice));
        Some(planned.events.len() - 1)
    }

    fn event(&self, trigger: Trigger, occurred_on: NaiveDate, dice: &mut Dice) -> PlannedEvent {
        let first = self.departments.first().copied().unwrap_or_default();
        let name = self.scene.department_name(first);
        let leaf = self.duty.column_path.last().map_or("", String::as_str);
        let (title, document_number) = match trigger {
            Trigger::DocumentIssued => (
                titles::document(name, dice),
                titles::document_number(name, occurred_on, dice),
            ),
            Trigger::Activity => (titles::activity(leaf, name, dice), String::new()),
            Trigger::Change => (titles::change(leaf, dice), String::new()),
        };
        PlannedEvent {
            duty_id: self.duty.id,
            trigger,
            title,
            document_number,
            occurred_on,
            department_id: match self.departments {
                [only] => Some(*only),
                _ => None,
            },
        }
    }
}
