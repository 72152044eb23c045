//! 公开属性 in the form: the attribute, and why where it is not 主动公开.

use lanmu_domain::article::{LegalBasis, PublicAttribute};
use leptos::prelude::*;

use super::draft::{Draft, Origin};
use crate::ui::radio_group::RadioGroup;
use crate::ui::select::{Choice, Select};
use crate::ui::text_area::TextArea;

/// The fields; `error` tells what is wrong with one.
#[component]
pub fn AttributeFields(
    /// What stands in them.
    draft: Draft,
    /// What is wrong with a field.
    error: impl Fn(&str) -> Option<String> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let error_at = move |field: &'static str| Signal::derive(move || error(field));
    let is_reprint = Memo::new(move |_| draft.origin.get() == Some(Origin::Reprint));
    let needs_reason = Memo::new(move |_| {
        let attribute = draft.attribute.get();
        !is_reprint.get() && attribute.is_some_and(PublicAttribute::needs_reason)
    });
    view! {
        {move || {
            if is_reprint.get() {
                view! {
                    <p class="field__hint" id="attribute-inherited">
                        "公开属性：主动公开。转载的原文已经公开，公开属性沿用原文。"
                    </p>
                }
                    .into_any()
            } else {
                view! {
                    <RadioGroup
                        name="attribute"
                        legend="公开属性"
                        choices=PublicAttribute::ALL
                            .map(|attribute| (attribute, attribute.label()))
                            .to_vec()
                        value=draft.attribute
                        required=true
                        error=error_at("attribute")
                    />
                }
                    .into_any()
            }
        }}
        {move || needs_reason.get().then(|| view! { <Grounds draft=draft error=error /> })}
    }
}

#[component]
fn Grounds(
    /// What stands in the fields.
    draft: Draft,
    /// What is wrong with a field.
    error: impl Fn(&str) -> Option<String> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let error_at = move |field: &'static str| Signal::derive(move || error(field));
    let chosen = Signal::derive(move || {
        let text = draft.legal_basis.get();
        let index = LegalBasis::ALL.iter().position(|one| one.text() == text);
        index.map(|index| index.to_string()).unwrap_or_default()
    });
    let choices: Vec<Choice> = std::iter::once(Choice::new("", "请选择，或直接填写"))
        .chain(
            (0..)
                .zip(LegalBasis::ALL)
                .map(|(index, basis): (usize, _)| Choice::new(index, basis.label())),
        )
        .collect();
    let choose = move |value: String| {
        let index = value.parse::<usize>().ok();
        if let Some(basis) = index.and_then(|index| LegalBasis::ALL.get(index)) {
            draft.legal_basis.update(|text| *text = basis.chosen(text));
        }
    };
    let secret = move || {
        let text = draft.legal_basis.get();
        text.contains(LegalBasis::StateSecret.text())
    };
    view! {
        <p class="notice">
            "审核、审发后归档，不上网发布。不予公开的，每年评估审查一次。"
        </p>
        <TextArea
            id="attribute-reason"
            label="理由"
            value=draft.attribute_reason
            required=true
            error=error_at("attribute_reason")
        />
        <Select
            id="legal-basis-choice"
            label="《政府信息公开条例》依据"
            choices=choices
            value=chosen
            on_change=choose
        />
        <TextArea
            id="legal-basis"
            label="法律依据"
            value=draft.legal_basis
            required=true
            error=error_at("legal_basis")
        />
        {move || {
            secret()
                .then(|| {
                    view! {
                        <p class="notice notice--warning" role="alert">
                            "涉密信息不得录入本系统。国家秘密请按保密规定处理，并删除本稿。"
                        </p>
                    }
                })
        }}
    }
}
