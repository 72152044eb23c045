//! The chain: what is hashed, and that the first altered line is named whatever was altered.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, Duration, FixedOffset};
use lanmu_domain::ledger::{
    Fault, FaultKind, GENESIS, LedgerAct, LedgerLine, StoredLine, Verified, Verifier,
    to_milliseconds,
};
use lanmu_domain::review::Stage;

mod properties;

/// A line as a database keeps it.
#[derive(Clone, Debug)]
struct Stored {
    line: LedgerLine,
    previous: String,
    hash: String,
}

fn line(sequence: i64) -> LedgerLine {
    let start: DateTime<FixedOffset> = "2022-07-26T09:00:00.123+08:00".parse().unwrap();
    LedgerLine {
        sequence,
        at: start + Duration::minutes(sequence),
        act: LedgerAct::ALL[usize::try_from(sequence).unwrap() % LedgerAct::ALL.len()],
        person_id: Some(sequence % 5 + 1),
        person_name: "沙马阿依".to_owned(),
        post: "信息股股长".to_owned(),
        department_id: Some(7),
        department_name: "县水利局".to_owned(),
        column_path: "政务公开/通知公告".to_owned(),
        article_id: (sequence % 2 == 0).then_some(sequence),
        subject: format!("关于第 {sequence} 号事项的通知"),
        revision: "ab".repeat(32),
        note: "同意".to_owned(),
        kept_stage: None,
    }
}

fn chain(length: i64) -> Vec<Stored> {
    let mut previous = GENESIS.to_owned();
    (1..=length)
        .map(|sequence| {
            let line = line(sequence);
            let hash = line.hash(&previous);
            Stored {
                line,
                previous: std::mem::replace(&mut previous, hash.clone()),
                hash,
            }
        })
        .collect()
}

fn verify(stored: &[Stored], head: Option<(i64, &str)>) -> Result<Verified, Fault> {
    let mut verifier = Verifier::new();
    for Stored {
        line,
        previous,
        hash,
    } in stored
    {
        verifier.feed(StoredLine {
            line,
            previous_hash: previous,
            hash,
        })?;
    }
    verifier.finish(head)
}

fn fault(sequence: i64, kind: FaultKind) -> Result<Verified, Fault> {
    Err(Fault { sequence, kind })
}

type Change = fn(&mut LedgerLine);

/// One change for each field. The destructuring breaks when a field is added.
fn changes() -> Vec<(&'static str, Change)> {
    let LedgerLine {
        sequence: _,
        at: _,
        act: _,
        person_id: _,
        person_name: _,
        post: _,
        department_id: _,
        department_name: _,
        column_path: _,
        article_id: _,
        subject: _,
        revision: _,
        note: _,
        kept_stage: _,
    } = line(1);
    vec![
        ("at", |l| l.at += Duration::milliseconds(1)),
        ("act", |l| {
            l.act = if l.act == LedgerAct::Returned {
                LedgerAct::ReleaseApproved
            } else {
                LedgerAct::Returned
            };
        }),
        ("person_id", |l| l.person_id = None),
        ("person_name", |l| l.person_name.push('。')),
        ("post", |l| l.post.clear()),
        ("department_id", |l| l.department_id = Some(70)),
        ("department_name", |l| {
            l.department_name = "县林业局".to_owned()
        }),
        ("column_path", |l| l.column_path.push(' ')),
        ("article_id", |l| {
            l.article_id = Some(l.article_id.map_or(0, |id| id + 1))
        }),
        ("subject", |l| l.subject = l.subject.replace('号', "號")),
        ("revision", |l| l.revision = "ab".repeat(31)),
        ("note", |l| l.note = "不同意".to_owned()),
        ("kept_stage", |l| l.kept_stage = Some(Stage::Release)),
    ]
}

