//! The indicators one by one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ColumnState, DoubtfulDate, Entry, Level, RedLine};
use crate::calendar::add_period;
use crate::column::ColumnKind;
use crate::freshness::Status;
use crate::parameters::Parameters;
use crate::rule::Period;
use crate::text::day::long_day;

/// The value of 首页不更新 for a site that never published anything.
pub const NEVER: u32 = u32::MAX;
/// Columns shown behind 首页不更新.
const HOME_SHOWN: usize = 10;

/// A single veto that these data can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Indicator {
    /// 首页不更新: days since the last publication on the home page.
    HomePage,
    /// 栏目不更新: news without an update in 2 weeks and notices and policies in 6 months.
    NotUpdated,
    /// 应更新未更新: columns past their due date.
    Overdue,
    /// 空白栏目.
    Blank,
    /// 弄虚作假: publications whose date was found false.
    FalseDates,
}

impl Indicator {
    /// All indicators, in the order in which the page shows them.
    pub const ALL: [Self; 5] = [
        Self::HomePage,
        Self::NotUpdated,
        Self::Overdue,
        Self::Blank,
        Self::FalseDates,
    ];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::HomePage => "首页不更新",
            Self::NotUpdated => "栏目不更新",
            Self::Overdue => "应更新未更新",
            Self::Blank => "空白栏目",
            Self::FalseDates => "弄虚作假",
        }
    }

    /// The name as addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::HomePage => "home_page",
            Self::NotUpdated => "not_updated",
            Self::Overdue => "overdue",
            Self::Blank => "blank",
            Self::FalseDates => "false_dates",
        }
    }

    /// What is counted.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Self::HomePage => "天",
            Self::NotUpdated | Self::Overdue | Self::Blank => "个栏目",
            Self::FalseDates => "条",
        }
    }

    /// What fails the site, in Chinese.
    #[must_use]
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::HomePage => {
                "首页各栏目超过2周都没有更新。分工表所列栏目均在首页之下，任一栏目有新内容即视为首页更新。"
            }
            Self::NotUpdated => {
                "动态要闻类栏目超过2周、通知公告和政策文件类栏目超过6个月没有更新的，合计达到限值。"
            }
            Self::Overdue => "超过更新期限而没有更新的栏目达到限值。",
            Self::Blank => "开设后从未发布内容的栏目达到限值。",
            Self::FalseDates => "发布日期经核实不实的，出现一条即触线；存疑待核实的，提前预警。",
        }
    }

    /// The limit and the warning level in force.
    const fn levels(self, parameters: &Parameters) -> (u16, u16) {
        match self {
            Self::HomePage => (parameters.red_home_days, parameters.red_home_warning),
            Self::NotUpdated => (
                parameters.red_not_updated,
                parameters.red_not_updated_warning,
            ),
            Self::Overdue => (parameters.red_overdue, parameters.red_overdue_warning),
            Self::Blank => (parameters.red_blank, parameters.red_blank_warning),
            Self::FalseDates => (1, 1),
        }
    }

    pub(super) fn measure(
        self,
        columns: &[ColumnState],
        doubtful: &[DoubtfulDate],
        parameters: &Parameters,
        today: NaiveDate,
    ) -> RedLine {
        let (limit, warning) = self.levels(parameters);
        let (limit, warning) = (u32::from(limit), u32::from(warning));
        let (value, warned, mut entries) = match self {
            Self::HomePage => home_page(columns, today),
            Self::NotUpdated => of_columns(columns, |c| not_updated(c, parameters, today)),
            Self::Overdue => of_columns(columns, |c| overdue(c, today)),
            Self::Blank => of_columns(columns, blank),
            Self::FalseDates => false_dates(doubtful),
        };
        let level = if value >= limit {
            Level::Crossed
        } else if warned >= warning {
            Level::Warned
        } else {
            Level::Clear
        };
        if self != Self::HomePage {
            // Nothing ever published is worst, then the oldest.
            entries.sort_by_key(|entry| (entry.last_updated_on, entry.duty_id));
        }
        RedLine {
            indicator: self,
            value,
            limit,
            warning,
            level,
            entries,
        }
    }
}

/// The value, the value that is compared with the warning level, and what is behind them.
type Measured = (u32, u32, Vec<Entry>);

