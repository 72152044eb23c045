//! Calendar feeds: what a program reads under a secret address, held against RFC 5545.

use lanmu_domain::role::Role;
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use crate::county::Site;
use crate::support::TestServer;

/// Somebody's calendar program: no session, no cookies.
async fn fetch(base: &str, path: &str, tag: Option<&str>) -> (StatusCode, String, String) {
    let client = Client::builder().no_proxy().build().expect("a client");
    let mut request = client.get(format!("{base}{path}"));
    if let Some(tag) = tag {
        request = request.header("if-none-match", tag);
    }
    let answer = request.send().await.expect("an answer");
    let status = answer.status();
    let header = |name: &str| {
        let value = answer.headers().get(name);
        value
            .map(|value| value.to_str().expect("text").to_owned())
            .unwrap_or_default()
    };
    if status == StatusCode::OK {
        assert_eq!(header("content-type"), "text/calendar; charset=utf-8");
        assert_eq!(header("cache-control"), "private, max-age=900");
    }
    let tag = header("etag");
    (status, tag, answer.text().await.expect("a body"))
}

/// The lines of a file, unfolded, after its form was checked: octets, line ends, folding.
fn unfolded(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n"), "the last line ends");
    let mut lines: Vec<String> = Vec::new();
    for line in text.strip_suffix("\r\n").expect("checked").split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "a bare line end in {line:?}");
        assert!(
            !line.chars().any(|c| c.is_control() && c != '\t'),
            "{line:?}"
        );
        match line.strip_prefix([' ', '\t']) {
            Some(rest) => lines.last_mut().expect("a line to go on").push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// The value of a property that must stand exactly once.
fn once(lines: &[String], name: &str) -> String {
    let mut found = lines.iter().filter_map(|line| {
        let (key, value) = line.split_once(':')?;
        (key.split(';').next() == Some(name)).then(|| value.to_owned())
    });
    let value = found
        .next()
        .unwrap_or_else(|| panic!("no {name} in {lines:?}"));
    assert!(found.next().is_none(), "{name} twice in {lines:?}");
    value
}

/// The events of a file, each as its lines, after the whole was checked.
fn events(text: &str) -> Vec<Vec<String>> {
    let lines = unfolded(text);
    assert_eq!(lines.first().map(String::as_str), Some("BEGIN:VCALENDAR"));
    assert_eq!(lines.last().map(String::as_str), Some("END:VCALENDAR"));
    let mut head = Vec::new();
    let mut events: Vec<Vec<String>> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for line in &lines {
        match line.split_once(':') {
            Some(("BEGIN", kind)) => {
                if kind == "VEVENT" {
                    assert_eq!(open, ["VCALENDAR"]);
                    events.push(Vec::new());
                }
                open.push(kind.to_owned());
            }
            Some(("END", kind)) => assert_eq!(open.pop().as_deref(), Some(kind)),
            Some(_) => match open.last().map(String::as_str) {
                Some("VCALENDAR") => head.push(line.clone()),
                Some("VEVENT") => events.last_mut().expect("an event").push(line.clone()),
                Some("VALARM") => {}
                other => panic!("{line} in {other:?}"),
            },
            None => panic!("no property: {line}"),
        }
    }
    assert_eq!(once(&head, "VERSION"), "2.0");
    assert_eq!(once(&head, "METHOD"), "PUBLISH");
    assert!(once(&head, "PRODID").starts_with("-//"));
    let mut names: Vec<String> = Vec::new();
    for event in &events {
        names.push(once(event, "UID"));
        let stamp = once(event, "DTSTAMP");
        assert!(stamp.len() == 16 && stamp.ends_with('Z'), "{stamp}");
        let (start, end) = (once(event, "DTSTART"), once(event, "DTEND"));
        assert!(start.len() == 8 && start < end, "{start} to {end}");
        assert!(
            event
                .iter()
                .any(|line| line.starts_with("DTSTART;VALUE=DATE:"))
        );
        once(event, "SEQUENCE").parse::<u32>().expect("a number");
        let words = once(event, "DESCRIPTION");
        let mut escaped = false;
        for c in words.chars() {
            assert!(escaped || !matches!(c, ',' | ';'), "not escaped: {words}");
            escaped = c == '\\' && !escaped;
        }
    }
    let number = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), number, "names are unique");
    events
}

fn due_items(view: &Value) -> usize {
    let items = view["items"].as_array().expect("items");
    items.iter().filter(|item| !item["due"].is_null()).count()
}

