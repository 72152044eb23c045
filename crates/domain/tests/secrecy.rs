//! The secrecy check as a whole: what masking leaves, and that any text is read.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use std::time::{Duration, Instant};

use lanmu_domain::article::{Content, PublicAttribute, Source};
use lanmu_domain::secrecy::{
    Checker, Field, Finding, FindingKind, Term, Terms, mask, open_findings, replacement,
};
use proptest::prelude::*;

fn content(body: &str) -> Content {
    Content {
        title: "关于某事的公告".to_owned(),
        document_number: String::new(),
        column_id: 5,
        source: Source::Original,
        body: body.to_owned(),
        attribute: Some(PublicAttribute::Proactive),
        attribute_reason: String::new(),
        legal_basis: String::new(),
    }
}

fn checker() -> Checker {
    Checker::new(&Terms {
        terms: vec![Term {
            wrong: "样本错词".to_owned(),
            right: Some("样本<正>词".to_owned()),
            category: "用语".to_owned(),
            note: "规范表述".to_owned(),
        }],
        domains: vec!["example.com".to_owned()],
    })
}

fn kinds(findings: &[Finding]) -> Vec<FindingKind> {
    findings.iter().map(|finding| finding.kind).collect()
}

/// One of each that can be masked, in one block or a table.
const SAMPLES: [(FindingKind, &str); 10] = [
    (
        FindingKind::Identity,
        "<p>身份证号999999<b>19900307</b>0012，</p>",
    ),
    (FindingKind::Mobile, "<p>手机138<b>0013</b>8000</p>"),
    (FindingKind::Telephone, "<p>电话（０８１２）5550000</p>"),
    (
        FindingKind::BankCard,
        "<p>卡号6222 0200 0000 0000&nbsp;000</p>",
    ),
    (FindingKind::Passport, "<p>护照E00000000</p>"),
    (FindingKind::Email, "<p>邮箱sample@example.com</p>"),
    (FindingKind::Address, "<p>住样本小区5栋2单元301室</p>"),
    (
        FindingKind::Link,
        "<p><a href=\"https://www.example.net/?a=1&amp;b=2\">网<b>站</b></a></p>",
    ),
    (FindingKind::Term, "<p>样本<i>错</i>词</p>"),
    (
        FindingKind::NameList,
        "<table><tr><td>张样本</td><td>1990-03-07</td></tr><tr><td>李样</td><td>1990-03-08</td></tr><tr><td>王样本</td><td>1990-03-09</td></tr></table>",
    ),
];

#[test]
fn masked_text_is_what_the_public_may_read() {
    let checker = checker();
    let expected = [
        "<p>身份证号999999<b>********</b>0012，</p>",
        "<p>手机138<b>****</b>8000</p>",
        "<p>电话（０８１２）555****</p>",
        "<p>卡号**** **** **** ***0&nbsp;000</p>",
        "<p>护照E****0000</p>",
        "<p>邮箱s***@example.com</p>",
        "<p>住样本小区*栋*单元***室</p>",
        "<p>网<b>站</b></p>",
        "<p>样本&lt;正&gt;词<i></i></p>",
        "<table><tr><td>张**</td><td>1990-03-07</td></tr><tr><td>李*</td><td>1990-03-08</td></tr><tr><td>王**</td><td>1990-03-09</td></tr></table>",
    ];
    for ((kind, body), expected) in SAMPLES.into_iter().zip(expected) {
        let content = content(body);
        let found = checker.check(&content);
        assert_eq!(kinds(&found), [kind], "{body}");
        let masked = mask(&checker, &content, &found[0].key()).unwrap();
        assert_eq!(masked.body, expected);
        assert!(checker.check(&masked).is_empty(), "{}", masked.body);
    }
}

#[test]
fn every_field_that_goes_public_is_checked_and_masked() {
    let checker = checker();
    let number = "13800138000";
    let mut item = content(&format!("<p>{number}</p>"));
    item.title = format!("通知{number}");
    item.document_number = number.to_owned();
    item.source = Source::Reprint {
        name: number.to_owned(),
        url: "https://www.example.net/".to_owned(),
        at: None,
    };
    let found = checker.check(&item);
    let fields: Vec<Field> = found.iter().map(|finding| finding.field).collect();
    assert_eq!(fields, Field::ALL);
    for finding in found {
        item = mask(&checker, &item, &finding.key()).unwrap();
    }
    assert!(checker.check(&item).is_empty());
    assert_eq!(item.title, "通知138****8000");
}