/// Days since the last publication in any column: every column of the table stands under an entry
/// of the home page (the first heading of Annex 2 is 首页). Nothing ever published: never updated.
/// Behind it stand the columns that were updated last. A site without columns has nothing to show.
fn home_page(columns: &[ColumnState], today: NaiveDate) -> Measured {
    let mut updated: Vec<&ColumnState> = columns
        .iter()
        .filter(|column| column.last_updated_on.is_some())
        .collect();
    updated.sort_by_key(|column| std::cmp::Reverse(column.last_updated_on));
    let days = match (columns.is_empty(), updated.first()) {
        (true, _) => 0,
        (false, None) => NEVER,
        (false, Some(newest)) => {
            let last = newest.last_updated_on.unwrap_or(today);
            let days = today.signed_duration_since(last).num_days();
            u32::try_from(days).unwrap_or(0)
        }
    };
    let words = |day: NaiveDate| format!("上次更新于{}", long_day(day));
    let entries = updated
        .into_iter()
        .take(HOME_SHOWN)
        .map(|column| {
            entry(
                column,
                column.last_updated_on.map(words).unwrap_or_default(),
            )
        })
        .collect();
    (days, days, entries)
}

fn of_columns(columns: &[ColumnState], wrong: impl Fn(&ColumnState) -> Option<String>) -> Measured {
    let entries: Vec<Entry> = columns
        .iter()
        .filter_map(|column| Some(entry(column, wrong(column)?)))
        .collect();
    let number = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    (number, number, entries)
}

/// News after 2 weeks, notices and policies after 6 months; an item without a date counts as not
/// updated, so a column without any is none.
fn not_updated(column: &ColumnState, parameters: &Parameters, today: NaiveDate) -> Option<String> {
    let (period, words) = match column.kind {
        ColumnKind::News => (Period::Days(parameters.red_news_days), "动态要闻类"),
        ColumnKind::Notice => (Period::Months(parameters.red_notice_months), "通知公告类"),
        ColumnKind::Policy => (Period::Months(parameters.red_notice_months), "政策文件类"),
        ColumnKind::Personnel
        | ColumnKind::Planning
        | ColumnKind::Overview
        | ColumnKind::Organisation
        | ColumnKind::Leaders
        | ColumnKind::Interaction
        | ColumnKind::Topic
        | ColumnKind::Other => return None,
    };
    match column.last_updated_on {
        None => Some(format!("{words}，从未发布内容")),
        Some(last) if add_period(last, period) < today => Some(format!(
            "{words}，上次更新于{}，超过{}",
            long_day(last),
            period.label()
        )),
        Some(_) => None,
    }
}

/// Past its due date, whether it was blank or grew stale.
fn overdue(column: &ColumnState, today: NaiveDate) -> Option<String> {
    let late = matches!(column.status, Status::Overdue | Status::Blank);
    let due = column.due.filter(|due| late && *due < today)?;
    let days = today.signed_duration_since(due).num_days();
    Some(format!("期限{}，已超 {days} 天", long_day(due)))
}

fn blank(column: &ColumnState) -> Option<String> {
    (column.status == Status::Blank).then(|| "从未发布内容".to_owned())
}

fn false_dates(doubtful: &[DoubtfulDate]) -> Measured {
    let entries = doubtful
        .iter()
        .map(|doubt| Entry {
            column_id: doubt.column_id,
            duty_id: doubt.duty_id,
            column_path: doubt.path.clone(),
            department_ids: vec![doubt.department_id],
            last_updated_on: None,
            what: if doubt.is_false {
                format!("“{}”的发布日期经核实不实", doubt.title)
            } else {
                format!("“{}”的发布日期存疑，待核实", doubt.title)
            },
        })
        .collect();
    let found = doubtful.iter().filter(|doubt| doubt.is_false).count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    (number(found), number(doubtful.len()), entries)
}

fn entry(column: &ColumnState, what: String) -> Entry {
    Entry {
        column_id: column.column_id,
        duty_id: column.duty_id,
        column_path: column.path.clone(),
        department_ids: column.department_ids.clone(),
        last_updated_on: column.last_updated_on,
        what,
    }
}
