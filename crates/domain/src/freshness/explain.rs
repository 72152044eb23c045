//! Outcomes in words: one Chinese sentence each.

use chrono::NaiveDate;

use super::TriggerEvent;
use super::count::last_day;
use super::obligation::late_registration;
use super::outcome::{CountState, Ground, Outcome, PutOff};
use crate::calendar::{End, WorkCalendar};
use crate::rule::{Limit, Period};
use crate::text::day::long_day;

impl Outcome<'_> {
    pub(super) fn explain(&self, calendar: &WorkCalendar) -> String {
        match self.ground {
            Ground::Elapsed {
                period,
                last,
                since,
                attestable,
                put_off,
            } => {
                let act = if attestable {
                    "更新或核对"
                } else {
                    "更新"
                };
                let within = span(period);
                let due = self
                    .due
                    .map(|due| format!("{}，期限{}", explain_put_off(put_off), long_day(due)))
                    .unwrap_or_default();
                match last {
                    None => {
                        let since = long_day(since);
                        format!("尚无发布记录，自{since}起 {within}内应{act}{due}。")
                    }
                    Some(last) => {
                        let what = if last.attested {
                            "核对无变化"
                        } else {
                            "发布"
                        };
                        let on = long_day(last.on);
                        format!("上次{what}于{on}，{within}内应再次{act}{due}。")
                    }
                }
            }
            Ground::Count {
                per_year,
                year,
                published,
                state,
                closed_days,
            } => {
                let mut text = explain_count(per_year, year, published, state);
                if closed_days > 0 {
                    append(
                        &mut text,
                        &format!("，全年关闭 {closed_days} 天，次数按开放天数折算"),
                    );
                }
                text
            }
            Ground::Event {
                event,
                limit,
                start,
                closed,
                open,
            } => {
                let end = End {
                    counted: self.due.unwrap_or(start),
                    day: self.due.unwrap_or(start),
                    unannounced: self.unannounced,
                };
                explain_event(event, limit, (start, closed.then_some(end)), open, calendar)
            }
            Ground::NoEvent => "没有待更新的触发事件。".to_owned(),
            Ground::Age {
                period,
                oldest,
                put_off,
            } => explain_age(period, oldest, put_off, self.due),
            Ground::Closed { since } => {
                format!("栏目自{}起关闭，关闭期间不计时。", long_day(since))
            }
            Ground::Reply => "按来信类型的答复期限办理，栏目本身不计时。".to_owned(),
            Ground::External => "由县外统一更新，本县不计时。".to_owned(),
        }
    }
}

fn explain_count(per_year: u16, year: i32, published: u32, state: CountState) -> String {
    let asked = format!("{year} 年应发布不少于 {per_year} 次");
    let due = long_day(last_day(year));
    match state {
        CountState::Met => {
            let next = long_day(last_day(year.saturating_add(1)));
            format!("{asked}，已发布 {published} 次，下一期限{next}。")
        }
        CountState::Short { expected } if published < expected => {
            format!("{asked}，按进度应已发布 {expected} 次，实际 {published} 次，期限{due}。")
        }
        CountState::Short { .. } => {
            let missing = u32::from(per_year).saturating_sub(published);
            format!("{asked}，已发布 {published} 次，还差 {missing} 次，期限{due}。")
        }
        CountState::EndedShort => {
            format!("{asked}，实际 {published} 次，期限{due}已过且此后尚未发布。")
        }
    }
}

fn explain_event(
    event: &TriggerEvent,
    limit: Limit,
    (start, closed): (NaiveDate, Option<End>),
    open: usize,
    calendar: &WorkCalendar,
) -> String {
    let kind = event.trigger.label();
    let late = late_registration(event.occurred_on, event.registered_on);
    let mut happened = match (event.title.trim(), late) {
        ("", None) => kind.to_owned(),
        ("", Some(late)) => format!("{kind}（{late}）"),
        (title, None) => format!("{kind}（{title}）"),
        (title, Some(late)) => format!("{kind}（{title}，{late}）"),
    };
    if start > event.occurred_on {
        happened = format!("起计（{}{happened}）", long_day(event.occurred_on));
    }
    let mut text = match closed {
        Some(end) => {
            let mut text = calendar.explain(start, &happened, limit, end);
            append(&mut text, "，栏目关闭期间不计");
            text
        }
        None => calendar.deadline_after(start, &happened, limit).arithmetic,
    };
    if open > 1 {
        append(&mut text, &format!("，连同此件共 {open} 件待更新"));
    }
    text
}

/// Adds words before the full stop.
fn append(text: &mut String, words: &str) {
    let end = text.trim_end_matches('。').len();
    text.truncate(end);
    *text += words;
    text.push('。');
}

/// “，栏目关闭 30 天不计”.
fn explain_put_off(put_off: Option<PutOff>) -> String {
    match put_off {
        None => String::new(),
        Some(PutOff::Closed { days }) => format!("，栏目关闭 {days} 天不计"),
        Some(PutOff::InForceSince { day }) => {
            format!("，该要求自{}起执行，此前不作超期", long_day(day))
        }
        Some(PutOff::TakenOver { day }) => format!("，自接手之日{}起计算", long_day(day)),
    }
}

fn explain_age(
    period: Period,
    oldest: Option<NaiveDate>,
    put_off: Option<PutOff>,
    due: Option<NaiveDate>,
) -> String {
    let within = span(period);
    match (oldest, due) {
        (Some(oldest), Some(due)) => {
            format!(
                "内容保留不超过 {within}，最早一条发布于{}{}，应在{}前（含当日）下线或归档。",
                long_day(oldest),
                explain_put_off(put_off),
                long_day(due)
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