#[test]
fn a_whole_chain_verifies() {
    let lines = chain(40);
    let last = lines[39].hash.clone();
    let verified = Verified {
        lines: 40,
        last_hash: last.clone(),
    };
    assert_eq!(verify(&lines, Some((40, &last))), Ok(verified));
    let empty = Verified {
        lines: 0,
        last_hash: GENESIS.to_owned(),
    };
    assert_eq!(verify(&[], Some((0, GENESIS))), Ok(empty));
}

#[test]
fn a_check_can_go_on_where_an_earlier_one_ended() {
    let lines = chain(10);
    let mut verifier = Verifier::after(6, &lines[5].hash);
    for Stored {
        line,
        previous,
        hash,
    } in &lines[6..]
    {
        verifier
            .feed(StoredLine {
                line,
                previous_hash: previous,
                hash,
            })
            .unwrap();
    }
    assert_eq!(
        verifier.finish(Some((10, &lines[9].hash))).unwrap().lines,
        4
    );
}

#[test]
fn any_field_altered_in_any_line_names_that_line() {
    let lines = chain(6);
    for index in 0..lines.len() {
        for (field, change) in changes() {
            let mut altered = lines.clone();
            change(&mut altered[index].line);
            let sequence = altered[index].line.sequence;
            assert_eq!(
                verify(&altered, None),
                fault(sequence, FaultKind::ContentAltered),
                "{field} of line {sequence}"
            );
        }
    }
}

#[test]
fn a_line_rewritten_with_its_hash_is_named_by_the_next_one() {
    for (field, change) in changes() {
        let mut lines = chain(6);
        let before = lines[1].hash.clone();
        change(&mut lines[2].line);
        lines[2].hash = lines[2].line.hash(&before);
        assert_eq!(
            verify(&lines, None),
            fault(3, FaultKind::ChainBroken),
            "{field}"
        );
    }
}

#[test]
fn a_last_line_rewritten_with_its_hash_shows_against_the_head() {
    let mut lines = chain(6);
    let head = lines[5].hash.clone();
    lines[5].line.note = "不同意".to_owned();
    lines[5].hash = lines[5].line.hash(&lines[5].previous);
    assert_eq!(
        verify(&lines, Some((6, &head))),
        fault(6, FaultKind::HeadMismatch)
    );
}

#[test]
fn hashes_that_were_overwritten_are_told_from_contents() {
    let mut lines = chain(6);
    lines[3].previous = "0".repeat(64);
    assert_eq!(verify(&lines, None), fault(4, FaultKind::HashMismatch));
    let mut lines = chain(6);
    lines[3].hash = "0".repeat(64);
    assert_eq!(verify(&lines, None), fault(4, FaultKind::ContentAltered));
    let mut lines = chain(6);
    lines[0].previous = "1".repeat(64);
    lines[0].hash = lines[0].line.hash(&lines[0].previous);
    assert_eq!(verify(&lines, None), fault(1, FaultKind::ContentAltered));
}

#[test]
fn lines_deleted_swapped_doubled_or_cut_off_are_named() {
    let whole = chain(8);
    let head = (8, whole[7].hash.as_str());

    let mut deleted = whole.clone();
    deleted.drain(2..5);
    assert_eq!(verify(&deleted, Some(head)), fault(3, FaultKind::Gap));

    let mut renumbered = whole.clone();
    renumbered.remove(2);
    for (sequence, stored) in (1..).zip(&mut renumbered) {
        stored.line.sequence = sequence;
    }
    assert_eq!(
        verify(&renumbered, None),
        fault(3, FaultKind::ContentAltered)
    );

    let mut swapped = whole.clone();
    swapped.swap(2, 3);
    assert_eq!(verify(&swapped, None), fault(3, FaultKind::Gap));

    let mut contents_swapped = whole.clone();
    contents_swapped.swap(2, 3);
    contents_swapped[2].line.sequence = 3;
    contents_swapped[3].line.sequence = 4;
    assert_eq!(
        verify(&contents_swapped, None),
        fault(3, FaultKind::ContentAltered)
    );

    let mut doubled = whole.clone();
    doubled.insert(4, whole[3].clone());
    assert_eq!(verify(&doubled, None), fault(4, FaultKind::OutOfOrder));

    assert_eq!(verify(&whole[..5], Some(head)), fault(6, FaultKind::Gap));
    assert_eq!(verify(&whole[3..], Some(head)), fault(1, FaultKind::Gap));
    assert_eq!(verify(&[], Some(head)), fault(1, FaultKind::Gap));
    assert_eq!(
        verify(&whole, Some((7, &whole[6].hash))),
        fault(8, FaultKind::HeadMismatch)
    );
    let behind = Some((7, head.1));
    assert_eq!(verify(&whole, behind), fault(8, FaultKind::HeadMismatch));
}

