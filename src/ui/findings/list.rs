//! The list of findings: what, where, what to do, and what somebody said about it.

use lanmu_api::secrecy::{FindingView, OverrideView, open_findings};
use lanmu_domain::secrecy::{Finding, FindingKind, Severity, replacement};
use leptos::prelude::*;

use super::Keeping;
use crate::date::long_stamp;
use crate::ui::button::{Button, Look};

/// Characters of a finding that the list shows.
const SHOWN_MAX: usize = 60;

/// What can be done from the list; an act that is not open to the person is not there.
#[derive(Clone, Copy)]
pub struct FindingActs {
    /// 定位: the key, and which of its places.
    pub locate: UnsyncCallback<(String, usize)>,
    /// 脱敏 and the like, by key.
    pub mask: Option<UnsyncCallback<String>>,
    /// 保留并说明理由.
    pub keep: Option<UnsyncCallback<Keeping>>,
    /// 收回说明, by key.
    pub take_back: Option<UnsyncCallback<String>>,
    /// Whose reasons can be taken back: this person's alone, or everybody's.
    pub only_of: Option<i64>,
}

/// The same words in a field, together.
#[derive(Clone, PartialEq)]
struct Item {
    key: String,
    first: Finding,
    places: usize,
    overridden: Option<OverrideView>,
}

fn grouped(findings: Vec<FindingView>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for found in findings {
        if let Some(item) = items.iter_mut().find(|item| item.key == found.key) {
            item.places += 1;
            continue;
        }
        items.push(Item {
            key: found.key,
            first: found.finding,
            places: 1,
            overridden: found.overridden,
        });
    }
    // What is open goes first, the rest keeps its order.
    items.sort_by_key(|item| item.overridden.is_some());
    items
}

/// The list, with how many are open said to screen readers as it changes.
#[component]
pub fn FindingList(
    /// What was found.
    #[prop(into)]
    findings: Signal<Vec<FindingView>>,
    /// What can be done.
    acts: FindingActs,
) -> impl IntoView {
    let items = Memo::new(move |_| grouped(findings.get()));
    let summary = move || {
        let open = findings.with(|findings| open_findings(findings));
        let settled = items.with(Vec::len) - open;
        match (open, settled) {
            (0, 0) => "未发现问题。".to_owned(),
            (0, settled) => format!("{settled} 项已说明理由，无待处理事项。"),
            (open, 0) => format!("{open} 项待处理。"),
            (open, settled) => format!("{open} 项待处理，{settled} 项已说明理由。"),
        }
    };
    let is_open = move || findings.with(|findings| open_findings(findings) > 0);
    view! {
        <p class="findings__summary" class:findings__summary--open=is_open role="status">
            {summary}
        </p>
        <ul class="findings">
            <For
                each=move || items.get()
                key=|item| (item.key.clone(), item.places, item.overridden.clone().map(|o| o.at))
                let:item
            >
                <Row item=item acts=acts />
            </For>
        </ul>
    }
}

#[component]
fn Row(
    /// What was found.
    item: Item,
    /// What can be done.
    acts: FindingActs,
) -> impl IntoView {
    let Item {
        key,
        first,
        places,
        overridden,
    } = item;
    let shown = shortened(&first.text);
    let key = StoredValue::new(key);
    let place = StoredValue::new(0_usize);
    let locate = move || {
        let at = place.get_value();
        place.set_value((at + 1) % places);
        acts.locate.run((key.get_value(), at));
    };
    let masks = acts.mask.filter(|_| replacement(&first).is_some());
    let mask_words = match first.kind {
        FindingKind::Term => "改为正确用语",
        FindingKind::Link => "去除链接",
        _ => "脱敏",
    };
    let serious = first.severity() == Severity::Serious;
    let keeping = StoredValue::new(Keeping {
        key: key.get_value(),
        words: format!("{}：{shown}", first.kind.label()),
    });
    let open = overridden.is_none();
    let taken_back = overridden
        .as_ref()
        .filter(|said| acts.only_of.is_none_or(|person| said.person_id == person))
        .and(acts.take_back);
    let about = StoredValue::new(format!("{}{shown}", first.kind.label()));
    let spoken = move || view! { <span class="visually-hidden">{about.get_value()}</span> };
    view! {
        <li class="finding" class:finding--open=open>
            <p class="finding__head">
                <strong class="finding__kind" class:finding__kind--serious=serious>
                    {first.kind.label()}
                </strong>
                <span class="finding__place">
                    {first.field.label()} {(places > 1).then(|| format!("，共 {places} 处"))}
                </span>
            </p>
            <p class="finding__text">{shown}</p>
            {match overridden {
                None => {
                    let note = (!first.note.is_empty()).then(|| format!("说明：{}", first.note));
                    view! { <p class="finding__advice">{first.advice()} {note}</p> }.into_any()
                }
                Some(said) => view! { <Said said=said /> }.into_any(),
            }}
            <div class="finding__acts">
                <Button look=Look::Quiet on_press=move |()| locate()>
                    "定位"
                    {spoken}
                </Button>
                {masks
                    .filter(|_| open)
                    .map(|mask| {
                        view! {
                            <Button on_press=move |()| mask.run(key.get_value())>
                                {mask_words}
                                {spoken}
                            </Button>
                        }
                    })}
                {acts
                    .keep
                    .filter(|_| open)
                    .map(|keep| {
                        view! {
                            <Button on_press=move |()| keep.run(keeping.get_value())>
                                "保留并说明理由"
                                {spoken}
                            </Button>
                        }
                    })}
                {taken_back
                    .map(|take_back| {
                        view! {
                            <Button look=Look::Quiet on_press=move |()| take_back.run(key.get_value())>
                                "收回说明"
                                {spoken}
                            </Button>
                        }
                    })}
            </div>
        </li>
    }
}

#[component]
fn Said(
    /// Why it stays.
    said: OverrideView,
) -> impl IntoView {
    let who = format!(
        "{}（{}）　{}",
        said.signed_name(),
        said.post,
        long_stamp(said.at)
    );
    view! {
        <p class="finding__said">"保留理由：" {said.reason}</p>
        <p class="finding__who">{who}</p>
    }
}

fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN_MAX).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
