//! The events of an iCalendar file as the common Chinese holiday calendars publish them: all-day
//! events with an exclusive DTEND, and make-up days as events from nine to six.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use icalendar::parser::{Component, read_calendar, unfold};
use lanmu_domain::calendar::{FileArrangements, FileEvent, FileProblem, read_events};

use crate::clock::local;

/// How deep components lie in each other at most; an alarm in an event is 3.
const DEPTH_MAX: usize = 8;

/// Reads the text of an .ics file.
#[must_use]
pub fn read_icalendar(text: &str) -> FileArrangements {
    let text = unfold(text.trim_start_matches('\u{feff}').trim_start());
    let lines = match event_lines(&text) {
        Ok(lines) => lines,
        Err(problems) => return refused(problems),
    };
    let calendar = match read_calendar(&text) {
        Ok(calendar) => calendar,
        Err(_) => return refused(vec![FileProblem::new("文件", "不是有效的 iCalendar 文件")]),
    };
    let events = calendar.components.iter().filter(|c| c.name == "VEVENT");
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for (component, line) in events.zip(lines) {
        match event(component, line) {
            Ok(Some(event)) => found.push(event),
            Ok(None) => {}
            Err(problem) => problems.push(problem),
        }
    }
    if found.is_empty() && problems.is_empty() {
        problems.push(FileProblem::new("文件", "没有任何日程（VEVENT）"));
    }
    let mut read = read_events(found);
    problems.append(&mut read.problems);
    read.problems = problems;
    read
}

fn refused(problems: Vec<FileProblem>) -> FileArrangements {
    FileArrangements {
        problems,
        ..FileArrangements::default()
    }
}

