//! The changes of the draft in words, in the order in which they are done.

use lanmu_api::matrix_draft::DraftChange;
use lanmu_domain::matrix_change::{ColumnRef, DepartmentRef, GroupRef};
use leptos::prelude::*;

use super::blank::blanks;
use super::change_dialog::{ChangeDialog, Edited};
use super::removal::use_removal;
use super::stale::Refused;
use super::work::Work;
use crate::ui::button::{Button, Look};
use crate::ui::select::{Choice, Select};

/// The part of the page.
#[component]
pub fn ChangeList(
    /// The draft.
    work: Work,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let edited = RwSignal::new(None::<Edited>);
    let edit = Callback::new(move |(what,): (Edited,)| {
        edited.set(Some(what));
        open.set(true);
    });
    let removal = use_removal(work);
    let changes = Memo::new(move |_| work.draft.with(|draft| draft.changes.clone()));
    let rows = move || {
        changes
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, change)| {
                let key = change.key;
                let drop = move || removal.run(key);
                view! { <Row number=index + 1 change=change work=work edit=edit drop=drop /> }
            })
            .collect_view()
    };
    view! {
        <section class="version-part" aria-labelledby="changes-title">
            <h2 id="changes-title">"调整内容"</h2>
            <Add edit=edit />
            <Refused act=removal.act work=work />
            {move || {
                changes
                    .with(Vec::is_empty)
                    .then(|| {
                        view! {
                            <p class="field__hint">
                                "还没有调整内容。请选择调整类型，逐项加入；各项按排列的先后办理。"
                            </p>
                        }
                    })
            }}
            <ol class="article-list draft-changes">{rows}</ol>
        </section>
        <ChangeDialog open=open edited=edited work=work />
    }
}

/// What kind of change is added.
#[component]
fn Add(
    /// Opens the dialog.
    edit: Callback<(Edited,)>,
) -> impl IntoView {
    let kind = RwSignal::new("0".to_owned());
    let choices: Vec<Choice> = blanks()
        .iter()
        .enumerate()
        .map(|(at, blank)| Choice::new(at, blank.label()))
        .collect();
    let add = move || {
        let at = kind.with_untracked(|kind| kind.parse::<usize>().unwrap_or_default());
        if let Some(blank) = blanks().into_iter().nth(at) {
            edit.run(((None, blank),));
        }
    };
    view! {
        <div class="filters">
            <Select
                id="draft-kind"
                label="调整类型"
                choices=choices
                value=kind
                on_change=move |value| kind.set(value)
            />
            <Button look=Look::Primary on_press=move |()| add()>
                "添加"
            </Button>
        </div>
    }
}

#[component]
fn Row(
    /// Its place, from 1.
    number: usize,
    /// The change.
    change: DraftChange,
    /// The draft.
    work: Work,
    /// Opens the dialog.
    edit: Callback<(Edited,)>,
    /// Takes it out of the draft.
    drop: impl Fn() + Clone + 'static,
) -> impl IntoView {
    let key = change.key;
    let label = change.change.label();
    let kept = change.change;
    // Others that refer to what it adds would hang in the air.
    let needed = Memo::new(move |_| work.draft.with(|draft| needing(&draft.changes, key)));
    let problems = move || {
        let seen = work.looked_at();
        let problems = seen.into_iter().flat_map(|seen| seen.problems);
        problems
            .filter(|problem| problem.key == key)
            .map(|problem| view! { <p class="error-line">{problem.message}</p> })
            .collect_view()
    };
    let why = format!("draft-needed-{key}");
    let why_id = why.clone();
    view! {
        <li class="article-row draft-change">
            <span class="draft-change__number" aria-hidden="true">{number}</span>
            <div>
                <span class="draft-change__kind">{label}</span>
                <p>{change.words} "。"</p>
                {problems}
                <p class="field__hint" id=why>
                    {move || {
                        needed.get().map(|other| format!("第 {other} 项用到了它，须先删除第 {other} 项。"))
                    }}
                </p>
            </div>
            <div class="draft-change__acts">
                <Button look=Look::Quiet on_press=move |()| edit.run(((Some(key), kept.clone()),))>
                    "修改" <span class="visually-hidden">{format!("第 {number} 项")}</span>
                </Button>
                <Button
                    look=Look::Quiet
                    disabled=Signal::derive(move || needed.get().is_some())
                    described_by=why_id
                    on_press=move |()| drop()
                >
                    "删除" <span class="visually-hidden">{format!("第 {number} 项")}</span>
                </Button>
            </div>
        </li>
    }
}

/// The place, from 1, of a change that refers to what the one with this key adds.
fn needing(changes: &[DraftChange], key: u32) -> Option<usize> {
    let place = changes.iter().position(|other| {
        let change = &other.change;
        change.columns().contains(&ColumnRef::New(key))
            || change.departments().contains(&DepartmentRef::New(key))
            || change.groups().contains(&GroupRef::New { new: key })
    });
    place.map(|at| at + 1)
}
