//! The ledger's filters; all of them stand in the address.

use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::Stage;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::api::site::departments;
use crate::ui::button::{Button, Look};
use crate::ui::day_picker::DayPicker;
use crate::ui::field::Field;
use crate::ui::more_filters::MoreFilters;
use crate::ui::remote::use_remote;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::use_url_state;

/// The filters.
#[component]
pub fn Filters() -> impl IntoView {
    let (act, department) = (use_url_state("act"), use_url_state("department"));
    let (from, to) = (use_url_state("from"), use_url_state("to"));
    let (words, pages) = (use_url_state("q"), use_url_state("pages"));
    let article = use_url_state("article");
    let stage = use_url_state("stage");
    let stages: Vec<Choice> = std::iter::once(Choice::new("", "全部"))
        .chain(Stage::ALL.map(|stage| Choice::new(stage.key(), stage.label())))
        .collect();
    let known = use_remote(departments);
    let acts: Vec<Choice> = std::iter::once(Choice::new("", "全部"))
        .chain(LedgerAct::ALL.map(|act| Choice::new(act.key(), act.label())))
        .collect();
    let department_choices = Signal::derive(move || {
        let known = known.get().and_then(Result::ok).unwrap_or_default();
        std::iter::once(Choice::new("", "全部"))
            .chain(
                known
                    .into_iter()
                    .map(|department| Choice::new(department.id, department.name)),
            )
            .collect::<Vec<_>>()
    });
    let typed = RwSignal::new(words.text.get_untracked());
    let typed_from = RwSignal::new(from.text.get_untracked());
    let typed_to = RwSignal::new(to.text.get_untracked());
    view! {
        <form
            class="filters"
            on:submit=move |event| {
                event.prevent_default();
                pages.set("");
                from.set(typed_from.get_untracked());
                to.set(typed_to.get_untracked());
                words.set(typed.get_untracked().trim());
            }
        >
            <Select
                id="ledger-act"
                label="操作"
                choices=acts
                value=act.text
                on_change=move |value| {
                    pages.set("");
                    act.set(value);
                }
            />
            <MoreFilters kept=vec![stage, department, from, to]>
                <Select
                    id="ledger-stage"
                    label="环节"
                    choices=stages.clone()
                    value=stage.text
                    on_change=move |value| {
                        pages.set("");
                        stage.set(value);
                    }
                />
                <Select
                    id="ledger-department"
                    label="部门"
                    choices=department_choices
                    value=department.text
                    on_change=move |value| {
                        pages.set("");
                        department.set(value);
                    }
                />
                <DayPicker id="ledger-from" label="从" value=typed_from on_change=move |text| typed_from.set(text) />
                <DayPicker id="ledger-to" label="到" value=typed_to on_change=move |text| typed_to.set(text) />
            </MoreFilters>
            <Field id="ledger-q" label="标题、人员、栏目或说明" value=typed kind="search" />
            <Button submit=true>"查询"</Button>
        </form>
        {move || {
            article
                .number()
                .map(|id| {
                    view! {
                        <p class="ledger-article">
                            "只显示 " <A href=format!("/articles/{id}")>{format!("稿件 {id}")}</A>
                            " 的记录"
                            <Button look=Look::Quiet on_press=move |()| article.set("")>
                                "显示全部"
                            </Button>
                        </p>
                    }
                })
        }}
    }
}