#[test]
fn marks_are_for_people_to_settle() {
    let content = content("<p>秘密★10年</p><p>内部资料</p>");
    let found = checker().check(&content);
    assert_eq!(
        kinds(&found),
        [FindingKind::SecretMark, FindingKind::InternalMark]
    );
    for finding in &found {
        assert_eq!(replacement(finding), None);
        assert_eq!(mask(&checker(), &content, &finding.key()), None);
    }
}

#[test]
fn the_key_stays_with_the_words_and_says_nothing_of_them() {
    let checker = checker();
    let key = |body: &str| checker.check(&content(body))[0].key();
    let first = key("<p>手机13800138000</p>");
    assert_eq!(
        first,
        key("<p>新的一段</p><p>联系人<b>13800138000</b>。</p>")
    );
    assert_ne!(first, key("<p>手机13800138001</p>"));
    assert!(!first.contains("138"), "{first}");
    assert!(
        !checker.check(&content("<p>手机13800138000</p>"))[0]
            .shown()
            .contains("0013")
    );
}

#[test]
fn the_same_words_twice_are_settled_once() {
    let checker = checker();
    let twice = content("<p>13800138000</p><p>13800138000</p><p>0812-5550000</p>");
    let found = checker.check(&twice);
    assert_eq!(found.len(), 3);
    assert_eq!(open_findings(&found, |_| false), 2);
    assert_eq!(open_findings(&found, |key| key == found[0].key()), 1);
    let masked = mask(&checker, &twice, &found[0].key()).unwrap();
    assert_eq!(kinds(&checker.check(&masked)), [FindingKind::Telephone]);
}

#[test]
fn a_megabyte_is_read_in_moments() {
    let line = "<p>联系人张样本，电话0812-5550000，手机138 0013 8000，住样本村3组，见<a href=\"https://www.example.gov.cn/\">公告</a>1 2 3 4 5 6 7 8 9。</p>";
    let big = content(&line.repeat(1_000_000 / line.len()));
    let started = Instant::now();
    let found = checker().check(&big);
    assert!(found.len() > 10_000);
    // Unoptimised and beside other tests.
    assert!(
        started.elapsed() < Duration::from_secs(60),
        "{:?}",
        started.elapsed()
    );
}

#[test]
fn texts_made_to_be_slow_are_not() {
    for piece in [
        "1 ",
        "一",
        "路1",
        "秘 ",
        "@a",
        "a.",
        "\u{200B}",
        "0812-",
        "<a href=x>",
        "(0",
        "张样本 1元\n",
        "&",
        "电话：",
    ] {
        let big = content(&piece.repeat(400_000 / piece.len()));
        let started = Instant::now();
        let _ = checker().check(&big);
        assert!(
            started.elapsed() < Duration::from_secs(60),
            "{piece:?} {:?}",
            started.elapsed()
        );
    }
}

/// Texts out of the pieces that detectors look for.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9Xx０-９ -]{1,20}",
        "[\\PC\n\t]{0,6}",
        "(<b>|</b>|<p>|</p>|<td>|</td>|<tr>|</tr>|<br>|<a href='//a.b'>|</a>|&amp;|&#13;|<|>)",
        "(路|村|小区|组|号|栋|单元|室|秘密|机 密|★|10年|电话：|\\(|@a.cn|样本错词|张三|元|13800138000|999999199003070012|0812-5550000|6222020000000000000|E00000000)",
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_in_a_stable_order(body in text(), title in text()) {
        let mut item = content(&body);
        item.title = title;
        let found = checker().check(&item);
        prop_assert_eq!(&found, &checker().check(&item));
        let places: Vec<_> = found.iter().map(|f| (f.field, f.start, f.kind, f.end)).collect();
        prop_assert!(places.is_sorted());
        for finding in &found {
            prop_assert!(finding.start <= finding.end);
        }
    }

    #[test]
    fn masking_removes_what_was_found(body in text()) {
        let checker = checker();
        let item = content(&body);
        for finding in checker.check(&item) {
            if let Some(masked) = mask(&checker, &item, &finding.key()) {
                let left = checker.check(&masked);
                prop_assert!(left.iter().all(|f| f.key() != finding.key()), "{:?} {:?}", finding, masked.body);
            }
        }
    }
}
