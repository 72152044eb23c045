//! How much is not saved, and the way to save it.

use leptos::prelude::*;

use super::drafts::{Draft, Drafts};
use super::save_dialog::SaveDialog;
use crate::ui::button::{Button, Look};

/// The bar at the foot of the page; nothing while nothing was changed.
#[component]
pub fn SaveBar(
    /// The year.
    year: i32,
    /// The year as it is kept.
    kept: StoredValue<Draft>,
    /// The year as it would be.
    draft: Memo<Draft>,
    /// What was changed on the page.
    drafts: Drafts,
    /// Follows when it was saved.
    changed: UnsyncCallback<()>,
) -> impl IntoView {
    let count = Memo::new(move |_| draft.with(|draft| draft.changes_from(&kept.get_value())));
    let problems = Memo::new(move |_| {
        draft.with(|draft| {
            draft
                .arrangement
                .problems(year, draft.announced)
                .iter()
                .map(|problem| format!("{problem}。"))
                .collect::<String>()
        })
    });
    let others = move || {
        let years: Vec<String> = drafts
            .years()
            .into_iter()
            .filter(|other| *other != year)
            .map(|other| format!("{other}年"))
            .collect();
        (!years.is_empty()).then(|| format!("{}也有未保存的修改。", years.join("、")))
    };
    let outdated =
        move || draft.with(|draft| draft.version != kept.with_value(|kept| kept.version));
    let shown = Memo::new(move |_| count.get() > 0);
    let saving = RwSignal::new(false);
    view! {
        {move || others().map(|words| view! { <p class="notice">{words}</p> })}
        {move || {
            shown
                .get()
                .then(|| {
                    view! {
                        <div class="save-bar" role="region" aria-label="未保存的修改">
                            <p class="save-bar__words" role="status">
                                {move || format!("有 {} 处未保存的修改", count.get())}
                                {move || {
                                    outdated()
                                        .then_some("；他人已调整该年安排，请放弃修改后重做")
                                }}
                            </p>
                            {move || {
                                let words = problems.get();
                                (!words.is_empty())
                                    .then(|| {
                                        view! {
                                            <p class="save-bar__problems" id="save-problems">
                                                {words}
                                            </p>
                                        }
                                    })
                            }}
                            <Button on_press=move |()| drafts.forget(year)>"放弃修改"</Button>
                            <Button
                                look=Look::Primary
                                described_by="save-problems"
                                disabled=Signal::derive(move || {
                                    outdated() || !problems.with(String::is_empty)
                                })
                                on_press=move |()| saving.set(true)
                            >
                                "预览影响"
                            </Button>
                        </div>
                    }
                })
        }}
        <SaveDialog open=saving year=year draft=draft drafts=drafts changed=changed />
    }
}
