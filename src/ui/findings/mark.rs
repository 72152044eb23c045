//! Findings marked in a text without touching it, and shown on demand.

use lanmu_domain::article::{MappedText, mapped_text};
use lanmu_domain::secrecy::{Field, Finding};
use leptos::web_sys::{Element, Range};

use crate::ui::text_range::{paint_all, range_of, unpaint};

/// The name of all marks in style sheets: `::highlight(finding)`.
const ALL: &str = "finding";
/// The name of the one that is shown.
const SHOWN: &str = "finding-shown";
/// How many are marked at most: every mark walks through the text.
const MARKED_MAX: usize = 200;

/// Marks what was found in the element that shows this body.
pub fn mark_findings(root: &Element, html: &str, findings: &[Finding]) {
    let text = mapped_text(html);
    let ranges: Vec<Range> = findings
        .iter()
        .filter(|finding| finding.field == Field::Body)
        .take(MARKED_MAX)
        .filter_map(|finding| range(root, &text, finding))
        .collect();
    paint_all(ALL, &ranges);
    unpaint(SHOWN);
}

/// Takes all marks away.
pub fn unmark_findings() {
    unpaint(ALL);
    unpaint(SHOWN);
}

/// Scrolls to a finding in the element that shows this body and marks it; where browsers cannot
/// mark, its paragraph is still in view.
pub fn show_finding(root: &Element, html: &str, finding: &Finding) {
    let Some(range) = range(root, &mapped_text(html), finding) else {
        root.scroll_into_view();
        return;
    };
    paint_all(SHOWN, std::slice::from_ref(&range));
    let place = range
        .start_container()
        .ok()
        .and_then(|node| node.parent_element());
    let place = place.as_ref().unwrap_or(root);
    let options = leptos::web_sys::ScrollIntoViewOptions::new();
    options.set_block(leptos::web_sys::ScrollLogicalPosition::Center);
    place.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Where a finding stands in the document; `None` where it covers no text.
fn range(root: &Element, text: &MappedText, finding: &Finding) -> Option<Range> {
    let letters = text
        .letters
        .get(finding.start as usize..finding.end as usize)?;
    let (first, last) = letters.first().zip(letters.last())?;
    // The breaks that tags make are no text.
    let end = last.order + usize::from(last.start < last.end);
    range_of(root, &(first.order..end))
}
