//! Shapes become rules: with the figures in force, and with what is set aside where words and
//! figures differ.

use super::parse::ReadRule;
use super::scan::Span;
use super::shape::{Pace, Shape};
use super::subject::{ReadClause, WORK_NEWS};
use super::{Limit, Period, Rule, Trigger};
use crate::parameters::Parameters;

/// A limit, and what was set aside for it.
type Chosen = (Limit, Option<String>);

/// Reads the clauses about one subject, in their order.
///
/// # Errors
/// Start and end of the words that make no rule.
pub(super) fn combine(
    text: &str,
    subject: Option<&str>,
    clauses: &[ReadClause],
    parameters: &Parameters,
) -> Result<Vec<ReadRule>, (usize, usize)> {
    let mut rules: Vec<ReadRule> = Vec::new();
    // Words that belong to the next clause: 如有变化, 由…统一管理.
    let mut pending: Option<&ReadClause> = None;
    let mut after_a_year = None;
    for clause in clauses {
        let Some(shape) = clause.shape else {
            continue;
        };
        let is_if_changed = |held: &ReadClause| held.shape == Some(Shape::IfChanged);
        let changed = pending.is_some_and(is_if_changed);
        if matches!(shape, Shape::Managed | Shape::IfChanged) {
            if let Some(held) = pending.filter(|held| is_if_changed(held)) {
                return Err((held.start, clause.end));
            }
            pending = Some(clause);
            continue;
        }
        let figures = Figures {
            text,
            clause,
            parameters,
        };
        let read = match shape {
            Shape::Count { times, yearly } => (yearly || after_a_year.is_some())
                .then_some((Rule::Count { per_year: times }, None)),
            _ => figures.rule(shape, subject, changed),
        };
        let (rule, conflict) = read.ok_or((clause.start, clause.end))?;
        let before = match rule {
            Rule::Count { .. } => after_a_year,
            _ => None,
        };
        let start = pending
            .take()
            .map(|held| held.start)
            .or(before)
            .unwrap_or(clause.start);
        after_a_year = (rule
            == Rule::Elapsed {
                period: Period::Months(12),
            })
        .then_some(clause.start);
        rules.push(ReadRule {
            rule,
            source_text: text[start..clause.end].trim().to_owned(),
            conflict,
        });
    }
    match pending {
        Some(held) if rules.is_empty() || held.shape == Some(Shape::IfChanged) => {
            Err((held.start, held.end))
        }
        _ => Ok(rules),
    }
}

/// What limits are chosen from.
struct Figures<'a> {
    text: &'a str,
    clause: &'a ReadClause,
    parameters: &'a Parameters,
}

impl Figures<'_> {
    fn rule(
        &self,
        shape: Shape,
        subject: Option<&str>,
        changed: bool,
    ) -> Option<(Rule, Option<String>)> {
        let event = |triggers: &[Trigger], (limit, conflict): Chosen| {
            let triggers = triggers.to_vec();
            Some((Rule::Event { triggers, limit }, conflict))
        };
        match shape {
            Shape::Within(span) if changed => event(
                &[Trigger::Change],
                self.after(Trigger::Change, Pace::Within(span))?,
            ),
            Shape::Soon(pace) if changed => {
                event(&[Trigger::Change], self.after(Trigger::Change, pace)?)
            }
            _ if changed => None,
            Shape::Within(span @ (Span::Days(_) | Span::WorkingDays(_)))
                if subject == Some(WORK_NEWS) =>
            {
                let shipped = Parameters::default().work_news;
                event(
                    &[Trigger::Activity],
                    self.figure(span.limit()?, shipped, self.parameters.work_news),
                )
            }
            // Working days have no meaning as a distance between two updates: they count from
            // what there is to tell.
            Shape::Within(Span::WorkingDays(days)) => {
                let limit = Limit::WorkingDays(days);
                event(&[Trigger::Activity, Trigger::Change], (limit, None))
            }
            Shape::Within(span) => Some((
                Rule::Elapsed {
                    period: span.period()?,
                },
                None,
            )),
            Shape::Soon(Pace::Timely) => event(
                &[Trigger::Activity, Trigger::Change],
                (self.parameters.timely, None),
            ),
            Shape::After(trigger, pace) => event(&[trigger], self.after(trigger, pace)?),
            Shape::Reply => Some((Rule::Reply, None)),
            Shape::NotOlderThan(span) => Some((
                Rule::MaximumAge {
                    period: span.period()?,
                },
                None,
            )),
            Shape::External => Some((Rule::External, None)),
            Shape::Soon(_) | Shape::Count { .. } | Shape::IfChanged | Shape::Managed => None,
        }
    }

    fn after(&self, trigger: Trigger, pace: Pace) -> Option<Chosen> {
        let shipped = Parameters::default();
        let held = self.parameters;
        Some(match (trigger, pace) {
            (Trigger::DocumentIssued, Pace::Within(span)) => self.document(span.limit()?),
            (Trigger::DocumentIssued, _) => (held.document_issued, None),
            (Trigger::Activity, Pace::Within(span)) => {
                self.figure(span.limit()?, shipped.activity, held.activity)
            }
            (Trigger::Change, Pace::Within(span)) => (span.limit()?, None),
            (_, Pace::AtOnce) => (held.change_at_once, None),
            (_, Pace::Timely) | (Trigger::Activity, Pace::Unsaid) => (held.timely, None),
            (Trigger::Change, Pace::Unsaid) => (held.after_change, None),
        })
    }

    /// Three days or more: the figure of the notice's body, which binds all documents. Fewer: the
    /// words, which are stricter.
    fn document(&self, words: Limit) -> Chosen {
        let held = self.parameters.document_issued;
        if words == held || words.days() < Parameters::default().document_issued.days() {
            return (words, None);
        }
        let conflict = format!(
            "分工表写“{}”，通知正文写“主动公开文件应在文件发布后3个工作日内上网发布”，两处不一致；\
             按{}执行，分工表原文保留",
            self.words(),
            held.label()
        );
        (held, Some(conflict))
    }

    /// Where the words have the figure that was shipped, the one in force; else that of the words.
    fn figure(&self, words: Limit, shipped: Limit, held: Limit) -> Chosen {
        if words != shipped || words == held {
            return (words, None);
        }
        let conflict = format!(
            "分工表写“{}”，现行参数为{}；按现行参数执行，分工表原文保留",
            self.words(),
            held.label()
        );
        (held, Some(conflict))
    }

    fn words(&self) -> &str {
        self.text[self.clause.start..self.clause.end].trim()
    }
}
