//! An entry of a department's roster before it is stored.

use chrono::{Days, NaiveDate};

use super::form::RosterRole;
use super::phone::{clean_mobile, clean_office_phone};
use crate::text::{FieldProblem, clean_line, is_blank};

/// Characters of a name at most.
const NAME_MAX: usize = 40;
/// Characters of a post at most.
const POST_MAX: usize = 60;
/// Days that an entry may begin ahead at most.
const DAYS_AHEAD_MAX: u64 = 366;

/// An entry as it was typed.
#[derive(Clone, Copy, Debug)]
pub struct EntryDraft<'a> {
    /// Which part of the form.
    pub role: RosterRole,
    /// 姓名.
    pub name: &'a str,
    /// 职务.
    pub post: &'a str,
    /// 座机.
    pub office_phone: &'a str,
    /// 手机.
    pub mobile: &'a str,
    /// The first day.
    pub first_day: NaiveDate,
}

/// An entry whose fields are right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CleanEntry {
    /// Which part of the form.
    pub role: RosterRole,
    /// 姓名.
    pub name: String,
    /// 职务.
    pub post: String,
    /// 座机 in its one form, empty for none.
    pub office_phone: String,
    /// 手机 as 11 digits, empty for none.
    pub mobile: String,
    /// The first day.
    pub first_day: NaiveDate,
}

/// Checks an entry. Numbers may be missing until the form is handed in.
///
/// # Errors
/// Every field that is wrong.
pub fn check_entry(
    draft: &EntryDraft<'_>,
    today: NaiveDate,
) -> Result<CleanEntry, Vec<FieldProblem>> {
    let mut wrong = Vec::new();
    let mut line = |field: &str, text: &str, max: usize, label: &str| match clean_line(text, max) {
        Ok(text) if is_blank(&text) => {
            wrong.push(FieldProblem::new(field, format!("请填写{label}。")));
            text
        }
        Ok(text) => text,
        Err(problem) => {
            wrong.push(FieldProblem::new(
                field,
                format!("{}。", problem.message(label)),
            ));
            String::new()
        }
    };
    let name = line("name", draft.name, NAME_MAX, "姓名");
    let post = line("post", draft.post, POST_MAX, "职务");
    let office_phone = clean_office_phone(draft.office_phone).unwrap_or_else(|problem| {
        wrong.push(FieldProblem::new("office_phone", problem.message()));
        String::new()
    });
    let mobile = clean_mobile(draft.mobile).unwrap_or_else(|problem| {
        wrong.push(FieldProblem::new("mobile", problem.message()));
        String::new()
    });
    let latest = today.checked_add_days(Days::new(DAYS_AHEAD_MAX));
    if latest.is_some_and(|latest| draft.first_day > latest) {
        let message = "起始日期最多提前一年填写，请核对年份。";
        wrong.push(FieldProblem::new("first_day", message));
    }
    if wrong.is_empty() {
        Ok(CleanEntry {
            role: draft.role,
            name,
            post,
            office_phone,
            mobile,
            first_day: draft.first_day,
        })
    } else {
        Err(wrong)
    }
}

/// Whether an entry counts on a day; its last day counts.
#[must_use]
pub fn in_force(first_day: NaiveDate, last_day: Option<NaiveDate>, day: NaiveDate) -> bool {
    first_day <= day && last_day.is_none_or(|last| day <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let draft = EntryDraft {
            role: RosterRole::Leader,
            name: " ",
            post: "",
            office_phone: "1",
            mobile: "2",
            first_day: day("2030-01-01"),
        };
        let wrong = check_entry(&draft, day("2026-11-23"));
        let fields: Vec<String> = wrong
            .map_err(|wrong| wrong.into_iter().map(|one| one.field).collect())
            .err()
            .unwrap_or_default();
        assert_eq!(
            fields,
            ["name", "post", "office_phone", "mobile", "first_day"]
        );
    }

    #[test]
    fn the_last_day_counts() {
        let (first, last) = (day("2026-11-01"), Some(day("2026-11-10")));
        assert!(!in_force(first, last, day("2026-10-31")));
        assert!(in_force(first, last, day("2026-11-01")));
        assert!(in_force(first, last, day("2026-11-10")));
        assert!(!in_force(first, last, day("2026-11-11")));
        assert!(in_force(first, None, day("2030-01-01")));
    }
}
