//! What is made only once it comes near the screen.

use leptos::ev;
use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far from the screen is near, so that nobody sees it being made.
const MARGIN: &str = "1500px 0px";

/// Whether an element has come near the screen; once it has, it stays so. On paper everything is.
#[must_use]
pub fn use_near<E>(node: NodeRef<E>) -> Signal<bool>
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + AsRef<Element> + 'static,
{
    let near = RwSignal::new(false);
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let is_near = |entry: wasm_bindgen::JsValue| {
            entry
                .unchecked_into::<IntersectionObserverEntry>()
                .is_intersecting()
        };
        if entries.iter().any(is_near) {
            near.try_set(true);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    let observer =
        IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok();
    if observer.is_none() {
        near.set(true);
    }
    let kept = StoredValue::new_local((observer, seen));
    Effect::new(move |_| {
        let Some(node) = node.get() else { return };
        kept.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                if near.get() {
                    observer.disconnect();
                } else {
                    observer.observe(node.as_ref());
                }
            }
        });
    });
    let paper = window_event_listener(
        ev::Custom::<web_sys::Event>::new("beforeprint"),
        move |_| {
            near.try_set(true);
        },
    );
    on_cleanup(move || {
        paper.remove();
        kept.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
    near.into()
}
