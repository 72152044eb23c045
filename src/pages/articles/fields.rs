//! The fields of the form.

use lanmu_domain::role::Role;
use leptos::prelude::*;

use super::attachments::{AttachmentPanel, Uploads};
use super::attribute::AttributeFields;
use super::body_editor::BodyEditor;
use super::draft::{Draft, Origin};
use crate::api::site::columns;
use crate::session::use_session;
use crate::ui::day_picker::DayPicker;
use crate::ui::field::Field;
use crate::ui::radio_group::RadioGroup;
use crate::ui::remote::use_remote;
use crate::ui::select::{Choice, Select};

/// All fields; `error` tells what is wrong with one.
#[component]
pub fn Fields(
    /// What stands in them.
    draft: Draft,
    /// Whether the department can no longer be changed.
    fixed_department: bool,
    /// What is wrong with a field.
    error: impl Fn(&str) -> Option<String> + Copy + Send + Sync + 'static,
    /// What stands below the text.
    children: Children,
) -> impl IntoView {
    let error_at = move |field: &'static str| Signal::derive(move || error(field));
    let session = use_session();
    let departments: Vec<Choice> = session
        .departments_as(Role::Officer)
        .into_iter()
        .map(|(id, name)| Choice::new(id, name))
        .collect();
    let several = departments.len() > 1 && !fixed_department;
    let own = use_remote(move || columns(draft.department_id.get()));
    let column_choices = Signal::derive(move || {
        let known = own.get().and_then(Result::ok).unwrap_or_default();
        let known = known.into_iter().filter(|column| column.has_duty);
        std::iter::once(Choice::new("", "请选择栏目"))
            .chain(known.map(|column| Choice::new(column.id, column.path.join(" / "))))
            .collect::<Vec<_>>()
    });
    let chosen_column = Signal::derive(move || {
        draft
            .column_id
            .get()
            .map(|id| id.to_string())
            .unwrap_or_default()
    });
    let chosen_path = Memo::new(move |_| {
        let known = own.get()?.ok()?;
        let chosen = draft.column_id.get()?;
        let mut known = known.into_iter();
        let column = known.find(|column| column.id == chosen)?;
        (column.path.len() > 2).then(|| column.path.join(" / "))
    });
    let is_reprint = Memo::new(move |_| draft.origin.get() == Some(Origin::Reprint));
    let uploads = Uploads::new();
    let insert = RwSignal::new(None::<String>);
    view! {
        <div class="article-form__main">
            <Field id="title" label="标题" value=draft.title required=true error=error_at("title") />
            <BodyEditor
                value=draft.body
                insert=insert
                on_files=move |files| uploads.take(&files)
                error=error_at("body")
            />
            <AttachmentPanel body=draft.body insert=insert uploads=uploads />
            {children()}
        </div>
        <div class="article-form__side">
            {several
                .then(|| {
                    view! {
                        <Select
                            id="department"
                            label="部门"
                            choices=departments.clone()
                            value=Signal::derive(move || {
                                draft.department_id.get().map(|id| id.to_string()).unwrap_or_default()
                            })
                            on_change=move |value| {
                                draft.department_id.set(value.parse().ok());
                                draft.column_id.set(None);
                            }
                            error=error_at("department_id")
                        />
                    }
                })}
            <Select
                id="column"
                label="拟发布栏目"
                choices=column_choices
                value=chosen_column
                on_change=move |value| draft.column_id.set(value.parse().ok())
                required=true
                error=error_at("column_id")
            />
            // The box shows the beginning of a long path; the column stands at its end.
            {move || {
                chosen_path.get().map(|path| view! { <p class="field__hint">{path}</p> })
            }}
            <Field
                id="document-number"
                label="文号"
                value=draft.document_number
                hint="没有文号的不填。"
                error=error_at("document_number")
            />
            <RadioGroup
                name="origin"
                legend="来源"
                choices=vec![(Origin::Original, "原创"), (Origin::Reprint, "转载")]
                value=draft.origin
                error=error_at("source")
            />
            {move || {
                is_reprint
                    .get()
                    .then(|| {
                        view! {
                            <Field
                                id="source-name"
                                label="来源名称"
                                value=draft.source_name
                                required=true
                                error=error_at("source.name")
                            />
                            <Field
                                id="source-url"
                                label="原文地址"
                                value=draft.source_url
                                kind="url"
                                required=true
                                error=error_at("source.url")
                            />
                            <DayPicker
                                id="source-at"
                                label="原文发布时间"
                                value=draft.source_at
                                on_change=move |text| draft.source_at.set(text)
                                timed=true
                                required=true
                                error=error_at("source.at")
                            />
                        }
                    })
            }}
            <AttributeFields draft=draft error=error />
        </div>
    }
}
