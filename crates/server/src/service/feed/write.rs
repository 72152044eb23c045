//! Obligations as iCalendar (RFC 5545).

use chrono::{DateTime, Duration, Utc};
use icalendar::{Calendar, Component, Event, EventLike, Property};
use lanmu_api::obligation::ObligationView;
use lanmu_domain::freshness::Status;

/// What every event carries.
#[derive(Clone, Copy)]
pub(super) struct Stamp {
    /// Grows whenever a due date can have moved.
    pub sequence: u32,
    /// When that was.
    pub at: DateTime<Utc>,
}

/// How often programs should ask again.
const AGAIN: &str = "PT1H";

/// One all-day event for each obligation that has a due date.
pub(super) fn calendar(
    site: &str,
    site_id: i64,
    items: &[ObligationView],
    stamp: Stamp,
    link: impl Fn(&str) -> String,
) -> String {
    let mut calendar = Calendar::empty();
    let properties = [
        ("VERSION", "2.0"),
        ("PRODID", "-//Lanmu//Content assurance//ZH"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-TIMEZONE", "Asia/Shanghai"),
        ("X-PUBLISHED-TTL", AGAIN),
    ];
    for (key, value) in properties {
        calendar.append_property(Property::new(key, value));
    }
    let refresh = Property::new("REFRESH-INTERVAL", AGAIN)
        .add_parameter("VALUE", "DURATION")
        .done();
    calendar.append_property(refresh);
    calendar.append_property(Property::new("X-WR-CALNAME", format!("{site}更新期限")));
    for item in items {
        if let Some(event) = event(site_id, item, stamp, &link) {
            calendar.push(event);
        }
    }
    calendar.to_string()
}

fn event(
    site_id: i64,
    item: &ObligationView,
    stamp: Stamp,
    link: impl Fn(&str) -> String,
) -> Option<Event> {
    let due = item.due?;
    let next = due.succ_opt()?;
    let column = item.column_path.last().map_or("", String::as_str);
    let departments = item.department_names.join("、");
    let owner: Vec<String> = item.department_ids.iter().map(i64::to_string).collect();
    // The same obligation keeps its name when its due date moves.
    let uid = format!(
        "duty-{}-{}@site-{site_id}.lanmu",
        item.duty_id,
        owner.join("-")
    );
    let page = link(&format!("/matrix/duties/{}", item.duty_id));
    let mut event = Event::new();
    event
        .uid(&uid)
        .timestamp(stamp.at)
        .last_modified(stamp.at)
        .sequence(stamp.sequence)
        .starts(due)
        .ends(next)
        .summary(&format!(
            "【{}】{column}（{departments}）",
            item.status.label()
        ))
        .description(&format!(
            "{}\n{}\n{page}",
            item.column_path.join(" / "),
            item.arithmetic
        ))
        .add_property("CATEGORIES", item.status.label())
        .add_property("TRANSP", "TRANSPARENT");
    if page.starts_with("http") {
        event.url(&page);
    }
    if matches!(item.status, Status::DueSoon | Status::DueToday) {
        let nine = Duration::hours(9);
        let text = format!("{column}今日到期");
        event.alarm(icalendar::Alarm::display(&text, nine));
    }
    Some(event.done())
}
