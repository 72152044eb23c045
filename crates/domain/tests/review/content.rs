//! The hash that an approval names, and the fields that it is taken over.

use chrono::Duration;
use lanmu_domain::article::{BODY_MAX_BYTES, Content, PublicAttribute, Source};
use proptest::prelude::*;

use crate::support::{at, content};

fn any_content() -> impl Strategy<Value = Content> {
    // Few letters and the marks of the form itself, so that boundaries are met often.
    let text = || "[ab=:\\-\n0-9]{0,6}";
    let source = prop_oneof![
        Just(Source::Original),
        (text(), text(), prop::option::of(0..3_i64)).prop_map(|(name, url, minutes)| {
            Source::Reprint {
                name,
                url,
                at: minutes.map(|minutes| at(minutes * 60)),
            }
        }),
    ];
    let attribute = prop::option::of(prop::sample::select(&PublicAttribute::ALL[..]));
    (
        text(),
        text(),
        1..3_i64,
        source,
        text(),
        attribute,
        text(),
        text(),
    )
        .prop_map(
            |(title, document_number, column_id, source, body, attribute, reason, basis)| Content {
                title,
                document_number,
                column_id,
                source,
                body,
                attribute,
                attribute_reason: reason,
                legal_basis: basis,
            },
        )
}

/// The texts of a content, in the order of the form.
fn texts(content: &mut Content) -> Vec<&mut String> {
    let mut texts = vec![&mut content.title, &mut content.document_number];
    if let Source::Reprint { name, url, .. } = &mut content.source {
        texts.extend([name, url]);
    }
    texts.extend([
        &mut content.body,
        &mut content.attribute_reason,
        &mut content.legal_basis,
    ]);
    texts
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_contents_have_the_same_bytes_only_if_they_are_equal(
        one in any_content(), other in any_content()
    ) {
        prop_assert_eq!(one == other, one.canonical() == other.canonical());
        prop_assert_eq!(one == other, one.revision_hash() == other.revision_hash());
    }

    #[test]
    fn moving_a_character_to_the_next_field_changes_the_hash(
        content in any_content(), field in 0..6_usize
    ) {
        let mut moved = content.clone();
        let mut fields = texts(&mut moved);
        let field = field % (fields.len() - 1);
        if let Some(last) = fields[field].pop() {
            fields[field + 1].insert(0, last);
            prop_assert_ne!(moved.revision_hash(), content.revision_hash());
        }
    }

    #[test]
    fn any_single_field_changed_changes_the_hash(content in any_content(), field in 0..7_usize) {
        let mut changed = content.clone();
        let mut fields = texts(&mut changed);
        let field = field % fields.len();
        fields[field].push('a');
        prop_assert_ne!(changed.revision_hash(), content.revision_hash());
        let other_column = Content { column_id: content.column_id + 1, ..content.clone() };
        prop_assert_ne!(other_column.revision_hash(), content.revision_hash());
    }

    #[test]
    fn cleaning_twice_changes_nothing(text in "\\PC{0,20}", block in "[\\PC\n\r\t　]{0,20}") {
        let typed = Content { title: text, body: block, ..content() };
        if let Ok(once) = typed.clean() {
            prop_assert_eq!(once.clean(), Ok(once));
        }
    }

    #[test]
    fn any_body_has_a_plain_text(body in "[<>/!&;\"'a-p \n盐#x0-9-]{0,40}") {
        let content = Content { body, ..content() };
        let _ = content.plain_text();
    }
}

#[test]
fn the_hash_stays_what_it_was() {
    assert_eq!(
        content().revision_hash(),
        "bbc55637123cb43fbed9d46f704f24ab0ababca0103b5d0f39f5081bd1843569",
        "approvals in databases name this hash: a change needs a new version of the form"
    );
}

#[test]
fn a_reprint_without_a_time_keeps_the_hash_it_had() {
    let reprint = |at| Content {
        source: Source::Reprint {
            name: "四川日报".to_owned(),
            url: "http://a.cn/1".to_owned(),
            at,
        },
        ..content()
    };
    let before = String::from_utf8(reprint(None).canonical()).unwrap();
    assert!(before.starts_with("lanmu-content-v1\n") && !before.contains("source_at"));
    let with = String::from_utf8(reprint(Some(at(0))).canonical()).unwrap();
    assert!(with.starts_with("lanmu-content-v2\n"));
    assert!(with.contains("\nsource_at=17:2022-07-26T02:00Z\nbody="));
}

#[test]
fn problems_name_their_fields_all_at_once() {
    let wrong = Content {
        title: "长".repeat(201),
        document_number: "文\u{0}号".to_owned(),
        column_id: 0,
        source: Source::Reprint {
            name: "报\u{1B}".to_owned(),
            url: "a.cn".to_owned(),
            at: Some(at(0) - Duration::days(40_000)),
        },
        body: "a".repeat(BODY_MAX_BYTES + 1),
        attribute: None,
        attribute_reason: "\u{8}".to_owned(),
        legal_basis: "条".repeat(501),
    };
    let problems = wrong.problems();
    let fields: Vec<_> = problems.iter().map(|p| p.field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "title",
            "document_number",
            "column_id",
            "source.name",
            "source.url",
            "source.at",
            "body",
            "attribute_reason",
            "legal_basis"
        ]
    );
    assert_eq!(problems[0].message, "标题最多 200 字，现有 201 字，请精简");
    assert!(content().problems().is_empty());
}

#[test]
fn an_empty_draft_is_no_problem() {
    let empty = Content {
        title: String::new(),
        document_number: String::new(),
        body: String::new(),
        source: Source::Reprint {
            name: String::new(),
            url: String::new(),
            at: None,
        },
        attribute: None,
        ..content()
    };
    assert!(empty.problems().is_empty());
}

#[test]
fn attributes_have_the_keys_of_the_json() {
    for attribute in PublicAttribute::ALL {
        assert_eq!(serde_json::to_value(attribute).unwrap(), attribute.key());
        assert_eq!(PublicAttribute::from_key(attribute.key()), Some(attribute));
    }
}
