//! Keeping the working-day calendar: who may, what a file says, what would move, what is kept.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration};
use lanmu_domain::calendar::DayKind;
use lanmu_server::service::freshness::work_calendar;
use serde_json::{Value, json};

use crate::county::{Person, Site};

const NOTE: &str = "国务院办公厅关于2027年部分节假日安排的通知";

/// An arrangement of 2027 as it could be announced.
fn arrangement() -> Value {
    json!({
        "off": [
            "2027-01-01", "2027-01-02", "2027-01-03", "2027-02-05", "2027-02-06", "2027-02-07",
            "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11", "2027-04-05", "2027-10-01"
        ],
        "work": ["2027-01-30", "2027-02-20"]
    })
}

fn change(version: i64, announced: bool, arrangement: &Value) -> Value {
    json!({"version": version, "announced": announced, "arrangement": arrangement, "note": NOTE})
}

async fn year(person: &Person, year: i32) -> Value {
    person
        .get(&format!("/work-calendar?year={year}"))
        .await
        .ok()
}

/// Each obligation of the county with its due date.
async fn due_dates(person: &Person) -> BTreeMap<String, Value> {
    let calendar = person
        .get("/calendar?from=2026-06-01&to=2027-06-01")
        .await
        .ok();
    let entries = calendar["entries"].as_array().expect("entries");
    entries
        .iter()
        .map(|e| {
            let key = format!("{} {}", e["duty_id"], e["department_ids"]);
            (key, e["due"].clone())
        })
        .collect()
}

#[tokio::test]
async fn everybody_reads_what_is_kept() {
    let site = Site::start().await;
    for who in ["coordinator", "sysadmin", "auditor", "czj-officer"] {
        let person = site.sign_in(who).await;
        let kept = year(&person, 2026).await;
        assert_eq!(kept["announced"], true);
        assert_eq!(kept["version"], 1);
        assert_eq!(
            kept["arrangement"]["off"].as_array().map(Vec::len),
            Some(33)
        );
        assert_eq!(kept["changes"][0]["changed_by"], "");
        let this_year = person.get("/work-calendar").await.ok();
        assert_eq!(this_year["year"], 2026);
    }
    let officer = site.sign_in("czj-officer").await;
    let guessed = year(&officer, 2027).await;
    assert_eq!(guessed["announced"], false);
    let unknown = year(&officer, 2031).await;
    assert_eq!(unknown["version"], 0);
    assert_eq!(unknown["arrangement"]["off"], json!([]));
    officer
        .get("/work-calendar?year=next")
        .await
        .refused(400, "malformed");
    site.anon()
        .get("/work-calendar")
        .await
        .refused(401, "not_signed_in");
}

#[tokio::test]
async fn only_who_keeps_the_calendar_changes_it() {
    let site = Site::start().await;
    let file = json!({"format": "json", "text": "{}"});
    let preview = json!({"year": 2027, "announced": true, "arrangement": arrangement()});
    for who in [
        "czj-officer",
        "czj-head",
        "czj-leader",
        "secadmin",
        "auditor",
    ] {
        let person = site.sign_in(who).await;
        let read = person.post("/work-calendar/read", &file).await;
        read.refused(403, "not_allowed");
        let asked = person.post("/work-calendar/preview", &preview).await;
        asked.refused(403, "not_allowed");
        person
            .put("/work-calendar/2027", &change(1, true, &arrangement()))
            .await
            .refused(403, "not_allowed");
    }
    for (version, who) in [(1, "coordinator"), (2, "sysadmin")] {
        let person = site.sign_in(who).await;
        let announced = version == 1;
        let kept = if announced {
            arrangement()
        } else {
            json!({"off": ["2027-01-01"], "work": []})
        };
        person.post("/work-calendar/read", &file).await.ok();
        person.post("/work-calendar/preview", &preview).await.ok();
        let answer = person
            .put("/work-calendar/2027", &change(version, announced, &kept))
            .await
            .ok();
        assert_eq!(answer["version"], version + 1);
    }
}

