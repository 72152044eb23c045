//! What is still open: neither fixed, which makes it disappear, nor kept with a reason.

use std::collections::BTreeSet;

use super::Finding;

/// How many findings nobody has said anything about. The same words twice in a field are one.
#[must_use]
pub fn open_findings(findings: &[Finding], is_overridden: impl Fn(&str) -> bool) -> usize {
    let keys: BTreeSet<String> = findings.iter().map(Finding::key).collect();
    keys.iter().filter(|key| !is_overridden(key)).count()
}
