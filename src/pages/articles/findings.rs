//! 保密预检 beside the editor: checks while one types, with the lists of the site.

use std::rc::Rc;
use std::time::Duration;

use lanmu_api::article::ArticleView;
use lanmu_api::secrecy::FindingView;
use lanmu_domain::article::Content;
use lanmu_domain::secrecy::{Checker, Field, Finding, Terms, mask, open_findings};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};

use super::draft::Draft;
use crate::api::secrecy::terms;
use crate::ui::act::Act;
use crate::ui::findings::{
    FindingActs, FindingList, KeepDialog, Keeping, mark_findings, show_finding, unmark_findings,
};
use crate::ui::remote::use_remote;

/// Id of the heading of the list.
const HEADING: &str = "findings-heading";
/// How long nobody types before the text is checked.
const PAUSE: Duration = Duration::from_millis(400);

/// The check of what stands in the form.
#[derive(Clone, Copy)]
pub struct Check {
    checker: RwSignal<Rc<Checker>, LocalStorage>,
    found: RwSignal<Vec<Finding>>,
    stored: RwSignal<Option<ArticleView>>,
}

impl Check {
    /// Checks whenever somebody has stopped typing, once the lists of the site have come; before
    /// that, and without them, by what holds everywhere.
    pub fn new(draft: Draft, stored: RwSignal<Option<ArticleView>>) -> Self {
        let checker = RwSignal::new_local(Rc::new(Checker::new(&Terms::default())));
        let lists = use_remote(terms);
        Effect::new(move |_| {
            if let Some(Ok(view)) = lists.get() {
                checker.set(Rc::new(Checker::new(&view.lists())));
            }
        });
        let found = RwSignal::new(Vec::new());
        let timer = StoredValue::new(None::<TimeoutHandle>);
        Effect::new(move |_| {
            let (checker, content) = (checker.get(), draft.content());
            if let Some(before) = timer.get_value() {
                before.clear();
            }
            let check = move || {
                let now = checker.check(&content);
                if found.try_with_untracked(|before| *before != now) == Some(true) {
                    found.set(now.clone());
                }
                if let Some(text) = editor() {
                    mark_findings(&text, &content.body, &now);
                }
            };
            timer.set_value(set_timeout_with_handle(check, PAUSE).ok());
        });
        on_cleanup(move || {
            if let Some(before) = timer.try_get_value().flatten() {
                before.clear();
            }
            unmark_findings();
        });
        Self {
            checker,
            found,
            stored,
        }
    }

    /// How many findings of this content are open at this moment.
    pub fn open(self, content: &Content) -> usize {
        let found = self.checker.get_untracked().check(content);
        open_findings(&found, |key| self.said(key).is_some())
    }

    /// What was found, with what is stored of it.
    fn views(self) -> Vec<FindingView> {
        self.stored.track();
        let view = |finding: Finding| {
            let key = finding.key();
            FindingView {
                overridden: self.said(&key),
                key,
                finding,
            }
        };
        self.found.get().into_iter().map(view).collect()
    }

    fn said(self, key: &str) -> Option<lanmu_api::secrecy::OverrideView> {
        self.stored.with_untracked(|view| {
            let mut found = view.iter().flat_map(|view| &view.findings);
            found.find(|found| found.key == key)?.overridden.clone()
        })
    }
}

/// The list below the text.
#[component]
pub fn EditorFindings(
    /// What stands in the form.
    draft: Draft,
    /// Its check.
    check: Check,
    /// The finding that is being explained.
    keeping: RwSignal<Option<Keeping>>,
    /// Stores the draft and says why a finding stays.
    keep: Act<(String, String)>,
    /// Stores the draft and takes such a reason back.
    take_back: Act<String>,
) -> impl IntoView {
    let acts = FindingActs {
        locate: UnsyncCallback::new(move |(key, at): (String, usize)| {
            let nth = check.found.with_untracked(|all| {
                let mut same = all.iter().filter(|finding| finding.key() == key);
                same.nth(at).cloned()
            });
            if let Some(finding) = nth {
                locate(draft, &finding);
            }
        }),
        mask: Some(UnsyncCallback::new(move |key: String| {
            let checker = check.checker.get_untracked();
            if let Some(masked) = mask(&checker, &draft.content(), &key) {
                check.found.set(checker.check(&masked));
                draft.fill(&masked);
            }
        })),
        keep: Some(UnsyncCallback::new(move |found| keeping.set(Some(found)))),
        take_back: Some(UnsyncCallback::new(move |key| take_back.run(key))),
        only_of: None,
    };
    view! {
        <section class="editor-findings" aria-labelledby=HEADING>
            <h2 id=HEADING>"保密预检"</h2>
            <FindingList findings=Signal::derive(move || check.views()) acts=acts />
            <KeepDialog keeping=keeping act=keep />
        </section>
    }
}

/// Brings the list into view, for whoever is told that something is open.
pub fn show_list() {
    if let Some(heading) = document().get_element_by_id(HEADING) {
        heading.scroll_into_view();
    }
}

fn editor() -> Option<Element> {
    document().get_element_by_id("body")
}

/// Scrolls to the words; in a field of one line it selects them.
fn locate(draft: Draft, finding: &Finding) {
    let id = match finding.field {
        Field::Title => "title",
        Field::DocumentNumber => "document-number",
        Field::SourceName => "source-name",
        Field::Body => {
            if let Some(text) = editor() {
                draft
                    .body
                    .with_untracked(|body| show_finding(&text, body, finding));
            }
            return;
        }
    };
    let input = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input {
        let text = input.value();
        let units = |end: u32| {
            let before = text.chars().take(end as usize);
            before.fold(0, |sum, c| sum + if c.len_utf16() == 2 { 2 } else { 1 })
        };
        let _ = input.focus();
        let _ = input.set_selection_range(units(finding.start), units(finding.end));
    }
}