#[tokio::test]
async fn a_file_is_read_and_nothing_is_stored() {
    let site = Site::start().await;
    let keeper = site.sign_in("sysadmin").await;
    let json_text = json!({"2027": arrangement()}).to_string();
    let read = keeper
        .post(
            "/work-calendar/read",
            &json!({"format": "json", "text": json_text}),
        )
        .await
        .ok();
    assert_eq!(read["years"][0]["year"], 2027);
    assert_eq!(read["years"][0]["arrangement"], arrangement());
    assert_eq!(read["problems"], json!([]));

    let ics = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270205\r\n\
               DTEND;VALUE=DATE:20270212\r\nSUMMARY:春节 休\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let read = keeper
        .post(
            "/work-calendar/read",
            &json!({"format": "icalendar", "text": ics}),
        )
        .await
        .ok();
    assert_eq!(
        read["years"][0]["arrangement"]["off"]
            .as_array()
            .map(Vec::len),
        Some(7)
    );

    let wrong = "{\"2027\": {\"off\": [\"2027-13-01\", \"x\"], \"work\": [\"2027-01-04\"]}}";
    let read = keeper
        .post(
            "/work-calendar/read",
            &json!({"format": "json", "text": wrong}),
        )
        .await
        .ok();
    assert_eq!(read["problems"].as_array().map(Vec::len), Some(3), "{read}");
    assert_eq!(read["problems"][1]["place"], "2027年 off 第 2 项");
    assert_eq!(year(&keeper, 2027).await["version"], 1);
    keeper
        .post(
            "/work-calendar/read",
            &json!({"format": "xlsx", "text": ""}),
        )
        .await
        .refused(400, "malformed");
}

#[tokio::test]
async fn a_preview_says_what_a_change_then_does() {
    let site = Site::with_history().await;
    let keeper = site.sign_in("coordinator").await;
    let mut kept = year(&keeper, 2026).await["arrangement"].clone();
    let names: serde_json::Map<String, Value> = (24..=27)
        .map(|day| (format!("2026-11-{day}"), json!("彝族年")))
        .collect();
    kept["local"] = Value::Object(names);
    let before = due_dates(&keeper).await;
    let request = json!({"year": 2026, "announced": true, "arrangement": kept});
    let preview = keeper.post("/work-calendar/preview", &request).await.ok();
    assert_eq!(due_dates(&keeper).await, before, "nothing is stored");
    let said: BTreeMap<String, (Value, Value)> = preview["moved"]
        .as_array()
        .expect("moved")
        .iter()
        .map(|m| {
            assert!(!m["column_path"].as_array().expect("a path").is_empty());
            let key = format!("{} {}", m["duty_id"], m["department_ids"]);
            (key, (m["before"].clone(), m["after"].clone()))
        })
        .collect();
    assert!(!said.is_empty(), "the history has open events");

    keeper
        .put("/work-calendar/2026", &change(1, true, &kept))
        .await
        .ok();
    let after = due_dates(&keeper).await;
    let done: BTreeMap<String, (Value, Value)> = before
        .into_iter()
        .filter(|(key, due)| after[key] != *due)
        .map(|(key, due)| (key.clone(), (due, after[&key].clone())))
        .collect();
    assert_eq!(said, done);
    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "calendar_changed");
    assert_eq!(line.subject, "2026年工作日历");
    let counted = format!(
        "2026年：调整安排，放假 33 天，补班 6 天，本地放假 4 天；{} 项期限变动。依据：{NOTE}",
        said.len()
    );
    assert_eq!(line.note, counted);
}

#[tokio::test]
async fn a_year_is_announced_and_taken_back() {
    let site = Site::start().await;
    let keeper = site.sign_in("sysadmin").await;
    let guess = year(&keeper, 2027).await["arrangement"].clone();
    let view = keeper
        .put("/work-calendar/2027", &change(1, true, &arrangement()))
        .await
        .ok();
    assert_eq!(view["announced"], true);
    assert_eq!(view["statutory"], guess["off"]);
    assert_eq!(view["changes"][0]["note"], NOTE);
    assert_eq!(view["changes"][1]["arrangement"], guess);
    let line = site.last_ledger_line().await;
    assert!(
        line.note
            .starts_with("2027年：公布安排，放假 12 天，补班 2 天；")
    );
    assert!(!line.person_name.is_empty() && !line.post.is_empty());

    let same = keeper
        .put("/work-calendar/2027", &change(2, true, &arrangement()))
        .await
        .ok();
    assert_eq!(same["version"], 2, "the same again changes nothing");
    let span = "/calendar?from=2027-01-01&to=2027-01-31";
    let coordinator = site.sign_in("coordinator").await;
    let days = coordinator.get(span).await.ok();
    assert_eq!(days["days"][29]["kind"], "make_up");
    assert_eq!(days["days"][29]["announced"], true);

    keeper
        .put("/work-calendar/2027", &change(2, false, &guess))
        .await
        .ok();
    let days = coordinator.get(span).await.ok();
    assert_eq!(days["days"][29]["announced"], false);
    let line = site.last_ledger_line().await;
    assert!(
        line.note.starts_with("2027年：撤回公布的安排，放假 13 天"),
        "{}",
        line.note
    );
}

