//! Whether rules that a coordinator sets make sense, before they are stored.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::{Limit, Period, Reach, Rule, Trigger};

/// Rules of one setting at most.
pub const RULES_MAX: usize = 10;

const DAYS: RangeInclusive<u16> = 1..=366;
const MONTHS: RangeInclusive<u16> = 1..=120;
const TIMES: RangeInclusive<u16> = 1..=366;

/// Checks the rules of a setting: periods from 1 to 366 days or 120 months, limits from 1 to 366
/// days, 1 to 366 times a year, events of different kinds, nothing twice. A 底线 asks for
/// something and for an update; only a 默认 may be empty or say that the column has no clock.
///
/// # Errors
/// What is wrong and how to mend it, in Chinese.
pub fn check_rules(reach: Reach, rules: &[Rule]) -> Result<(), String> {
    if rules.len() > RULES_MAX {
        return Err(format!("一次最多设定{RULES_MAX}条要求。"));
    }
    if rules.is_empty() && reach == Reach::Floor {
        return Err("底线要求至少填写一条。".to_owned());
    }
    let mut seen = HashSet::new();
    for rule in rules {
        check_rule(reach, rule)?;
        if !seen.insert(rule) {
            return Err(format!("“{}”重复，请删除多余的一条。", rule.label()));
        }
    }
    if rules.len() > 1 && rules.contains(&Rule::External) {
        return Err("由县外单位统一更新的栏目不能同时设定其他要求。".to_owned());
    }
    Ok(())
}

fn check_rule(reach: Reach, rule: &Rule) -> Result<(), String> {
    match rule {
        Rule::Elapsed { period } | Rule::MaximumAge { period } => check_period(*period),
        Rule::Count { per_year } if TIMES.contains(per_year) => Ok(()),
        Rule::Count { .. } => Err("每年次数应为1至366次。".to_owned()),
        Rule::Event { triggers, limit } => check_triggers(triggers).and(check_limit(*limit)),
        Rule::Reply | Rule::External if reach == Reach::Floor => {
            Err(format!("“{}”不计时，不能设为底线要求。", rule.label()))
        }
        Rule::Reply | Rule::External => Ok(()),
    }
}

fn check_period(period: Period) -> Result<(), String> {
    let fits = match period {
        Period::Days(days) => DAYS.contains(&days),
        Period::Months(months) => MONTHS.contains(&months),
    };
    if fits {
        Ok(())
    } else {
        Err("更新间隔应为1至366日或者1至120个月。".to_owned())
    }
}

fn check_limit(limit: Limit) -> Result<(), String> {
    if DAYS.contains(&limit.days()) {
        Ok(())
    } else {
        Err("事件后的期限应为1至366个工作日或者日。".to_owned())
    }
}

fn check_triggers(triggers: &[Trigger]) -> Result<(), String> {
    let distinct: HashSet<&Trigger> = triggers.iter().collect();
    if triggers.is_empty() {
        Err("请至少选择一种事件。".to_owned())
    } else if distinct.len() < triggers.len() {
        Err("同一种事件只能选择一次。".to_owned())
    } else {
        Ok(())
    }
}
