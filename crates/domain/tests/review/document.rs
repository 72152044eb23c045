//! docs/REVIEW-WORKFLOW.md says what the code does.

use lanmu_domain::review::{ActKind, ArticleState, Refusal};

use crate::support::content;

const DOCUMENT: &str = include_str!("../../../../docs/REVIEW-WORKFLOW.md");

#[test]
fn the_document_lists_every_refusal_with_its_words_and_field() {
    let rows: Vec<String> = Refusal::ALL
        .iter()
        .map(|refusal| {
            let field = refusal.field().map_or(String::new(), |f| format!("`{f}`"));
            format!("| `{}` | {} | {field} |", refusal.key(), refusal.message())
        })
        .collect();
    assert!(
        DOCUMENT.contains(&rows.join("\n")),
        "replace the rows by\n{}",
        rows.join("\n")
    );
}

#[test]
fn the_document_names_every_state_and_act() {
    for state in ArticleState::ALL {
        let row = format!("| {} `{}` |", state.label(), state.key());
        assert!(DOCUMENT.contains(&row), "{row}");
    }
    for act in ActKind::ALL {
        let column = format!("{} {act:?} |", act.label().trim_end_matches("初审"));
        assert!(DOCUMENT.contains(&column), "{column}");
    }
}

#[test]
fn the_example_of_the_canonical_form_is_true() {
    let canonical = String::from_utf8(content().canonical()).unwrap();
    assert!(
        DOCUMENT.contains(&format!("```\n{canonical}```\n")),
        "{canonical}"
    );
    assert!(DOCUMENT.contains(&content().revision_hash()));
}
