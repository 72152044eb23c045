//! The differences of a file as changes: which are taken over is chosen here, then they go into a
//! draft. Nothing is stored before.

use std::collections::BTreeSet;

use lanmu_api::matrix_draft::{AnnexProposal, DraftView, ProposedChange, SaveDraft};
use lanmu_api::path;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use web_sys::File;

use super::taken::{at_first, turned};
use crate::api::matrix_draft::create_draft;
use crate::pages::matrix::differences::Cells;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::text_area::TextArea;
use crate::ui::upload::{UploadProgress, file_problem, use_upload};

const FIELDS: [&str; 2] = ["reason", "document_number"];

/// The part of the page that follows a comparison with differences.
#[component]
pub fn Propose(
    /// The file that was compared.
    file: StoredValue<Option<File>, LocalStorage>,
) -> impl IntoView {
    let upload = use_upload();
    let error = RwSignal::new(None::<String>);
    let answer = RwSignal::new(None::<AnnexProposal>);
    let ask = move || {
        let Some(file) = file.get_value() else { return };
        error.set(None);
        upload.send(
            path::MATRIX_ANNEX_PROPOSE,
            &file,
            move |result| match result {
                Ok(proposal) => answer.set(Some(proposal)),
                Err(why) => error.set(Some(file_problem(&why))),
            },
        );
    };
    view! {
        <section class="card annex-part propose-part" aria-labelledby="annex-propose">
            <h2 id="annex-propose">"转入调整草案"</h2>
            <p class="field__hint">
                "按不同之处逐项列出调整建议，勾选后建立草案。草案生效以前，现行分工表不变。"
            </p>
            <ErrorLine message=Signal::derive(move || error.get()) />
            {move || match answer.get() {
                None => {
                    view! {
                        <Button busy=upload.sending() on_press=move |()| ask()>
                            "列出调整建议"
                        </Button>
                        <UploadProgress upload=upload />
                    }
                        .into_any()
                }
                Some(proposal) if proposal.proposals.is_empty() => {
                    view! { <p role="status">"没有可以转入草案的调整。"</p> }.into_any()
                }
                Some(proposal) => view! { <Choice proposals=proposal.proposals /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Choice(
    /// What the file suggests.
    proposals: Vec<ProposedChange>,
) -> impl IntoView {
    let taken = RwSignal::new(at_first(&proposals));
    let all = StoredValue::new(proposals);
    let navigate = use_navigate();
    let reason = RwSignal::new(String::new());
    let document = RwSignal::new(String::new());
    let act = use_act(create_draft, move |draft: DraftView| {
        navigate(&format!("/matrix/drafts/{}", draft.id), Default::default());
    });
    let total = all.with_value(Vec::len);
    let rows = all
        .get_value()
        .into_iter()
        .map(|proposal| view! { <Row proposal=proposal all=all taken=taken /> })
        .collect_view();
    let submit = move || {
        let changes = taken.with_untracked(|taken| {
            all.with_value(|all| {
                let chosen = all.iter().map(|proposal| &proposal.change);
                let chosen = chosen.filter(|change| taken.contains(&change.key));
                chosen.cloned().collect()
            })
        });
        act.run(SaveDraft {
            reason: reason.get_untracked(),
            document_number: document.get_untracked(),
            changes,
            ..Default::default()
        });
    };
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            <p role="status">
                {move || format!("已勾选 {} 项，共 {total} 项", taken.with(BTreeSet::len))}
            </p>
            <ul class="check-list propose-list" aria-label="调整建议">
                {rows}
            </ul>
            <TextArea
                id="propose-reason"
                label="调整原因"
                value=reason
                rows=2
                required=true
                error=Signal::derive(move || act.field_error("reason"))
            />
            <Field
                id="propose-document"
                label="文号"
                value=document
                error=Signal::derive(move || act.field_error("document_number"))
            />
            <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
            <div class="form__acts">
                <Button
                    look=Look::Primary
                    submit=true
                    busy=Signal::derive(move || act.pending())
                    disabled=Signal::derive(move || taken.with(BTreeSet::is_empty))
                >
                    "建立草案"
                </Button>
            </div>
        </form>
    }
}

#[component]
fn Row(
    /// What is suggested.
    proposal: ProposedChange,
    /// All that is.
    all: StoredValue<Vec<ProposedChange>>,
    /// What is taken over.
    taken: RwSignal<BTreeSet<u32>>,
) -> impl IntoView {
    let key = proposal.change.key;
    let id = format!("propose-{key}");
    let for_id = id.clone();
    let turn =
        move |_| taken.update(|taken| *taken = all.with_value(|all| turned(all, taken, key)));
    let doubts = proposal
        .doubts
        .into_iter()
        .map(|doubt| {
            view! { <li class="propose-doubt">{format!("存疑：{}，{}。", doubt.cell, doubt.message)}</li> }
        })
        .collect_view();
    let guess = proposal
        .guess
        .then_some("由缺失和新增的两行推断，取消勾选则改为关闭原栏目、新增栏目。");
    view! {
        <li>
            <label class="check" for=for_id>
                <input
                    type="checkbox"
                    id=id
                    prop:checked=move || taken.with(|taken| taken.contains(&key))
                    on:change=turn
                />
                <span>{proposal.words} "。"</span>
            </label>
            <div class="propose-why">
                {guess}
                <ul>{doubts}</ul>
                {proposal.difference.map(|line| view! { <Cells line=line /> })}
            </div>
        </li>
    }
}
