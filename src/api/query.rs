//! Query strings.

/// `?a=1&b=2` from the pairs that have a value; empty without any.
#[must_use]
pub fn query(pairs: &[(&str, Option<String>)]) -> String {
    let mut text = String::new();
    for (name, value) in pairs {
        let Some(value) = value.as_deref().filter(|value| !value.is_empty()) else {
            continue;
        };
        text.push(if text.is_empty() { '?' } else { '&' });
        text.push_str(name);
        text.push('=');
        text.push_str(&String::from(js_sys::encode_uri_component(value)));
    }
    text
}
