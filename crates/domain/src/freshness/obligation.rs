//! One event and one party: when its update is due, whether it was made, and how late.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::deadline;
use super::evidence::{Party, day_of};
use super::history::Past;
use super::outcome::{Conditions, Ground, Outcome};
use super::{Status, TriggerEvent};

/// How a party stands with one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EventStatus {
    /// 超期: not answered, and the due date has passed.
    Overdue,
    /// 今日到期.
    DueToday,
    /// 待更新: not answered, the due date is to come.
    Waiting,
    /// 已超期更新: answered after the due date.
    AnsweredLate,
    /// 已按时更新.
    AnsweredOnTime,
    /// 不再要求: cancelled, or the column is closed, or the duty or its rule is gone.
    NotAsked,
}

impl EventStatus {
    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Overdue => "超期",
            Self::DueToday => "今日到期",
            Self::Waiting => "待更新",
            Self::AnsweredLate => "已超期更新",
            Self::AnsweredOnTime => "已按时更新",
            Self::NotAsked => "不再要求",
        }
    }

    /// The name as styles write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::DueToday => "due_today",
            Self::Waiting => "waiting",
            Self::AnsweredLate => "answered_late",
            Self::AnsweredOnTime => "answered_on_time",
            Self::NotAsked => "not_asked",
        }
    }
}

/// Where an event stands, all its obligations together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EventState {
    /// 超期: somebody is late.
    Overdue,
    /// 待更新: nobody is late, somebody has still to answer.
    Open,
    /// 已更新: everybody whom it obliges has answered.
    Answered,
    /// 不再要求: nothing is asked of anybody any more.
    Lapsed,
    /// 已取消.
    Cancelled,
}

impl EventState {
    /// All states, in the order in which filters show them.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Overdue,
        Self::Answered,
        Self::Lapsed,
        Self::Cancelled,
    ];

    /// That of an event that was not cancelled, from the statuses of its obligations.
    #[must_use]
    pub fn of(statuses: impl IntoIterator<Item = EventStatus>) -> Self {
        statuses
            .into_iter()
            .min()
            .map_or(Self::Lapsed, |status| match status {
                EventStatus::Overdue => Self::Overdue,
                EventStatus::DueToday | EventStatus::Waiting => Self::Open,
                EventStatus::AnsweredLate | EventStatus::AnsweredOnTime => Self::Answered,
                EventStatus::NotAsked => Self::Lapsed,
            })
    }

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Overdue => "超期",
            Self::Open => "待更新",
            Self::Answered => "已更新",
            Self::Lapsed => "不再要求",
            Self::Cancelled => "已取消",
        }
    }

    /// The name as addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Lapsed => "lapsed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// What one event asks of one party, and how the party stands with it on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventStanding {
    /// Where it stands.
    pub status: EventStatus,
    /// The due date; `None` where nothing is asked for.
    pub due: Option<NaiveDate>,
    /// Whether a year without an announced arrangement was touched.
    pub unannounced: bool,
    /// The arithmetic in one Chinese sentence.
    pub arithmetic: String,
    /// The publication that answered it first, and its day.
    pub answer: Option<(i64, NaiveDate)>,
    /// Days after the due date: until the answer, or until today while there is none.
    pub days_late: u32,
}

/// How a party stands with an event on a day, by the rules of the day on which it was answered or,
/// while it waits, of `today`: what the matrix says and said. `None` if the event does not oblige
/// the party, or no rule asks for anything and nothing answered it.
#[must_use]
pub fn event_standing(
    past: &Past<'_>,
    event: &TriggerEvent,
    today: NaiveDate,
) -> Option<EventStanding> {
    let party = Party::of(past.party, &past.facts);
    if event.occurred_on > today || !party.is_obliged_by(event) {
        return None;
    }
    let answer = answer(past, event, today);
    let day = answer.map_or(today, |(_, day)| day.max(event.occurred_on));
    let on = Conditions::of(&past.facts, past.calendar, past.timeline, day);
    if let (None, Some(since)) = (answer, on.closures.since(day)) {
        let closed = Outcome::without_due(Status::NoClock, Ground::Closed { since });
        return Some(EventStanding {
            status: EventStatus::NotAsked,
            due: None,
            unannounced: false,
            arithmetic: closed.explain(past.calendar),
            answer: None,
            days_late: 0,
        });
    }
    let Some(deadline) = deadline(past.rules.on(day), event, past.facts.taken_over, on) else {
        return answer.map(|answer| EventStanding {
            status: EventStatus::AnsweredOnTime,
            due: None,
            unannounced: false,
            arithmetic: "更新时已没有因该事件而更新的要求。".to_owned(),
            answer: Some(answer),
            days_late: 0,
        });
    };
    let ground = Ground::Event {
        event,
        limit: deadline.limit,
        start: deadline.start,
        closed: on.closures.days(deadline.start, deadline.due.min(day)) > 0,
        open: 1,
    };
    let outcome = Outcome {
        unannounced: deadline.unannounced,
        ..Outcome::due_on(Status::Fresh, deadline.due, ground)
    };
    let late = day.signed_duration_since(deadline.due).num_days();
    Some(EventStanding {
        status: match (answer.is_some(), late) {
            (true, ..=0) => EventStatus::AnsweredOnTime,
            (true, _) => EventStatus::AnsweredLate,
            (false, ..0) => EventStatus::Waiting,
            (false, 0) => EventStatus::DueToday,
            (false, _) => EventStatus::Overdue,
        },
        due: Some(deadline.due),
        unannounced: deadline.unannounced,
        arithmetic: outcome.explain(past.calendar),
        answer,
        days_late: u32::try_from(late).unwrap_or(0),
    })
}

/// The party's first publication up to the end of a day that names the event, and its day.
pub(super) fn answer(
    past: &Past<'_>,
    event: &TriggerEvent,
    until: NaiveDate,
) -> Option<(i64, NaiveDate)> {
    let party = Party::of(past.party, &past.facts);
    past.facts
        .publications
        .iter()
        .filter(|publication| publication.event_ids.contains(&event.id))
        .map(|publication| (publication, day_of(publication.published_at.naive_utc())))
        .filter(|(publication, day)| {
            *day <= until && party.includes(publication.department_id, || *day)
        })
        .min_by_key(|(publication, _)| (publication.published_at, publication.id))
        .map(|(publication, day)| (publication.id, day))
}

/// “补登，晚 3 天” for an event that was registered on a later day than it happened.
#[must_use]
pub fn late_registration(occurred_on: NaiveDate, registered_on: NaiveDate) -> Option<String> {
    let days = registered_on.signed_duration_since(occurred_on).num_days();
    (days > 0).then(|| format!("补登，晚 {days} 天"))
}
