//! Long lists and wide tables of which only what is on screen is in the document.

mod span;

use std::ops::Range;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

pub use span::span;

/// A box that scrolls, and what part of its content it shows, in CSS pixels.
#[derive(Clone, Copy)]
pub struct Viewport {
    /// The box.
    pub node: NodeRef<html::Div>,
    top: RwSignal<f64>,
    left: RwSignal<f64>,
    height: RwSignal<f64>,
    width: RwSignal<f64>,
}

/// A box that scrolls: it takes `node` as its reference and calls [`Viewport::measure`] when it
/// was scrolled. When it gets another size that is seen from here.
#[must_use]
pub fn use_viewport() -> Viewport {
    let view = Viewport {
        node: NodeRef::new(),
        top: RwSignal::new(0.0),
        left: RwSignal::new(0.0),
        height: RwSignal::new(0.0),
        width: RwSignal::new(0.0),
    };
    let seen = Closure::<dyn FnMut()>::new(move || view.measure());
    let observer = ResizeObserver::new(seen.as_ref().unchecked_ref()).ok();
    let kept = StoredValue::new_local((observer, seen));
    Effect::new(move |_| {
        if let Some(node) = view.node.get() {
            view.measure();
            kept.with_value(|(observer, _)| {
                if let Some(observer) = observer {
                    observer.observe(&node);
                }
            });
        }
    });
    on_cleanup(move || {
        kept.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
    view
}

impl Viewport {
    /// Takes where the box stands now.
    pub fn measure(self) {
        // The page may be gone by now.
        let Some(node) = self.node.try_get_untracked().flatten() else {
            return;
        };
        self.top.set(f64::from(node.scroll_top()));
        self.left.set(f64::from(node.scroll_left()));
        self.height.set(f64::from(node.client_height()));
        self.width.set(f64::from(node.client_width()));
    }

    /// Which of `count` rows of this height are to be in the document.
    #[must_use]
    pub fn rows(self, size: f64, count: Signal<usize>) -> Memo<Range<usize>> {
        Memo::new(move |_| span(self.top.get(), self.height.get(), size, count.get()))
    }

    /// Which of `count` columns of this width are to be in the document.
    #[must_use]
    pub fn columns(self, size: f64, count: Signal<usize>) -> Memo<Range<usize>> {
        Memo::new(move |_| span(self.left.get(), self.width.get(), size, count.get()))
    }

    /// How many rows of this height the box shows at once, at least one.
    #[must_use]
    pub fn page(self, size: f64) -> usize {
        ((self.height.get_untracked() / size) as usize).max(1)
    }

    /// The first row of this height of which something is to be seen.
    #[must_use]
    pub fn first(self, size: f64) -> Memo<usize> {
        Memo::new(move |_| (self.top.get().max(0.0) / size) as usize)
    }

    /// Scrolls back to the top.
    pub fn to_top(self) {
        if let Some(node) = self.node.get_untracked() {
            node.set_scroll_top(0);
        }
    }

    /// Scrolls back to the left.
    pub fn to_left(self) {
        if let Some(node) = self.node.get_untracked() {
            node.set_scroll_left(0);
        }
    }
}
