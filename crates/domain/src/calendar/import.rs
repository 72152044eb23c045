//! Arrangements from files that people bring: JSON, and the events of an iCalendar file. Every
//! fault is named with its place; a file with faults is not to be used.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::YearArrangement;
use crate::text::day::long_day;

/// Days of one event at most: the longest holiday had nine, so a longer span is a mistake.
const SPAN_MAX: i64 = 31;

/// A fault in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileProblem {
    /// Where it is, in Chinese: a line, a year, an entry of a list, an event.
    pub place: String,
    /// What is wrong, in Chinese.
    pub message: String,
}

impl FileProblem {
    /// A fault at a place.
    pub fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            message: message.into(),
        }
    }
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}：{}", self.place, self.message)
    }
}

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileArrangements {
    /// The arrangement of each year that the file mentions; local days off are never among them.
    pub years: BTreeMap<i32, YearArrangement>,
    /// Every fault. With one of them nothing of the file may be used.
    pub problems: Vec<FileProblem>,
    /// Events that say neither that a day is off nor that it is worked.
    pub passed_over: Vec<String>,
}

impl FileArrangements {
    fn check(mut self) -> Self {
        for (year, arrangement) in &self.years {
            let place = format!("{year}年");
            let found = arrangement.problems(*year, true);
            self.problems.extend(
                found
                    .iter()
                    .map(|problem| FileProblem::new(&place, problem.to_string())),
            );
        }
        self
    }
}

/// An all-day event of an iCalendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileEvent {
    /// Where it is, for faults.
    pub place: String,
    /// SUMMARY.
    pub summary: String,
    /// X-APPLE-SPECIAL-DAY.
    pub special_day: Option<String>,
    /// First day.
    pub first: NaiveDate,
    /// Last day, inclusive.
    pub last: NaiveDate,
    /// Whether it comes again by a rule, which no arrangement does.
    pub repeats: bool,
}

/// Reads `{"2027": {"off": [dates], "work": [dates]}}`.
#[must_use]
pub fn read_json(text: &str) -> FileArrangements {
    let mut read = FileArrangements::default();
    let Entries(years) = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(entries) => entries,
        Err(error) => {
            let place = format!("第 {} 行第 {} 列", error.line(), error.column());
            let message = if error.is_data() {
                "须为“年份：放假、补班日期”的对象"
            } else {
                "不是有效的 JSON"
            };
            read.problems.push(FileProblem::new(place, message));
            return read;
        }
    };
    if years.is_empty() {
        let empty = FileProblem::new("文件", "没有任何年份");
        read.problems.push(empty);
    }
    for (key, value) in years {
        let Some(year) = key.parse().ok().filter(|year| (1000..=9999).contains(year)) else {
            read.problems
                .push(FileProblem::new(format!("“{key}”"), "不是四位数的年份"));
            continue;
        };
        let arrangement = read_year(year, value, &mut read.problems);
        if read.years.insert(year, arrangement).is_some() {
            let twice = FileProblem::new(format!("{year}年"), "在文件中出现了两次");
            read.problems.push(twice);
        }
    }
    read.check()
}

fn read_year(year: i32, value: Value, problems: &mut Vec<FileProblem>) -> YearArrangement {
    let mut arrangement = YearArrangement::default();
    let Value::Object(mut lists) = value else {
        problems.push(FileProblem::new(
            format!("{year}年"),
            "须含 off（放假）和 work（补班）两个列表",
        ));
        return arrangement;
    };
    for (name, days) in [
        ("off", &mut arrangement.off),
        ("work", &mut arrangement.work),
    ] {
        let place = format!("{year}年 {name}");
        match lists.remove(name) {
            Some(Value::Array(list)) => read_days(&place, &list, days, problems),
            Some(_) => problems.push(FileProblem::new(place, "须为日期的列表")),
            None => problems.push(FileProblem::new(place, "缺少此列表，没有日期时写 []")),
        }
    }
    for name in lists.keys() {
        problems.push(FileProblem::new(
            format!("{year}年 {name}"),
            "不认识的内容，只能有 off 和 work",
        ));
    }
    arrangement
}

fn read_days(
    place: &str,
    list: &[Value],
    days: &mut BTreeSet<NaiveDate>,
    problems: &mut Vec<FileProblem>,
) {
    for (index, entry) in list.iter().enumerate() {
        let place = format!("{place} 第 {} 项", index + 1);
        let day = entry.as_str().and_then(|text| text.parse().ok());
        match day {
            Some(day) if days.insert(day) => {}
            Some(day) => {
                problems.push(FileProblem::new(place, format!("{}重复", long_day(day))));
            }
            None => problems.push(FileProblem::new(
                place,
                format!("{entry} 不是日期，须写成 2027-01-01 的形式"),
            )),
        }
    }
}

/// A JSON object as it stands, keys that occur twice included.
struct Entries(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Entries;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of years")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

/// What an event says of its days.
enum Says {
    Off,
    Work,
    Nothing,
    Unclear,
}

/// Arrangements from the events of a file. An event that spans the turn of a year belongs to both
/// years.
#[must_use]
pub fn read_events(events: impl IntoIterator<Item = FileEvent>) -> FileArrangements {
    let mut read = FileArrangements::default();
    for event in events {
        let (first, last) = (long_day(event.first), long_day(event.last));
        if event.last < event.first {
            let message = format!("结束日期{last}早于开始日期{first}");
            read.problems.push(FileProblem::new(event.place, message));
            continue;
        }
        let says = says(&event);
        if matches!(says, Says::Nothing) {
            read.passed_over.push(event.place);
            continue;
        }
        if matches!(says, Says::Unclear) {
            let message = "看不出是放假还是补班，请在名称中写明“休”或“班”";
            read.problems.push(FileProblem::new(event.place, message));
            continue;
        }
        if event.repeats {
            let message = "是重复日程，放假和补班须逐年列出";
            read.problems.push(FileProblem::new(event.place, message));
            continue;
        }
        if (event.last - event.first).num_days() >= SPAN_MAX {
            let message = format!("从{first}到{last}，超过一个月");
            read.problems.push(FileProblem::new(event.place, message));
            continue;
        }
        for day in event.first.iter_days().take_while(|day| *day <= event.last) {
            let year = read.years.entry(day.year()).or_default();
            match says {
                Says::Work => year.work.insert(day),
                _ => year.off.insert(day),
            };
        }
    }
    read.check()
}

/// The mark of the calendar comes first. In words 班 is stronger than 假: “上班(补春节假期)” is a
/// working day. 调休 alone can mean either.
fn says(event: &FileEvent) -> Says {
    match event.special_day.as_deref() {
        Some("WORK-HOLIDAY") => return Says::Off,
        Some("ALTERNATE-WORKDAY") => return Says::Work,
        _ => {}
    }
    let words = event.summary.replace("休班", "休");
    if words.contains('班') {
        Says::Work
    } else if words.contains('假') || words.replace("调休", "").contains('休') {
        Says::Off
    } else if words.contains("调休") {
        Says::Unclear
    } else {
        Says::Nothing
    }
}
