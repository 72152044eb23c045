//! Characters of an element's text as a range of the document, and back: a passage is named by
//! them.

use std::ops::Range as Places;

use lanmu_domain::article::Passage;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Node, Range};

/// What is selected inside an element, without the white space around it.
#[must_use]
pub fn selected_passage(root: &Element) -> Option<Passage> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let inside = |node: Option<Node>| root.contains(node.as_ref());
    if !inside(range.start_container().ok()) || !inside(range.end_container().ok()) {
        return None;
    }
    let before = document().create_range().ok()?;
    before.select_node_contents(root).ok()?;
    let start = range.start_container().ok()?;
    before.set_end(&start, range.start_offset().ok()?).ok()?;
    let text = words(&range);
    let quote = text.trim();
    let skipped = text.len() - text.trim_start().len();
    let start = words(&before).chars().count() + text[..skipped].chars().count();
    (!quote.is_empty()).then(|| Passage {
        quote: quote.to_owned(),
        start: u32::try_from(start).unwrap_or(u32::MAX),
    })
}

fn words(range: &Range) -> String {
    String::from(range.to_string())
}

/// The range of the document that these characters of an element's text are.
#[must_use]
pub fn range_of(root: &Element, places: &Places<usize>) -> Option<Range> {
    let mut texts = Vec::new();
    collect_texts(root, &mut texts);
    let range = document().create_range().ok()?;
    let mut at = 0;
    let mut begun = false;
    for node in texts {
        let text: Vec<char> = node.text_content().unwrap_or_default().chars().collect();
        let end = at + text.len();
        if !begun && places.start < end {
            range
                .set_start(&node, units(&text[..places.start - at]))
                .ok()?;
            begun = true;
        }
        if begun && places.end <= end {
            range.set_end(&node, units(&text[..places.end - at])).ok()?;
            return Some(range);
        }
        at = end;
    }
    None
}

/// The document counts in UTF-16.
fn units(text: &[char]) -> u32 {
    text.iter()
        .fold(0, |sum, c| sum + if c.len_utf16() == 2 { 2 } else { 1 })
}

fn collect_texts(node: &Node, texts: &mut Vec<Node>) {
    let children = node.child_nodes();
    for index in 0..children.length() {
        let Some(child) = children.get(index) else {
            continue;
        };
        if child.node_type() == Node::TEXT_NODE {
            texts.push(child);
        } else {
            collect_texts(&child, texts);
        }
    }
}

/// Paints a range without touching the text, where the browser can (CSS custom highlights, since
/// Chromium 105); elsewhere nothing happens.
pub fn paint(range: &Range) {
    paint_all("passage", std::slice::from_ref(range));
}

/// The same for several ranges, under a name that style sheets use: `::highlight(name)`. They take
/// the place of what was painted under it before.
pub fn paint_all(name: &str, ranges: &[Range]) {
    let _ = try_paint(name, ranges);
}

/// Takes away what was painted under a name.
pub fn unpaint(name: &str) {
    let _ = registry().and_then(|highlights| {
        let delete: js_sys::Function = property(&highlights, "delete")?.dyn_into()?;
        delete.call1(&highlights, &name.into())
    });
}

fn property(of: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    js_sys::Reflect::get(of, &name.into())
}

fn registry() -> Result<JsValue, JsValue> {
    property(&property(&window().into(), "CSS")?, "highlights")
}

fn try_paint(name: &str, ranges: &[Range]) -> Result<(), JsValue> {
    let highlights = registry()?;
    let make: js_sys::Function = property(&window().into(), "Highlight")?.dyn_into()?;
    let ranges: js_sys::Array = ranges.iter().collect();
    let highlight = js_sys::Reflect::construct(&make, &ranges)?;
    let set: js_sys::Function = property(&highlights, "set")?.dyn_into()?;
    set.call2(&highlights, &name.into(), &highlight)?;
    Ok(())
}