#[test]
fn the_first_fault_stays() {
    let mut lines = chain(5);
    lines[1].line.note.clear();
    let mut verifier = Verifier::new();
    let results: Vec<_> = lines
        .iter()
        .map(|s| {
            verifier.feed(StoredLine {
                line: &s.line,
                previous_hash: &s.previous,
                hash: &s.hash,
            })
        })
        .collect();
    let first = Fault {
        sequence: 2,
        kind: FaultKind::ContentAltered,
    };
    assert_eq!(
        results,
        [Ok(()), Err(first), Err(first), Err(first), Err(first)]
    );
    assert_eq!(verifier.finish(None), Err(first));
    assert_eq!(first.message(), "第 2 条记录的内容或校验值被改动");
}

#[test]
fn neither_the_offset_nor_the_precision_of_a_database_changes_the_hash() {
    let exact = LedgerLine {
        at: "2022-07-26T09:00:00.123999999+08:00".parse().unwrap(),
        ..line(1)
    };
    let hash = exact.hash(GENESIS);
    for at in [
        "2022-07-26T09:00:00.123+08:00",
        "2022-07-26T01:00:00.123Z",
        "2022-07-26T01:00:00.1239Z",
    ] {
        let read = LedgerLine {
            at: at.parse().unwrap(),
            ..line(1)
        };
        assert_eq!(read.hash(GENESIS), hash, "{at}");
    }
    assert_eq!(
        to_milliseconds(exact.at).to_rfc3339(),
        "2022-07-26T09:00:00.123+08:00"
    );
    let text = String::from_utf8(exact.canonical(GENESIS)).unwrap();
    assert!(text.contains("at=24:2022-07-26T01:00:00.123Z\n"), "{text}");
}

#[test]
fn the_hash_stays_what_it_was() {
    assert_eq!(
        line(1).hash(GENESIS),
        "2b0c243c5eed9c8d08d569e725c55a0abce9456955364e521524626bddf13042",
        "ledgers in databases hold this hash: a change needs a new version of the form"
    );
    let staged = |stage| LedgerLine {
        kept_stage: Some(stage),
        ..line(1)
    };
    assert_eq!(
        staged(Stage::Section).hash(GENESIS),
        "b03c1e3f092f2ba65abc3e010405209dac860e2089f9a829437e49268b9fc876",
        "the same for lines that keep their stage"
    );
    assert_ne!(
        staged(Stage::Release).hash(GENESIS),
        staged(Stage::Section).hash(GENESIS)
    );
}

#[test]
fn a_line_says_its_stage_and_its_result() {
    let of = |act, kept_stage| LedgerLine {
        act,
        kept_stage,
        ..line(1)
    };
    assert_eq!(of(LedgerAct::Submitted, None).stage(), Some(Stage::First));
    assert_eq!(of(LedgerAct::Returned, None).stage(), None);
    let returned = of(LedgerAct::Returned, Some(Stage::Release));
    assert_eq!(returned.stage(), Some(Stage::Release));
    assert_eq!(returned.act.result(), "退回");
    assert_eq!(LedgerAct::SignedIn.result(), "完成");
}
