//! The fields of a change, by its kind.

use lanmu_domain::column::ColumnKind;
use lanmu_domain::matrix_change::MatrixChange;
use lanmu_domain::rule::DutyMode;
use leptos::prelude::*;

use super::choices::Choices;
use super::fields::{Fields, key};
use super::group_form::Members;
use super::remark_now::RemarkNow;
use super::requirement::{InWords, Reading, Requirement};
use crate::ui::check_list::CheckList;
use crate::ui::field::Field;
use crate::ui::pick_list::{Pick, PickList};
use crate::ui::select::{Choice, Select};

/// What is wrong with a field of the dialog.
pub type Wrong = Callback<(&'static str,), Option<String>>;

/// The fields.
#[component]
pub fn ChangeForm(
    /// A change of the kind.
    like: MatrixChange,
    /// The fields.
    fields: Fields,
    /// What is offered.
    choices: Choices,
    /// How a requirement in words is read.
    reading: Reading,
    /// What is wrong.
    wrong: Wrong,
) -> impl IntoView {
    let error = move |field: &'static str| Signal::derive(move || wrong.run((field,)));
    let pick = move |id: &'static str,
                     legend: &'static str,
                     offered: Signal<Vec<Pick>>,
                     value: RwSignal<Option<i64>>,
                     field: &'static str| {
        view! { <PickList id=id legend=legend choices=offered value=value error=error(field) /> }
    };
    let column = move |legend: &'static str| {
        pick(
            "change-column",
            legend,
            choices.columns,
            fields.column,
            "column",
        )
    };
    let department = move |legend: &'static str| {
        let (offered, value) = (choices.departments, fields.department);
        pick("change-department", legend, offered, value, "department")
    };
    let into = move |legend: &'static str| {
        pick(
            "change-into",
            legend,
            choices.departments,
            fields.into,
            "into",
        )
    };
    let departments = move |legend: &'static str| {
        view! {
            <CheckList
                id="change-departments"
                legend=legend
                choices=choices.department_boxes()
                chosen=fields.departments
                error=error("departments")
            />
        }
    };
    let parent = move || {
        view! {
            <PickList
                id="change-parent"
                legend="上级栏目"
                choices=choices.columns
                value=fields.other
                none="首页（没有上级栏目）"
                error=error("parent")
            />
        }
    };
    let name = move |label: &'static str| {
        view! {
            <Field
                id="change-name"
                label=label
                value=fields.name
                required=true
                error=error("name")
            />
        }
    };
    match like {
        MatrixChange::AddColumn { .. } => {
            view! { {parent()} {name("栏目名称")} <NewColumn fields=fields choices=choices reading=reading wrong=wrong /> }
                .into_any()
        }
        MatrixChange::RenameColumn { .. } => {
            view! { {column("栏目")} {name("新名称")} }.into_any()
        }
        MatrixChange::MoveColumn { .. } => view! {
            {column("栏目")}
            {parent()}
            <PickList
                id="change-after"
                legend="排在哪个栏目之后"
                choices=choices.columns
                value=fields.after
                none="排在最后"
                error=error("after")
            />
        }
        .into_any(),
        MatrixChange::CloseColumn { .. } | MatrixChange::ReopenColumn { .. } => {
            column("栏目").into_any()
        }
        MatrixChange::MergeColumns { .. } => view! {
            {column("被合并的栏目")}
            {pick("change-into-column", "并入的栏目", choices.columns, fields.other, "into")}
        }
        .into_any(),
        MatrixChange::SetRequirement { .. } => view! {
            {column("栏目")}
            <Now fields=fields choices=choices owners=false />
            <Requirement fields=fields reading=reading wrong=wrong />
        }
        .into_any(),
        MatrixChange::SetOwners { .. } => view! {
            {column("栏目")}
            <Now fields=fields choices=choices owners=true />
            <Groups fields=fields choices=choices />
            {departments("责任部门")}
        }
        .into_any(),
        MatrixChange::SetMode { .. } => view! {
            {column("栏目")}
            <Mode fields=fields read=false wrong=wrong />
        }
        .into_any(),
        MatrixChange::AddDepartment { .. } => view! {
            {name("部门名称")}
            <Field
                id="change-kind"
                label="类别"
                value=fields.words
                required=true
                error=error("department_kind")
            />
            <Groups fields=fields choices=choices />
        }
        .into_any(),
        MatrixChange::RenameDepartment { .. } => {
            view! { {department("部门")} {name("新名称")} }.into_any()
        }
        MatrixChange::MergeDepartments { .. } => {
            view! { {departments("被合并的部门")} {into("并入的部门")} }.into_any()
        }
        MatrixChange::SplitDepartment { .. } => view! {
            {department("转出的部门")}
            {into("接收的部门")}
            <CheckList
                id="change-columns"
                legend="转出的栏目"
                choices=choices.columns_of(fields.department)
                chosen=fields.columns
                error=error("columns")
            />
        }
        .into_any(),
        MatrixChange::SetRemark { .. } => view! {
            {column("栏目")}
            <RemarkNow fields=fields choices=choices />
            <Field id="change-remark" label="备注" value=fields.remark error=error("remark") />
        }
        .into_any(),
        MatrixChange::SetGroup { .. } => view! {
            {pick("change-group", "部门分组", choices.group_picks(), fields.group, "group")}
            <Members fields=fields choices=choices fill=true />
            {departments("组成部门")}
        }
        .into_any(),
        MatrixChange::AddGroup { .. } => {
            view! { {name("分组名称")} {departments("组成部门")} }.into_any()
        }
        MatrixChange::RenameGroup { .. } => view! {
            {pick("change-group", "部门分组", choices.group_picks(), fields.group, "group")}
            {name("新名称")}
        }
        .into_any(),
        MatrixChange::EndGroup { .. } => view! {
            {pick("change-group", "部门分组", choices.group_picks(), fields.group, "group")}
            <Members fields=fields choices=choices fill=false />
            <p class="field__hint">"只有责任部门一栏都不再写这个分组时，才能取消。"</p>
        }
        .into_any(),
    }
}

