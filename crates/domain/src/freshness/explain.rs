//! Outcomes in words: one Chinese sentence each.

use chrono::NaiveDate;

use super::TriggerEvent;
use super::count::last_day;
use super::outcome::{CountState, Ground, Outcome};
use crate::calendar::WorkCalendar;
use crate::rule::{Limit, Period};

impl Outcome<'_> {
    pub(super) fn explain(&self, calendar: &WorkCalendar) -> String {
        match self.ground {
            Ground::Elapsed {
                period,
                last,
                since,
                attestable,
            } => {
                let act = if attestable {
                    "更新或核对"
                } else {
                    "更新"
                };
                let within = span(period);
                let due = self
                    .due
                    .map(|due| format!("，期限 {due}"))
                    .unwrap_or_default();
                match last {
                    None => format!("尚无发布记录，自 {since} 起 {within}内应{act}{due}。"),
                    Some(last) => {
                        let what = if last.attested {
                            "核对无变化"
                        } else {
                            "发布"
                        };
                        format!("上次{what}于 {}，{within}内应再次{act}{due}。", last.on)
                    }
                }
            }
            Ground::Count {
                per_year,
                year,
                published,
                state,
            } => explain_count(per_year, year, published, state),
            Ground::Event { event, limit, open } => explain_event(event, limit, open, calendar),
            Ground::NoEvent => "没有待更新的触发事件。".to_owned(),
            Ground::Age { period, oldest } => explain_age(period, oldest, self.due),
            Ground::Reply => "按来信类型的答复期限办理，栏目本身不计时。".to_owned(),
            Ground::External => "由县外统一更新，本县不计时。".to_owned(),
        }
    }
}

fn explain_count(per_year: u16, year: i32, published: u32, state: CountState) -> String {
    let asked = format!("{year} 年应发布不少于 {per_year} 次");
    let due = last_day(year);
    match state {
        CountState::Met => {
            let next = last_day(year.saturating_add(1));
            format!("{asked}，已发布 {published} 次，下一期限 {next}。")
        }
        CountState::Short { expected } if published < expected => {
            format!("{asked}，按进度应已发布 {expected} 次，实际 {published} 次，期限 {due}。")
        }
        CountState::Short { .. } => {
            let missing = u32::from(per_year).saturating_sub(published);
            format!("{asked}，已发布 {published} 次，还差 {missing} 次，期限 {due}。")
        }
        CountState::EndedShort => {
            format!("{asked}，实际 {published} 次，期限 {due} 已过且此后尚未发布。")
        }
    }
}

fn explain_event(
    event: &TriggerEvent,
    limit: Limit,
    open: usize,
    calendar: &WorkCalendar,
) -> String {
    let happened = match event.title.trim() {
        "" => event.trigger.label().to_owned(),
        title => format!("{}（{title}）", event.trigger.label()),
    };
    let mut text = calendar
        .deadline_after(event.occurred_on, &happened, limit)
        .arithmetic;
    if open > 1 {
        let end = text.trim_end_matches('。').len();
        text.truncate(end);
        text += &format!("，连同此件共 {open} 件待更新。");
    }
    text
}

fn explain_age(period: Period, oldest: Option<NaiveDate>, due: Option<NaiveDate>) -> String {
    let within = span(period);
    match (oldest, due) {
        (Some(oldest), Some(due)) => {
            format!(
                "内容保留不超过 {within}，最早一条发布于 {oldest}，应在 {due} 前（含当日）下线或归档。"
            )
        }
        _ => format!("内容保留不超过 {within}，目前没有在线内容。"),
    }
}

/// “14 天”, “6 个月”, “1 年”.
fn span(period: Period) -> String {
    match period {
        Period::Days(n) => format!("{n} 天"),
        Period::Months(n) if n > 0 && n % 12 == 0 => format!("{} 年", n / 12),
        Period::Months(n) => format!("{n} 个月"),
    }
}
