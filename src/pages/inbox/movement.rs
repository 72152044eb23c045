//! From card to card: by swipe, by key, by button.

use lanmu_api::review_card::ReviewCardView;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent, PointerEvent};
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::typed::Typed;
use crate::ui::dialog::is_dialog_open;
use crate::ui::toast::use_toasts;

/// A swipe is at least so long, in pixels, …
const LONG: i32 = 80;
/// … so much longer than it is high, …
const FLAT: i32 = 2;
/// … and takes no longer than so many milliseconds: a slow drag selects or scrolls.
const QUICK: f64 = 900.0;

/// Where a finger touched down: pointer, place and time.
type Touch = (i32, i32, i32, f64);

/// The card as a whole. Sideways with a finger, J and K or the arrow keys lead to the items after
/// and before, unless something was filled in that would be lost.
#[component]
pub fn Movement(
    /// The items before and after.
    facts: Memo<Option<ReviewCardView>>,
    /// What this person typed.
    typed: Typed,
    /// The card.
    children: Children,
) -> impl IntoView {
    let toasts = use_toasts();
    let navigate = use_navigate();
    let node = NodeRef::<html::Article>::new();
    let touched = StoredValue::new(None::<Touch>);
    let go = StoredValue::new_local(move |forward: bool| {
        let id = facts.with_untracked(|facts| {
            let facts = facts.as_ref()?;
            if forward { facts.next } else { facts.previous }
        });
        let Some(id) = id else {
            toasts.say(if forward {
                "已是最后一件"
            } else {
                "已是第一件"
            });
            return;
        };
        if typed.holds_something() {
            toasts.say("您填写的内容尚未提交，请先办理，或用“上一件”“下一件”按钮离开。");
            return;
        }
        navigate(&format!("/inbox/{id}"), Default::default());
    });
    let go = move |forward| go.with_value(|go| go(forward));
    let keys = window_event_listener(ev::keydown, move |event| {
        if let Some(forward) = direction(&event) {
            event.prevent_default();
            go(forward);
        }
    });
    on_cleanup(move || keys.remove());
    view! {
        <article
            class="review-card"
            node_ref=node
            on:pointerdown=move |event: PointerEvent| {
                let begins = event.is_primary() && event.pointer_type() != "mouse"
                    && node.get_untracked().is_some_and(|card| is_free(&event, &card));
                let place = (event.pointer_id(), event.client_x(), event.client_y(), event.time_stamp());
                touched.set_value(begins.then_some(place));
            }
            // The browser took it for scrolling.
            on:pointercancel=move |_| touched.set_value(None)
            on:pointerup=move |event: PointerEvent| {
                let began = touched.get_value();
                touched.set_value(None);
                if let Some(forward) = began.and_then(|began| swiped(began, &event)) {
                    go(forward);
                }
            }
        >
            {children()}
        </article>
    }
}

/// The buttons with their keys, and where one is.
#[component]
pub fn Neighbours(
    /// The items before and after.
    facts: Memo<Option<ReviewCardView>>,
) -> impl IntoView {
    let link = |id: Option<i64>, words: &'static str, key: &'static str| {
        id.map(|id| {
            view! {
                <A href=format!("/inbox/{id}") attr:class="button" attr:aria-keyshortcuts=key>
                    {words}
                    <kbd class="review-card__key" aria-hidden="true">{key}</kbd>
                </A>
            }
        })
    };
    move || {
        let facts = facts.get()?;
        let place = facts
            .place
            .map(|place| format!("第 {place} 件，共 {} 件", facts.waiting));
        Some(view! {
            <div class="review-card__neighbours">
                {place.map(|place| view! { <span class="review-card__place">{place}</span> })}
                {link(facts.previous, "上一件", "K")} {link(facts.next, "下一件", "J")}
            </div>
        })
    }
}

/// Which way a key leads; `None` while one types, chooses or reads in a dialog.
fn direction(event: &KeyboardEvent) -> Option<bool> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
        return None;
    }
    let forward = match event.key().as_str() {
        "j" | "J" | "ArrowRight" => true,
        "k" | "K" | "ArrowLeft" => false,
        _ => return None,
    };
    if is_dialog_open() {
        return None;
    }
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let busy = target.is_some_and(|target| {
        let typing = "input, textarea, select, [contenteditable=true]";
        matches!(target.closest(typing), Ok(Some(_))) || scrolls_sideways(&target)
    });
    (!busy).then_some(forward)
}

/// Whether a finger that touches down here may be swiping: not on a field or a part that itself
/// moves sideways.
fn is_free(event: &PointerEvent, card: &Element) -> bool {
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else {
        return false;
    };
    if matches!(
        target.closest("input, textarea, select, dialog"),
        Ok(Some(_))
    ) {
        return false;
    }
    let mut at = Some(target);
    while let Some(element) = at {
        if scrolls_sideways(&element) {
            return false;
        }
        if element == *card {
            return true;
        }
        at = element.parent_element();
    }
    false
}

fn scrolls_sideways(element: &Element) -> bool {
    if element.scroll_width() <= element.client_width() + 1 {
        return false;
    }
    let overflow = window()
        .get_computed_style(element)
        .ok()
        .flatten()
        .and_then(|style| style.get_property_value("overflow-x").ok());
    matches!(overflow.as_deref(), Some("auto" | "scroll"))
}

/// Which way a finger went; `None` where it was no swipe.
fn swiped(began: Touch, event: &PointerEvent) -> Option<bool> {
    let (pointer, x, y, at) = began;
    let (right, down) = (event.client_x() - x, event.client_y() - y);
    let selecting = window()
        .get_selection()
        .ok()
        .flatten()
        .is_some_and(|selection| !selection.is_collapsed());
    let swipe = pointer == event.pointer_id()
        && !selecting
        && event.time_stamp() - at <= QUICK
        && right.abs() >= LONG
        && right.abs() > FLAT * down.abs();
    swipe.then_some(right < 0)
}