/// What is asked of a new column.
#[component]
fn NewColumn(
    /// The fields.
    fields: Fields,
    /// What is offered.
    choices: Choices,
    /// How a requirement in words is read.
    reading: Reading,
    /// What is wrong.
    wrong: Wrong,
) -> impl IntoView {
    let kinds = std::iter::once(Choice::new("", "按名称判断"))
        .chain(ColumnKind::ALL.map(|kind| Choice::new(key(&kind), kind.label())))
        .collect::<Vec<_>>();
    let error = move |field: &'static str| Signal::derive(move || wrong.run((field,)));
    view! {
        <Select
            id="change-column-kind"
            label="栏目类型"
            choices=kinds
            value=fields.kind
            on_change=move |kind| fields.kind.set(kind)
        />
        <label class="check" for="change-holds">
            <input
                type="checkbox"
                id="change-holds"
                prop:checked=move || fields.holds.get()
                on:change=move |event| fields.holds.set(event_target_checked(&event))
            />
            <span>"只用于归类，本身不更新内容"</span>
        </label>
        <div class="form" hidden=move || fields.holds.get()>
            <InWords fields=fields reading=reading error=error("requirement") />
            <Groups fields=fields choices=choices />
            <CheckList
                id="change-departments"
                legend="责任部门"
                choices=choices.department_boxes()
                chosen=fields.departments
                error=error("departments")
            />
            <Mode fields=fields read=true wrong=wrong />
            <Field id="change-remark" label="备注" value=fields.remark error=error("remark") />
        </div>
    }
}

#[component]
fn Groups(
    /// The fields.
    fields: Fields,
    /// What is offered.
    choices: Choices,
) -> impl IntoView {
    view! {
        <CheckList
            id="change-groups"
            legend="部门分组"
            choices=choices.group_boxes()
            chosen=fields.groups
            error=Signal::stored(None::<String>)
        />
    }
}

#[component]
fn Mode(
    /// The fields.
    fields: Fields,
    /// Whether the table may decide.
    read: bool,
    /// What is wrong.
    wrong: Wrong,
) -> impl IntoView {
    let first = if read {
        "按分工表写法判断"
    } else {
        "请选择"
    };
    let choices = vec![
        Choice::new("", first),
        Choice::new("shared", DutyMode::Shared.label()),
        Choice::new("each", DutyMode::Each.label()),
    ];
    view! {
        <Select
            id="change-mode"
            label="责任方式"
            choices=choices
            value=fields.mode
            on_change=move |mode| fields.mode.set(mode)
            hint="共同责任：任一部门更新即可；各自责任：每个部门都要更新。"
            error=Signal::derive(move || wrong.run(("mode",)))
        />
    }
}

/// What is asked of the chosen column today.
#[component]
fn Now(
    /// The fields.
    fields: Fields,
    /// What is offered.
    choices: Choices,
    /// Its owners, or its requirement.
    owners: bool,
) -> impl IntoView {
    move || {
        let column = fields.column.get()?;
        let asked = choices.asked.with(|asked| asked.get(&column).cloned())?;
        let (label, words) = if owners {
            ("现责任部门", asked.owners)
        } else {
            ("现更新要求", asked.requirement)
        };
        let words = if words.is_empty() {
            "（空）".to_owned()
        } else {
            words
        };
        Some(view! { <p class="field__hint">{format!("{label}：{words}")}</p> })
    }
}
