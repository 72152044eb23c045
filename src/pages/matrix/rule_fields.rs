//! One rule as a small form: 每隔…更新, 每年不少于…次, 事件后…内.

use lanmu_domain::rule::{Limit, Period, Rule, Trigger};
use leptos::prelude::*;

use crate::ui::change::Fault;
use crate::ui::field::Field;
use crate::ui::select::{Choice, Select};

/// The fields of a rule.
#[derive(Clone, Copy)]
pub struct RuleFields {
    /// `elapsed`, `count`, `event` or `none`.
    pub kind: RwSignal<String>,
    number: RwSignal<String>,
    /// `days` or `months`.
    span: RwSignal<String>,
    /// `working_days` or `calendar_days`.
    limit: RwSignal<String>,
    triggers: RwSignal<Vec<Trigger>>,
}

impl RuleFields {
    /// Every month.
    pub fn new() -> Self {
        Self {
            kind: RwSignal::new("elapsed".to_owned()),
            number: RwSignal::new("1".to_owned()),
            span: RwSignal::new("months".to_owned()),
            limit: RwSignal::new("working_days".to_owned()),
            triggers: RwSignal::new(Vec::new()),
        }
    }

    /// The fields of these rules; `None` where they say more than one form can.
    #[must_use]
    pub fn of(rules: &[Rule]) -> Option<Self> {
        let fields = Self::new();
        let [rule] = rules else {
            fields.kind.set("none".to_owned());
            return rules.is_empty().then_some(fields);
        };
        let (kind, number) = match rule {
            Rule::Elapsed { period } => {
                let (unit, number) = match period {
                    Period::Days(days) => ("days", *days),
                    Period::Months(months) => ("months", *months),
                };
                fields.span.set(unit.to_owned());
                ("elapsed", number)
            }
            Rule::Count { per_year } => ("count", *per_year),
            Rule::Event { triggers, limit } => {
                let unit = match limit {
                    Limit::WorkingDays(_) => "working_days",
                    Limit::CalendarDays(_) => "calendar_days",
                };
                fields.limit.set(unit.to_owned());
                fields.triggers.set(triggers.clone());
                ("event", limit.days())
            }
            Rule::Reply | Rule::MaximumAge { .. } | Rule::External => return None,
        };
        fields.kind.set(kind.to_owned());
        fields.number.set(number.to_string());
        Some(fields)
    }

    /// What the fields ask for; none where nothing is to be asked for.
    pub fn rules(self) -> Result<Vec<Rule>, Fault> {
        let number = || {
            let number = self.number.get();
            number.trim().parse::<u16>().map_err(|_| NO_NUMBER)
        };
        let rule = match self.kind.get().as_str() {
            "count" => Rule::Count {
                per_year: number()?,
            },
            "event" => Rule::Event {
                // In one order, however they were ticked.
                triggers: {
                    let chosen = self.triggers.get();
                    let all = Trigger::ALL.into_iter();
                    all.filter(|trigger| chosen.contains(trigger)).collect()
                },
                limit: if self.limit.get() == "calendar_days" {
                    Limit::CalendarDays(number()?)
                } else {
                    Limit::WorkingDays(number()?)
                },
            },
            "none" => return Ok(Vec::new()),
            _ => Rule::Elapsed {
                period: if self.span.get() == "days" {
                    Period::Days(number()?)
                } else {
                    Period::Months(number()?)
                },
            },
        };
        Ok(vec![rule])
    }

    /// The rule as the table has it; empty where nothing is asked for.
    #[must_use]
    pub fn words(self) -> String {
        let rules = self.rules().unwrap_or_default();
        rules.first().map(Rule::label).unwrap_or_default()
    }
}

const NO_NUMBER: Fault = ("rules", "请填写整数。");

/// The form.
#[component]
pub fn RuleForm(
    /// The fields.
    fields: RuleFields,
    /// Whether nothing may be asked for.
    #[prop(into)]
    may_be_empty: Signal<bool>,
    /// What is wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let kinds = Signal::derive(move || {
        let mut kinds = vec![
            Choice::new("elapsed", "每隔……更新"),
            Choice::new("count", "每年不少于……次"),
            Choice::new("event", "事件后……内更新"),
        ];
        if may_be_empty.get() {
            kinds.push(Choice::new("none", "不作更新要求"));
        }
        kinds
    });
    view! {
        <Select
            id="rule-kind"
            label="更新要求"
            choices=kinds
            value=fields.kind
            on_change=move |kind| fields.kind.set(kind)
        />
        {move || {
            let kind = fields.kind.get();
            let label = match kind.as_str() {
                "none" => return ().into_any(),
                "count" => "每年次数",
                "event" => "事件后期限",
                _ => "更新间隔",
            };
            let (units, unit) = match kind.as_str() {
                "count" => (vec![], fields.span),
                "event" => {
                    let units = vec![
                        Choice::new("working_days", "个工作日"),
                        Choice::new("calendar_days", "日"),
                    ];
                    (units, fields.limit)
                }
                _ => (vec![Choice::new("days", "日"), Choice::new("months", "个月")], fields.span),
            };
            view! {
                {(kind == "event").then(|| view! { <Triggers chosen=fields.triggers /> })}
                <div class="field-pair">
                    <Field
                        id="rule-number"
                        label=label
                        kind="number"
                        value=fields.number
                        required=true
                        error=error
                    />
                    {(!units.is_empty())
                        .then(|| {
                            view! {
                                <Select
                                    id="rule-unit"
                                    label="单位"
                                    choices=units
                                    value=unit
                                    on_change=move |value| unit.set(value)
                                />
                            }
                        })}
                </div>
            }
                .into_any()
        }}
    }
}

#[component]
fn Triggers(
    /// The kinds of event that oblige.
    chosen: RwSignal<Vec<Trigger>>,
) -> impl IntoView {
    let boxes = Trigger::ALL
        .into_iter()
        .enumerate()
        .map(|(index, trigger)| {
            let id = format!("rule-trigger-{index}");
            let for_id = id.clone();
            view! {
                <label class="check" for=for_id>
                    <input
                        type="checkbox"
                        id=id
                        prop:checked=move || chosen.with(|chosen| chosen.contains(&trigger))
                        on:change=move |event| {
                            let checked = event_target_checked(&event);
                            chosen
                                .update(|chosen| {
                                    chosen.retain(|other| *other != trigger);
                                    if checked {
                                        chosen.push(trigger);
                                    }
                                });
                        }
                    />
                    <span>{trigger.label()}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field">
            <legend class="field__label">"事件"</legend>
            {boxes}
        </fieldset>
    }
}
