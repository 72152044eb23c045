//! 更新要求 of a change: as a rule, or in words, which the server reads while they are typed.

use std::time::Duration;

use lanmu_api::matrix_draft::RequirementRead;
use lanmu_domain::rule::Rule;
use leptos::prelude::*;

use super::fields::Fields;
use super::work::Work;
use crate::api::ClientError;
use crate::api::matrix_draft::read_requirement;
use crate::pages::matrix::rule_fields::RuleForm;
use crate::ui::debounced::debounced;
use crate::ui::field::Field;
use crate::ui::radio_group::RadioGroup;
use crate::ui::remote::use_remote;

const PAUSE: Duration = Duration::from_millis(400);

/// How the words are read.
#[derive(Clone, Copy)]
pub struct Reading(Signal<Option<Result<Vec<Rule>, String>>>);

impl Reading {
    /// Why the words as they stand cannot be read; none where they can, or nobody asked yet.
    #[must_use]
    pub fn problem(self) -> Option<String> {
        self.0.get().and_then(Result::err)
    }
}

/// Reads the words as they are typed, with the figures of the draft's day.
#[must_use]
pub fn use_reading(fields: Fields, work: Work) -> Reading {
    let typed = fields.requirement;
    let asked = debounced(typed, PAUSE);
    let read = use_remote(move || {
        let (words, day) = (asked.get(), work.day.get());
        async move {
            if words.is_empty() {
                return Ok((words, Ok(Vec::new())));
            }
            match read_requirement(words.clone(), day).await {
                Ok(RequirementRead { rules }) => Ok((words, Ok(rules))),
                Err(ClientError::Api(error)) => Ok((words, Err(error.message))),
                Err(error) => Err(error),
            }
        }
    });
    Reading(Signal::derive(move || {
        if fields.by_rule.get() != Some(false) || fields.holds.get() {
            return None;
        }
        let (words, read) = read.get()?.ok()?;
        // An answer to what stood there before says nothing.
        typed
            .with(|typed| typed.trim() == words && !words.is_empty())
            .then_some(read)
    }))
}

/// The fields: a rule, or words.
#[component]
pub fn Requirement(
    /// The fields of the change.
    fields: Fields,
    /// How the words are read.
    reading: Reading,
    /// What is wrong.
    wrong: Callback<(&'static str,), Option<String>>,
) -> impl IntoView {
    let error = move |field: &'static str| Signal::derive(move || wrong.run((field,)));
    let ways = vec![(true, "按规则填写"), (false, "按文字填写")];
    view! {
        <RadioGroup
            name="requirement-way"
            legend="填写方式"
            choices=ways
            value=fields.by_rule
        />
        {move || {
            if fields.by_rule.get() == Some(false) {
                view! { <InWords fields=fields reading=reading error=error("requirement") /> }.into_any()
            } else {
                view! {
                    <RuleForm fields=fields.rule may_be_empty=true error=error("rules") />
                    <p class="field__hint">{move || as_written(fields)}</p>
                }
                    .into_any()
            }
        }}
    }
}

/// How the table will have the rule.
fn as_written(fields: Fields) -> Option<String> {
    let rules = fields.rule.rules().ok()?;
    let [rule] = rules.as_slice() else {
        return Some("分工表中此格留空，不计算期限。".to_owned());
    };
    let chosen = !matches!(rule, Rule::Event { triggers, .. } if triggers.is_empty());
    chosen.then(|| format!("分工表中写作“{}”。{}。", rule.label(), rule.reading()))
}

/// The field of the words, and how they are read.
#[component]
pub fn InWords(
    /// The fields of the change.
    fields: Fields,
    /// How they are read.
    reading: Reading,
    /// What is wrong.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let wrong = Signal::derive(move || error.get().or_else(|| reading.problem()));
    let rules = move || reading.0.get().and_then(Result::ok).unwrap_or_default();
    view! {
        <Field
            id="change-requirement"
            label="更新要求"
            value=fields.requirement
            hint="例如：每月更新、2周内更新、变化后3个工作日内更新。不填的，不作更新要求。"
            error=wrong
        />
        <div role="status">
            {move || {
                let rules = rules();
                (!rules.is_empty())
                    .then(|| {
                        view! {
                            <p class="field__hint">"读作："</p>
                            <ReadRules rules=rules />
                        }
                    })
            }}
        </div>
    }
}

/// What each rule asks for and how it is counted.
#[component]
pub fn ReadRules(
    /// The rules.
    rules: Vec<Rule>,
) -> impl IntoView {
    let items = rules
        .iter()
        .map(|rule| view! { <li>{rule.reading()}</li> })
        .collect_view();
    view! { <ul class="read-rules">{items}</ul> }
}
