//! 今日待办.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::freshness::{EvidenceDoubt, Status};
use lanmu_domain::review::Stage;
use lanmu_domain::role::Role;
use serde::{Deserialize, Serialize};

/// `GET /today`: what the person owes, most urgent first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TodayView {
    /// The server's day.
    pub today: NaiveDate,
    /// What is to be done, 100 items at most.
    pub items: Vec<TodayItem>,
    /// How many there are in all.
    pub total: u64,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum TodayItem {
    /// An item was sent back.
    Returned {
        /// The article.
        article_id: i64,
        /// Its title.
        title: String,
        /// Why it was sent back.
        reason: String,
        /// By whom.
        by: String,
        /// When.
        at: DateTime<FixedOffset>,
    },
    /// A column is blank, overdue or due soon.
    Duty {
        /// The duty.
        duty_id: i64,
        /// Its column.
        column_id: i64,
        /// The names of the column from the root down.
        column_path: Vec<String>,
        /// The department that owes it.
        department_id: i64,
        /// Its name.
        department_name: String,
        /// Its status.
        status: Status,
        /// Its due date.
        due: Option<NaiveDate>,
        /// The arithmetic of the rule that decides.
        arithmetic: String,
        /// An article for this column that is already being written or reviewed.
        article_id: Option<i64>,
    },
    /// An item waits for this person's review.
    Review {
        /// The article.
        article_id: i64,
        /// Its title.
        title: String,
        /// The stage that is awaited.
        stage: Stage,
        /// The department.
        department_name: String,
        /// Since when it has waited.
        since: DateTime<FixedOffset>,
        /// For whom it would be reviewed, if the person stands in (委托代办).
        #[serde(default)]
        on_behalf_of: Option<String>,
    },
    /// 缺审核人: for the coordinator and the leaders of the department: an item waits at a stage that
    /// nobody can sign.
    EmptyStage {
        /// The article.
        article_id: i64,
        /// Its title.
        title: String,
        /// The stage.
        stage: Stage,
        /// The department.
        department_name: String,
        /// Since when it has waited.
        since: DateTime<FixedOffset>,
    },
    /// The same for who grants posts: how many items of a department wait for somebody to be named.
    NamePerson {
        /// The department.
        department_id: i64,
        /// Its name.
        department_name: String,
        /// The role that is missing.
        role: Role,
        /// How many items wait.
        count: u64,
        /// Since when the first of them has waited.
        since: DateTime<FixedOffset>,
    },
    /// 事后审核: an emergency release waits for this person, or for others of the site where the
    /// person coordinates.
    Emergency {
        /// The article.
        article_id: i64,
        /// Its title.
        title: String,
        /// The department.
        department_name: String,
        /// Who released it.
        by: String,
        /// When.
        at: DateTime<FixedOffset>,
        /// Until when it has to be reviewed.
        due: DateTime<FixedOffset>,
        /// Whether that has passed.
        overdue: bool,
    },
    /// 评估审查: what is withheld has to be looked at again, by this leader; for the coordinator, where
    /// that is overdue.
    Assessment {
        /// The article.
        article_id: i64,
        /// Its title.
        title: String,
        /// The department.
        department_name: String,
        /// The day by which it has to be done.
        due: NaiveDate,
        /// Whether that has passed.
        overdue: bool,
    },
    /// An attestation waits for the section head.
    Attestation {
        /// The attestation.
        attestation_id: i64,
        /// The duty.
        duty_id: i64,
        /// The names of the column from the root down.
        column_path: Vec<String>,
        /// The department.
        department_name: String,
        /// What was looked at.
        note: String,
        /// By whom.
        by: String,
        /// Since when it has waited.
        since: DateTime<FixedOffset>,
        /// For the coordinator: the department has nobody who may confirm it. `false` for the
        /// section head who may.
        nobody_confirms: bool,
    },
    /// For the coordinator: doubtful publications without a verdict.
    Verdicts {
        /// How many.
        count: u64,
        /// When the oldest of them was recorded.
        since: DateTime<FixedOffset>,
    },
    /// For the officer: a publication of the department is doubtful and counts as nothing, until
    /// it is corrected or the coordinator has judged it.
    Doubtful {
        /// The publication.
        publication_id: i64,
        /// The article, if it went through the reviews here.
        article_id: Option<i64>,
        /// Its title.
        title: String,
        /// The department.
        department_name: String,
        /// The time that is doubtful.
        published_at: DateTime<FixedOffset>,
        /// Why.
        doubts: Vec<EvidenceDoubt>,
    },
    /// 工作机构表: a department of the person's is asked for it and has not handed it in.
    Roster {
        /// The collection.
        collection_id: i64,
        /// Its title.
        title: String,
        /// The department.
        department_id: i64,
        /// Its name.
        department_name: String,
        /// The deadline.
        due: DateTime<FixedOffset>,
        /// Whether that has passed.
        overdue: bool,
        /// When the department was last reminded.
        reminded_at: Option<DateTime<FixedOffset>>,
    },
    /// A released item has no published address yet.
    Backfill {
        /// The article.
        article_id: i64,
        /// Its title.
        title: String,
        /// When it was released.
        released_at: DateTime<FixedOffset>,
    },
    /// A draft that was begun and not submitted.
    Draft {
        /// The article.
        article_id: i64,
        /// Its title.
        title: String,
        /// When it was last changed.
        changed_at: DateTime<FixedOffset>,
    },
}
