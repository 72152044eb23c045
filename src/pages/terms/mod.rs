//! 用语库: the lists that the secrecy check finds by, kept by the coordinator.

mod domains;
mod edit;
mod row;

use lanmu_api::path;
use lanmu_api::secrecy::TermView;
use lanmu_domain::secrecy::Term;
use leptos::prelude::*;

use crate::api::secrecy::terms;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::empty_state::EmptyState;
use crate::ui::export_links::ExportLinks;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::search_field::SearchField;
use crate::ui::url_state::use_url_state;
use domains::Domains;
use edit::{EditDialog, Editing};
use row::TermCard;

/// The page.
#[component]
pub fn TermsPage() -> impl IntoView {
    let lists = use_remote(terms);
    let words = use_url_state("q");
    let editing = RwSignal::new(None::<Editing>);
    let done = UnsyncCallback::new(move |()| lists.refetch());
    view! {
        <PageHeader
            title="用语库"
            subtitle="保密预检按本库提示错敏词和站外链接，填录时即时检查；新增的用语对在审稿件同样生效。"
        >
            <ExportLinks href=path::TERMS_EXPORT />
            <Button look=Look::Primary on_press=move |()| editing.set(Some(Editing::New))>
                "新增用语"
            </Button>
        </PageHeader>
        <AsyncView remote=lists let:view>
            <section class="terms" aria-labelledby="terms-heading">
                <h2 id="terms-heading">{format!("错敏词（{} 条）", view.terms.len())}</h2>
                <div class="filters">
                    <SearchField
                        id="terms-q"
                        label="查找用语"
                        placeholder="错误用语、正确用语或类别"
                        state=words
                    />
                </div>
                <List terms=view.terms words=Signal::derive(move || words.get()) editing done />
            </section>
            <Domains domains=view.domains done=done />
        </AsyncView>
        <EditDialog editing=editing done=done />
    }
}

#[component]
fn List(
    /// The terms.
    terms: Vec<TermView>,
    /// The words looked for.
    words: Signal<String>,
    /// The term that is being changed.
    editing: RwSignal<Option<Editing>>,
    /// Follows when one was retired.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    if terms.is_empty() {
        return view! {
            <EmptyState
                title="尚未登记用语"
                hint="登记后，填录人员写到这些用语时会立即看到提示和正确用语。"
            />
        }
        .into_any();
    }
    let terms = StoredValue::new(terms);
    let shown = Memo::new(move |_| {
        let words = words.get();
        let matches = |kept: &&TermView| words.is_empty() || says(&kept.term, &words);
        terms.with_value(|terms| terms.iter().filter(matches).cloned().collect::<Vec<_>>())
    });
    view! {
        <Show when=move || shown.with(Vec::is_empty)>
            <EmptyState title="没有符合条件的用语" />
        </Show>
        <ul class="article-list">
            <For each=move || shown.get() key=|kept| (kept.id, kept.version) let:kept>
                <TermCard kept=kept editing=editing done=done />
            </For>
        </ul>
    }
    .into_any()
}

fn says(term: &Term, words: &str) -> bool {
    [
        Some(&term.wrong),
        term.right.as_ref(),
        Some(&term.category),
        Some(&term.note),
    ]
    .into_iter()
    .flatten()
    .any(|text| text.contains(words))
}
