//! Shapes become rules: with the figures in force, and with what is set aside where words and
//! figures differ.

use super::parse::ReadRule;
use super::scan::Span;
use super::shape::{Pace, Shape};
use super::subject::{ReadClause, WORK_NEWS};
use super::{Limit, Period, Rule, Trigger};
use crate::parameters::{Figure, Parameters};

/// A limit, what was set aside for it, and the figure that it is.
struct Chosen {
    limit: Limit,
    conflict: Option<String>,
    figure: Option<Figure>,
}

/// What a clause asks for.
struct Asked {
    rule: Rule,
    conflict: Option<String>,
    figure: Option<Figure>,
}

impl From<Rule> for Asked {
    fn from(rule: Rule) -> Self {
        Self {
            rule,
            conflict: None,
            figure: None,
        }
    }
}

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
                .then(|| Asked::from(Rule::Count { per_year: times })),
            _ => figures.rule(shape, subject, changed),
        };
        let Asked {
            rule,
            conflict,
            figure,
        } = read.ok_or((clause.start, clause.end))?;
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
            figure,
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
    fn rule(&self, shape: Shape, subject: Option<&str>, changed: bool) -> Option<Asked> {
        let event = |triggers: &[Trigger], chosen: Chosen| {
            let triggers = triggers.to_vec();
            Some(Asked {
                rule: Rule::Event {
                    triggers,
                    limit: chosen.limit,
                },
                conflict: chosen.conflict,
                figure: chosen.figure,
            })
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
                event(
                    &[Trigger::Activity],
                    self.figure(span.limit()?, Figure::WorkNews),
                )
            }
            // Working days have no meaning as a distance between two updates: they count from
            // what there is to tell.
            Shape::Within(Span::WorkingDays(days)) => {
                let limit = Limit::WorkingDays(days);
                event(
                    &[Trigger::Activity, Trigger::Change],
                    Chosen::by_words(limit),
                )
            }
            Shape::Within(span) => Some(
                Rule::Elapsed {
                    period: span.period()?,
                }
                .into(),
            ),
            Shape::Soon(Pace::Timely) => event(
                &[Trigger::Activity, Trigger::Change],
                self.held(Figure::Timely),
            ),
            Shape::After(trigger, pace) => event(&[trigger], self.after(trigger, pace)?),
            Shape::Reply => Some(Rule::Reply.into()),
            Shape::NotOlderThan(span) => Some(
                Rule::MaximumAge {
                    period: span.period()?,
                }
                .into(),
            ),
            Shape::External => Some(Rule::External.into()),
            Shape::Soon(_) | Shape::Count { .. } | Shape::IfChanged | Shape::Managed => None,
        }
    }

    fn after(&self, trigger: Trigger, pace: Pace) -> Option<Chosen> {
        Some(match (trigger, pace) {
            (Trigger::DocumentIssued, Pace::Within(span)) => self.document(span.limit()?),
            (Trigger::DocumentIssued, _) => self.held(Figure::DocumentIssued),
            (Trigger::Activity, Pace::Within(span)) => self.figure(span.limit()?, Figure::Activity),
            (Trigger::Change, Pace::Within(span)) => Chosen::by_words(span.limit()?),
            (_, Pace::AtOnce) => self.held(Figure::ChangeAtOnce),
            (_, Pace::Timely) | (Trigger::Activity, Pace::Unsaid) => self.held(Figure::Timely),
            (Trigger::Change, Pace::Unsaid) => self.held(Figure::AfterChange),
        })
    }

    /// Three days or more: the figure of the notice's body, which binds all documents. Fewer: the
    /// words, which are stricter.
    fn document(&self, words: Limit) -> Chosen {
        let held = self.held(Figure::DocumentIssued);
        if words.days() < Parameters::default().document_issued.days() {
            return Chosen::by_words(words);
        }
        if words == held.limit {
            return held;
        }
        let conflict = format!(
            "分工表写“{}”，通知正文写“主动公开文件应在文件发布后3个工作日内上网发布”，两处不一致；\
             按通知正文执行，分工表原文保留",
            self.words(),
        );
        Chosen {
            conflict: Some(conflict),
            ..held
        }
    }

    /// Where the words have the figure that was shipped, the one in force; else that of the words.
    fn figure(&self, words: Limit, figure: Figure) -> Chosen {
        let held = self.held(figure);
        if Parameters::default().limit(figure) != Some(words) {
            return Chosen::by_words(words);
        }
        if words == held.limit {
            return held;
        }
        let conflict = format!(
            "分工表写“{}”，现行参数为{}；按现行参数执行，分工表原文保留",
            self.words(),
            held.limit.label()
        );
        Chosen {
            conflict: Some(conflict),
            ..held
        }
    }

    /// The figure in force.
    fn held(&self, figure: Figure) -> Chosen {
        let limit = self.parameters.limit(figure);
        Chosen {
            limit: limit.unwrap_or(Limit::WorkingDays(0)),
            conflict: None,
            figure: Some(figure),
        }
    }

    fn words(&self) -> &str {
        self.text[self.clause.start..self.clause.end].trim()
    }
}

impl Chosen {
    /// The words have days of their own.
    const fn by_words(limit: Limit) -> Self {
        Self {
            limit,
            conflict: None,
            figure: None,
        }
    }
}