/// The lines on which events begin, where every component that begins ends, and every other line
/// is a property. The parser says less well where the fault is, and goes as deep as it is led.
fn event_lines(text: &str) -> Result<Vec<usize>, Vec<FileProblem>> {
    let (mut open, mut lines, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for (number, line) in (1..).zip(text.lines()) {
        let place = || format!("第 {number} 行");
        let Some((name, value)) = line.split_once(':') else {
            if !line.trim().is_empty() {
                problems.push(FileProblem::new(place(), "不是“名称:内容”的形式"));
            }
            continue;
        };
        let value = value.trim_end();
        if name.eq_ignore_ascii_case("BEGIN") {
            if open.is_empty() && value != "VCALENDAR" {
                problems.push(FileProblem::new(place(), "须以 BEGIN:VCALENDAR 开头"));
            }
            if value == "VEVENT" && open.len() == 1 {
                lines.push(number);
            }
            open.push(value);
            if open.len() > DEPTH_MAX {
                problems.push(FileProblem::new(place(), "嵌套过深"));
                return Err(problems);
            }
        } else if name.eq_ignore_ascii_case("END") {
            match open.pop() {
                Some(begun) if begun == value => {}
                Some(begun) => {
                    let message = format!("END:{value} 与 BEGIN:{begun} 不对应");
                    problems.push(FileProblem::new(place(), message));
                }
                None => {
                    let message = format!("END:{value} 没有对应的 BEGIN");
                    problems.push(FileProblem::new(place(), message));
                }
            }
        } else if open.is_empty() {
            problems.push(FileProblem::new(place(), "在 BEGIN:VCALENDAR 之外"));
        }
    }
    if let Some(begun) = open.last() {
        let message = format!("缺少 END:{begun}，文件不完整");
        problems.push(FileProblem::new("文件末尾", message));
    }
    if text.trim().is_empty() {
        problems.push(FileProblem::new("文件", "没有内容"));
    }
    if problems.is_empty() {
        Ok(lines)
    } else {
        Err(problems)
    }
}

/// An event; `None` where it was cancelled.
fn event(component: &Component<'_>, line: usize) -> Result<Option<FileEvent>, FileProblem> {
    let value = |name: &str| {
        component
            .find_prop(name)
            .map(|found| found.val.as_str().trim())
    };
    let summary = component
        .find_prop("SUMMARY")
        .map(|found| found.val.clone().unescape_text().as_str().to_owned())
        .unwrap_or_default();
    let place = format!("第 {line} 行的日程“{summary}”");
    let fault = |message: String| FileProblem::new(place.clone(), message);
    if value("STATUS") == Some("CANCELLED") {
        return Ok(None);
    }
    let start = value("DTSTART").ok_or_else(|| fault("缺少 DTSTART".to_owned()))?;
    let start = Moment::read(start).ok_or_else(|| fault(format!("DTSTART:{start} 不是日期")))?;
    let last = match (value("DTEND"), value("DURATION")) {
        (Some(end), _) => Moment::read(end)
            .ok_or_else(|| fault(format!("DTEND:{end} 不是日期")))?
            .last_day(start.day),
        (None, Some(span)) => {
            after(start.day, span).ok_or_else(|| fault(format!("DURATION:{span} 不是整日")))?
        }
        (None, None) => start.day,
    };
    Ok(Some(FileEvent {
        special_day: value("X-APPLE-SPECIAL-DAY").map(ToOwned::to_owned),
        first: start.day,
        last,
        repeats: value("RRULE").is_some() || value("RDATE").is_some(),
        summary,
        place,
    }))
}

/// A day, or a time of a day in Shanghai.
struct Moment {
    day: NaiveDate,
    time: Option<NaiveTime>,
}

impl Moment {
    fn read(text: &str) -> Option<Self> {
        if let Ok(day) = NaiveDate::parse_from_str(text, "%Y%m%d") {
            return (text.len() == 8).then_some(Self { day, time: None });
        }
        let naive = |text| NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok();
        let at = match text.strip_suffix('Z') {
            Some(utc) => {
                let at: DateTime<Utc> = naive(utc)?.and_utc();
                local(at).naive_local()
            }
            None => naive(text)?,
        };
        Some(Self {
            day: at.date(),
            time: Some(at.time()),
        })
    }

    /// The last day of an event that ends then. Days and midnights are exclusive; some calendars
    /// write the same day twice.
    fn last_day(&self, first: NaiveDate) -> NaiveDate {
        let exclusive = self.time.is_none_or(|time| time == NaiveTime::MIN);
        if exclusive && self.day > first {
            self.day.pred_opt().unwrap_or(self.day)
        } else {
            self.day
        }
    }
}

/// The last day of `P3D` or `P1W`.
fn after(first: NaiveDate, span: &str) -> Option<NaiveDate> {
    let span = span.strip_prefix('P')?;
    let days: u64 = match span.strip_suffix('W') {
        Some(weeks) => weeks.parse::<u64>().ok()?.checked_mul(7)?,
        None => span.strip_suffix('D')?.parse().ok()?,
    };
    first.checked_add_days(Days::new(days.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use lanmu_domain::calendar::FileArrangements;

    use super::read_icalendar;

    fn calendar(events: &str) -> String {
        format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n").replace('\n', "\r\n")
    }

    fn event(lines: &str) -> String {
        format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")
    }

    fn read(events: &[&str]) -> FileArrangements {
        let events: String = events.iter().map(|lines| event(lines)).collect();
        read_icalendar(&calendar(&events))
    }

    fn faults(read: &FileArrangements) -> Vec<String> {
        read.problems.iter().map(ToString::to_string).collect()
    }

    fn days(read: &FileArrangements, year: i32) -> (Vec<String>, Vec<String>) {
        let text = |days: &std::collections::BTreeSet<chrono::NaiveDate>| {
            days.iter().map(ToString::to_string).collect()
        };
        let year = &read.years[&year];
        (text(&year.off), text(&year.work))
    }

    #[test]
    fn the_common_forms_are_read() {
        let read = read(&[
            "DTSTART;VALUE=DATE:20270205\nDTEND;VALUE=DATE:20270208\nSUMMARY;LANGUAGE=zh_CN:春节（休）\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY",
            "DTSTART;VALUE=DATE:20270220\nSUMMARY:国庆节（班）\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY",
            "DTSTART:20270130T090000\nDTEND:20270130T180000\nSUMMARY:春节 补班 第1天/共2天\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT60M\nEND:VALARM",
            "DTSTART;VALUE=DATE:20270918\nDTEND;VALUE=DATE:20270918\nSUMMARY:上班(补国庆节\n 假期)",
            "DTSTART;VALUE=DATE:20271001\nDURATION:P2D\nSUMMARY:国庆节 休",
            "DTSTART:20270404T160000Z\nDTEND:20270405T160000Z\nSUMMARY:清明节假期",
            "DTSTART;VALUE=DATE:20270101\nSTATUS:CANCELLED\nSUMMARY:元旦 休",
            "DTSTART;VALUE=DATE:20270214\nRRULE:FREQ=YEARLY\nSUMMARY:情人节",
        ]);
        assert_eq!(faults(&read), Vec::<String>::new());
        let (off, work) = days(&read, 2027);
        assert_eq!(
            off,
            [
                "2027-02-05",
                "2027-02-06",
                "2027-02-07",
                "2027-04-05",
                "2027-10-01",
                "2027-10-02"
            ]
        );
        assert_eq!(work, ["2027-01-30", "2027-02-20", "2027-09-18"]);
        assert_eq!(read.passed_over.len(), 1);
        assert!(read.passed_over[0].contains("情人节"));
    }

    #[test]
    fn every_fault_names_line_and_event() {
        let read = read(&[
            "DTSTART;VALUE=DATE:20270230\nSUMMARY:春节 休",
            "SUMMARY:元旦 休",
            "DTSTART;VALUE=DATE:20270501\nDTEND;VALUE=DATE:later\nSUMMARY:劳动节 休",
            "DTSTART;VALUE=DATE:20270501\nDURATION:PT3H\nSUMMARY:劳动节 休",
            "DTSTART;VALUE=DATE:20271001\nDTEND;VALUE=DATE:20271003\nRRULE:FREQ=YEARLY\nSUMMARY:国庆节 休",
        ]);
        assert_eq!(
            faults(&read),
            [
                "第 3 行的日程“春节 休”：DTSTART:20270230 不是日期",
                "第 7 行的日程“元旦 休”：缺少 DTSTART",
                "第 10 行的日程“劳动节 休”：DTEND:later 不是日期",
                "第 15 行的日程“劳动节 休”：DURATION:PT3H 不是整日",
                "第 20 行的日程“国庆节 休”：是重复日程，放假和补班须逐年列出",
            ]
        );
    }

    #[test]
    fn a_broken_file_says_where() {
        let broken = |text: &str| faults(&read_icalendar(text));
        assert_eq!(broken(""), ["文件：没有内容"]);
        assert_eq!(broken(&calendar("")), ["文件：没有任何日程（VEVENT）"]);
        assert_eq!(
            broken("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101\n"),
            ["文件末尾：缺少 END:VEVENT，文件不完整"]
        );
        assert_eq!(
            broken("BEGIN:VCALENDAR\nBEGIN:VEVENT\nnothing\nEND:VCALENDAR\nEND:VCALENDAR\n"),
            [
                "第 3 行：不是“名称:内容”的形式",
                "第 4 行：END:VCALENDAR 与 BEGIN:VEVENT 不对应",
            ]
        );
        let deep = "BEGIN:VCALENDAR\n".repeat(200_000);
        assert_eq!(broken(&deep), ["第 9 行：嵌套过深"]);
    }
}
