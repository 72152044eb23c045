//! 设定更新要求: at which level, as 默认 or 底线, what, from when on; or take it back.

use lanmu_api::column::{ColumnDetail, SetRules};
use lanmu_api::path;
use lanmu_domain::rule::Reach;
use leptos::prelude::*;

use crate::api::change::Asked;
use crate::pages::matrix::rule_fields::{RuleFields, RuleForm};
use crate::ui::change::{ChangeForm, Wording, use_change};
use crate::ui::dialog::Dialog;
use crate::ui::field::Field;
use crate::ui::radio_group::RadioGroup;
use crate::ui::select::{Choice, Select};
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

const WORDING: Wording = Wording {
    day: Some(("effective_from", "生效日期")),
    reason: "设定原因",
    action: "确认设定",
    fields: &["rules", "words", "basis"],
};

/// The dialog.
#[component]
pub fn RulesDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The column.
    column: ColumnDetail,
    /// Follows when it was set.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let column = StoredValue::new(column);
    view! {
        <Dialog open=open title="设定更新要求">
            <RulesForm open=open column=column.get_value() done=done />
        </Dialog>
    }
}

#[component]
fn RulesForm(
    /// The dialog.
    open: RwSignal<bool>,
    /// The column.
    column: ColumnDetail,
    /// Follows when it was set.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let level = RwSignal::new(column.id.to_string());
    // From the column up: its own level is what is meant most often.
    let levels: Vec<Choice> = (0..column.levels.len())
        .rev()
        .map(|last| {
            let names: Vec<&str> = column.levels[..=last]
                .iter()
                .map(|l| l.name.as_str())
                .collect();
            Choice::new(column.levels[last].id, names.join(" / "))
        })
        .collect();
    let reach = RwSignal::new(Some(Reach::Default));
    let take_back = RwSignal::new(false);
    let fields = RuleFields::new();
    let (words, basis) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let column_id = column.id;
    let change = use_change(
        WORDING,
        move |effective_from, reason| {
            let take_back = take_back.get();
            let kept = |text: RwSignal<String>| {
                if take_back { String::new() } else { text.get() }
            };
            let form = SetRules {
                reach: reach.get().unwrap_or(Reach::Default),
                rules: if take_back {
                    Vec::new()
                } else {
                    fields.rules()?
                },
                take_back,
                words: kept(words),
                basis: kept(basis),
                effective_from,
                reason,
            };
            let column_id = level.with(|level| level.parse().unwrap_or(column_id));
            Ok(Asked::new(path::column_act(column_id, "rules"), &form))
        },
        move || {
            open.set(false);
            toasts.say("已登记更新要求");
            done.run(());
        },
    );
    let reaches = [Reach::Default, Reach::Floor].map(|reach| (reach, reach.label()));
    view! {
        <ChangeForm change=change open=open>
            <Select
                id="rules-level"
                label="适用栏目"
                choices=levels
                value=level
                on_change=move |value| level.set(value)
                hint="设在上级栏目的，及于其下全部栏目。"
            />
            <RadioGroup
                name="rules-reach"
                legend="要求类型"
                choices=reaches.to_vec()
                value=reach
                required=true
            />
            <p class="duty-note">
                {move || match reach.get() {
                    Some(Reach::Floor) => "底线要求：其下各栏目在原有要求之外都须遵守。",
                    _ => "默认要求：替代本栏目分工表的要求；其下没有自己要求的栏目从最近的上级。",
                }}
            </p>
            <label class="check" for="rules-back">
                <input
                    type="checkbox"
                    id="rules-back"
                    prop:checked=move || take_back.get()
                    on:change=move |event| take_back.set(event_target_checked(&event))
                />
                <span>"收回原来的设定"</span>
            </label>
            {move || {
                (!take_back.get())
                    .then(|| {
                        let empty = Signal::derive(move || reach.get() == Some(Reach::Default));
                        view! {
                            <RuleForm fields=fields may_be_empty=empty error=change.error("rules") />
                            <Field
                                id="rules-words"
                                label="要求原文"
                                value=words
                                hint="不填的，按上面的要求自动生成。"
                                error=change.error("words")
                            />
                            <TextArea
                                id="rules-basis"
                                label="依据"
                                value=basis
                                rows=2
                                required=true
                                error=change.error("basis")
                            />
                        }
                    })
            }}
        </ChangeForm>
    }
}
