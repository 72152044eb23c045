//! What must be true of a trigger event before it is stored.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use lanmu_api::error::FieldError;
use lanmu_api::evidence::RegisterEvent;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Actor;
use lanmu_domain::rule::{ChangeSubject, Rule, Trigger};
use lanmu_domain::text::clean_line;

use crate::error::Problem;
use crate::service::freshness::LoadedDuty;

/// Characters of a title at most.
const TITLE_MAX: usize = 200;
/// Characters of a document number at most.
const NUMBER_MAX: usize = 60;
/// Duties that one event can concern at most.
pub(super) const DUTIES_MAX: usize = 200;
/// How many days back an event can be registered: a year.
const DAYS_BACK: u64 = 366;

/// An event that may be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CheckedEvent {
    pub trigger: Trigger,
    pub title: String,
    pub document_number: String,
    pub occurred_on: NaiveDate,
    pub duty_ids: Vec<i64>,
    pub change: Option<ChangeSubject>,
    pub department_ids: Vec<i64>,
}

/// Checks the fields against the duties that were found, then whether the person may oblige the
/// departments that the event obliges.
pub(super) fn check_event(
    request: &RegisterEvent,
    duties: &[LoadedDuty],
    actor: &Actor,
    today: NaiveDate,
) -> Result<CheckedEvent, Problem> {
    let mut wrong = Vec::new();
    let title = line(&mut wrong, "title", "标题", &request.title, TITLE_MAX);
    let document_number = line(
        &mut wrong,
        "document_number",
        "文号",
        &request.document_number,
        NUMBER_MAX,
    );
    if title.is_empty() && wrong.is_empty() {
        wrong.push(field("title", "请填写标题。"));
    }
    check_day(&mut wrong, request.occurred_on, today);
    check_change(&mut wrong, request);
    check_duties(&mut wrong, request, duties);
    check_departments(&mut wrong, request, duties);
    if !wrong.is_empty() {
        return Err(Problem::invalid(wrong));
    }
    if !may_oblige(actor, request, duties) {
        return Err(Problem::not_allowed());
    }
    Ok(CheckedEvent {
        trigger: request.trigger,
        title,
        document_number,
        occurred_on: request.occurred_on,
        duty_ids: duties.iter().map(|duty| duty.id).collect(),
        change: request.change,
        department_ids: distinct(&request.department_ids),
    })
}

fn check_day(wrong: &mut Vec<FieldError>, day: NaiveDate, today: NaiveDate) {
    if let Some(message) = day_problem(day, today) {
        wrong.push(field("occurred_on", message));
    }
}

/// Why an event of this day cannot be registered today; `None` if it can.
#[must_use]
pub fn day_problem(day: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    let earliest = today
        .checked_sub_days(Days::new(DAYS_BACK))
        .unwrap_or(NaiveDate::MIN);
    if day > today {
        Some("发生日期不能晚于今天。")
    } else if day < earliest {
        Some("发生日期不能早于一年前。")
    } else {
        None
    }
}

fn check_duties(wrong: &mut Vec<FieldError>, request: &RegisterEvent, duties: &[LoadedDuty]) {
    let asked: BTreeSet<i64> = request.duty_ids.iter().copied().collect();
    if asked.is_empty() {
        wrong.push(field("duty_ids", "请至少选择一个栏目。"));
    } else if asked.len() > DUTIES_MAX {
        wrong.push(field(
            "duty_ids",
            &format!("一次最多选择{DUTIES_MAX}个栏目。"),
        ));
    } else if duties.len() != asked.len() {
        wrong.push(field(
            "duty_ids",
            "所选栏目有的不在现行责任矩阵中，请刷新后重新选择。",
        ));
    }
    for duty in duties {
        let name = duty.column_path.join("／");
        if !obliges(duty, request.trigger) {
            let label = request.trigger.label();
            wrong.push(field(
                "duty_ids",
                &format!("栏目“{name}”没有因“{label}”而更新的要求，请去掉该栏目或更换事件类型。"),
            ));
        }
    }
}

/// What changed is said for changes and for nothing else.
fn check_change(wrong: &mut Vec<FieldError>, request: &RegisterEvent) {
    if request.change.is_some() && request.trigger != Trigger::Change {
        wrong.push(field("change", "只有“内容变化”才填写变化事项。"));
    }
}

/// Every department answers for at least one of the columns, and every column has one of the
/// departments: otherwise the event would oblige nobody there.
fn check_departments(wrong: &mut Vec<FieldError>, request: &RegisterEvent, duties: &[LoadedDuty]) {
    let asked = distinct(&request.department_ids);
    if asked.is_empty() {
        return;
    }
    if asked
        .iter()
        .any(|id| !duties.iter().any(|duty| duty.owners.contains(id)))
    {
        wrong.push(field(
            "department_ids",
            "所选部门有的不是所选栏目的责任部门，请重新选择。",
        ));
    }
    for duty in duties {
        if !asked.iter().any(|id| duty.owners.contains(id)) {
            let name = duty.column_path.join("／");
            wrong.push(field(
                "department_ids",
                &format!("所选部门都不是栏目“{name}”的责任部门。"),
            ));
        }
    }
}

fn distinct(ids: &[i64]) -> Vec<i64> {
    let ids: BTreeSet<i64> = ids.iter().copied().collect();
    ids.into_iter().collect()
}

fn obliges(duty: &LoadedDuty, trigger: Trigger) -> bool {
    duty.rules.iter().any(|applied| match &applied.rule {
        Rule::Event { triggers, .. } => triggers.contains(&trigger),
        _ => false,
    })
}

/// An officer obliges the own department only; who obliges all owners must be allowed for each of
/// them, which is the coordinator. Nobody but who keeps the matrix obliges a duty without owner.
fn may_oblige(actor: &Actor, request: &RegisterEvent, duties: &[LoadedDuty]) -> bool {
    let may = |id: &i64| Permission::RegisterEvents.held_in(actor, *id);
    if !request.department_ids.is_empty() {
        return request.department_ids.iter().all(may);
    }
    duties.iter().all(|duty| {
        if duty.owners.is_empty() {
            Permission::ManageMatrix.held(actor)
        } else {
            duty.owners.iter().all(may)
        }
    })
}

fn line(wrong: &mut Vec<FieldError>, name: &str, label: &str, text: &str, max: usize) -> String {
    clean_line(text, max).unwrap_or_else(|problem| {
        wrong.push(field(name, &problem.message(label)));
        String::new()
    })
}

fn field(name: &str, message: &str) -> FieldError {
    FieldError {
        field: name.to_owned(),
        message: message.to_owned(),
    }
}