#[tokio::test]
async fn a_stale_change_says_who_was_first() {
    let site = Site::start().await;
    let first = site.sign_in("coordinator").await;
    let second = site.sign_in("sysadmin").await;
    first
        .put("/work-calendar/2027", &change(1, true, &arrangement()))
        .await
        .ok();
    let error = second
        .put(
            "/work-calendar/2027",
            &change(1, false, &json!({"off": [], "work": []})),
        )
        .await
        .refused(409, "stale");
    assert_eq!(error["conflict"]["version"], 2);
    assert_eq!(error["conflict"]["changed_by"], first.0.name.as_str());
    assert_eq!(error["conflict"]["what"], "调整了2027年工作日历");
    let mut unseen = change(1, true, &arrangement());
    unseen.as_object_mut().expect("a form").remove("version");
    second
        .put("/work-calendar/2027", &unseen)
        .await
        .refused(400, "version_missing");
}

#[tokio::test]
async fn what_is_wrong_is_refused_with_every_reason() {
    let site = Site::start().await;
    let keeper = site.sign_in("coordinator").await;
    let wrong = json!({
        "off": ["2026-12-31", "2027-02-20"],
        "work": ["2027-02-20", "2027-03-03"],
        "local": {"2027-02-20": "火把节", "2027-11-20": "彝族年", "2027-11-19": ""}
    });
    let put = change(1, true, &wrong);
    let preview = json!({"year": 2027, "announced": true, "arrangement": wrong});
    for answer in [
        keeper.put("/work-calendar/2027", &put).await,
        keeper.post("/work-calendar/preview", &preview).await,
    ] {
        let error = answer.refused(422, "invalid");
        assert_eq!(error["fields"].as_array().map(Vec::len), Some(6), "{error}");
        assert_eq!(error["fields"][0]["field"], "arrangement");
    }
    let guessed = change(1, false, &arrangement());
    let error = keeper
        .put("/work-calendar/2027", &guessed)
        .await
        .refused(422, "invalid");
    assert!(error["message"].as_str().expect("words").contains("未公布"));
    keeper
        .put(
            "/work-calendar/2027",
            &change(1, true, &json!({"off": [], "work": []})),
        )
        .await
        .refused(422, "invalid");
    let mut silent = change(1, true, &arrangement());
    silent["note"] = json!(" ");
    let error = keeper
        .put("/work-calendar/2027", &silent)
        .await
        .refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "note");
    for nowhere in ["1999", "2101"] {
        keeper
            .put(
                &format!("/work-calendar/{nowhere}"),
                &change(0, true, &arrangement()),
            )
            .await
            .refused(422, "invalid");
    }
    keeper
        .put("/work-calendar/next", &change(0, true, &arrangement()))
        .await
        .refused(404, "not_found");
    assert_eq!(year(&keeper, 2027).await["version"], 1);
    assert_ne!(site.last_ledger_line().await.act, "calendar_changed");
}

#[tokio::test]
async fn the_calendar_can_be_read_as_it_was_known() {
    let site = Site::start().await;
    let keeper = site.sign_in("coordinator").await;
    let make_up = "2027-02-20".parse().expect("a day");
    let at = |days: i64| {
        let now = DateTime::parse_from_rfc3339("2026-11-23T09:30:00+08:00").expect("a time");
        (now + Duration::days(days)).to_utc()
    };
    keeper
        .put("/work-calendar/2027", &change(1, true, &arrangement()))
        .await
        .ok();
    let new_year = json!({"off": ["2028-01-01"], "work": []});
    keeper
        .put("/work-calendar/2028", &change(0, true, &new_year))
        .await
        .ok();
    let known = async |moment| {
        let calendar = work_calendar(site.db(), 1, moment)
            .await
            .expect("a calendar");
        (
            calendar.day_kind(make_up),
            calendar.is_announced(2027),
            calendar.is_announced(2028),
        )
    };
    let (before, after) = (
        (DayKind::Weekend, false, false),
        (DayKind::MakeUp, true, true),
    );
    assert_eq!(known(Some(at(-1))).await, before);
    assert_eq!(known(Some(at(0))).await, after);
    assert_eq!(known(None).await, after);
    let long_ago = work_calendar(site.db(), 1, Some(at(-1000)))
        .await
        .expect("a calendar");
    assert!(
        long_ago.is_announced(2024),
        "what came with the system was known"
    );
}