#[tokio::test]
async fn a_feed_holds_what_is_due_and_moves_with_it() {
    let site = Site::with_history().await;
    let officer = site.sign_in("nyj-officer").await;
    let created = officer
        .post("/feeds", &json!({"department_id": null}))
        .await
        .created();
    let path = created["path"].as_str().expect("a path");
    assert!(path.starts_with("/feeds/") && path.ends_with(".ics"));
    let (status, tag, text) = fetch(site.base(), path, None).await;
    assert_eq!(status, StatusCode::OK);
    let before = events(&text);
    let view = officer.get("/obligations").await.ok();
    assert_eq!(
        before.len(),
        due_items(&view),
        "one for each that has a due date"
    );
    let (status, _, _) = fetch(site.base(), path, Some(&tag)).await;
    assert_eq!(status, StatusCode::NOT_MODIFIED);

    let duty_id = site.duty("县农业农村局", "三农工作情况").await;
    let department = site.department_id("县农业农村局").await;
    let name = format!("duty-{duty_id}-{department}@site-1.lanmu");
    let of_duty = |events: &[Vec<String>]| {
        let found = events.iter().find(|event| once(event, "UID") == name);
        let event = found.expect("the event").clone();
        let sequence: u32 = once(&event, "SEQUENCE").parse().expect("a number");
        (once(&event, "DTSTART"), sequence, once(&event, "SUMMARY"))
    };
    let (was, sequence, summary) = of_duty(&before);
    assert_eq!(summary, "【超期】三农工作情况（县农业农村局）");
    site.publish(duty_id, department, "2026-11-23T08:00:00+08:00", &[])
        .await;
    // An act that leaves a line, as every publication through the platform does.
    officer
        .post("/feeds", &json!({"department_id": department}))
        .await
        .created();
    let (status, newer, text) = fetch(site.base(), path, Some(&tag)).await;
    assert_eq!(status, StatusCode::OK, "the tag has changed");
    assert_ne!(newer, tag);
    let (now, later, _) = of_duty(&events(&text));
    assert!(
        now > was && later > sequence,
        "{was} {now} {sequence} {later}"
    );
}

#[tokio::test]
async fn an_address_is_revoked_and_listed_without_its_secret() {
    let site = Site::start().await;
    let officer = site.sign_in("nyj-officer").await;
    let created = officer
        .post("/feeds", &json!({"department_id": null}))
        .await
        .created();
    let (id, path) = (
        created["id"].as_i64().unwrap(),
        created["path"].as_str().unwrap(),
    );
    let list = officer.get("/feeds").await.ok();
    assert_eq!(list[0]["id"], id);
    assert_eq!(list[0]["last_read_at"], Value::Null);
    let token = path.trim_start_matches("/feeds/").trim_end_matches(".ics");
    assert!(!list.to_string().contains(token));
    fetch(site.base(), path, None).await;
    assert!(officer.get("/feeds").await.ok()[0]["last_read_at"].is_string());
    let stranger = site.sign_in("czj-officer").await;
    stranger
        .delete(&format!("/feeds/{id}"))
        .await
        .refused(404, "not_found");
    officer.delete(&format!("/feeds/{id}")).await.ok();
    assert_eq!(site.last_ledger_line().await.act, "feed_revoked");
    assert_eq!(
        fetch(site.base(), path, None).await.0,
        StatusCode::NOT_FOUND
    );
    assert_eq!(officer.get("/feeds").await.ok(), json!([]));
    for wrong in [
        "/feeds/1.ics",
        "/feeds/x",
        &format!("/feeds/{}.ics", "0".repeat(64)),
    ] {
        assert_eq!(
            fetch(site.base(), wrong, None).await.0,
            StatusCode::NOT_FOUND,
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn a_feed_shows_no_more_than_its_person_sees() {
    let site = Site::start().await;
    let other = site.department("县财政局").await;
    let officer = site.sign_in("nyj-officer").await;
    officer
        .post("/feeds", &json!({"department_id": other}))
        .await
        .refused(403, "not_allowed");
    let coordinator = site.sign_in("coordinator").await;
    let made = coordinator
        .post("/feeds", &json!({"department_id": other}))
        .await
        .created();
    let (_, _, text) = fetch(site.base(), made["path"].as_str().unwrap(), None).await;
    let found = events(&text);
    assert!(!found.is_empty());
    assert!(
        found
            .iter()
            .all(|event| once(event, "SUMMARY").contains("县财政局"))
    );
    site.sign_in("auditor")
        .await
        .post("/feeds", &json!({"department_id": null}))
        .await
        .refused(403, "not_allowed");
}

#[tokio::test]
async fn a_feed_ends_with_the_account_and_with_the_post() {
    let server = TestServer::start().await;
    let officer = server.newcomer(Role::Officer, Some("县农业农村局")).await;
    let body = json!({"department_id": null});
    let made = officer.post("/api/v1/feeds", &body).await.ok();
    let path = made.json["path"].as_str().expect("a path").to_owned();
    assert_eq!(fetch(&server.base, &path, None).await.0, StatusCode::OK);
    let administrator = server.system_administrator().await;
    let id = officer.person_id;
    let activation = format!("/api/v1/people/{id}/activation");
    administrator
        .post(&activation, &json!({"active": false}))
        .await
        .ok();
    assert_eq!(
        fetch(&server.base, &path, None).await.0,
        StatusCode::NOT_FOUND
    );
    administrator
        .post(&activation, &json!({"active": true}))
        .await
        .ok();
    assert_eq!(fetch(&server.base, &path, None).await.0, StatusCode::OK);
    let security = server.security_administrator().await;
    let people = security.get("/api/v1/people?limit=100").await.ok().json;
    let posts = people["items"]
        .as_array()
        .expect("people")
        .iter()
        .find(|person| person["id"] == id)
        .expect("the officer")["posts"]
        .clone();
    let post = posts[0]["id"].as_i64().expect("a post");
    security
        .delete(&format!("/api/v1/people/{id}/posts/{post}"))
        .await
        .ok();
    assert_eq!(
        fetch(&server.base, &path, None).await.0,
        StatusCode::NOT_FOUND
    );
}
