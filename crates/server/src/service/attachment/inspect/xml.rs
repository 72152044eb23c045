//! Emptying elements of small XML files without reading the rest.

/// The text with these elements empty, by their names without prefix; `None` where nothing was in
/// them.
pub(super) fn emptied(xml: &str, names: &[&str]) -> Option<String> {
    let mut kept = String::with_capacity(xml.len());
    let mut rest = xml;
    let mut changed = false;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        kept.push_str(before);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        kept.push_str(tag);
        rest = after;
        let name = name_of(tag);
        let local = name.rsplit(':').next().unwrap_or_default();
        if tag.ends_with("/>") || !names.contains(&local) {
            continue;
        }
        if let Some(close) = after.find(&format!("</{name}>")) {
            changed |= !after[..close].trim().is_empty();
            rest = &after[close..];
        }
    }
    kept.push_str(rest);
    changed.then_some(kept)
}

/// The name in a start tag; empty for all other tags.
fn name_of(tag: &str) -> &str {
    let inner = &tag[1..];
    let end = inner
        .find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
        .unwrap_or(inner.len());
    &inner[..end]
}
