//! 期限参数: figures change from a day on, never backwards.

use chrono::NaiveDate;
use lanmu_server::service::freshness::{AsOf, DutyFilter, standings_as_of};
use serde_json::{Value, json};

use crate::county::{Person, Site};

fn change(key: &str, value: &Value, from: &str) -> Value {
    json!({
        "key": key,
        "value": value,
        "basis": "盐边县人民政府办公室关于进一步做好政务公开工作的通知",
        "effective_from": from,
        "reason": "县政府常务会议要求加快公开",
    })
}

fn working_days(count: u16) -> Value {
    json!({"unit": "working_days", "count": count})
}

async fn figure(coordinator: &Person, key: &str) -> Value {
    let figures = coordinator.get("/figures").await.ok();
    let mut figures = figures.as_array().expect("a list").iter();
    figures.find(|f| f["key"] == key).expect("the key").clone()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[tokio::test]
async fn every_figure_has_a_name_a_value_in_words_and_a_basis() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let figures = coordinator.get("/figures").await.ok();
    let figures = figures.as_array().expect("a list");
    assert!(figures.len() >= 14);
    for figure in figures {
        for text in [
            &figure["label"],
            &figure["in_force"]["words"],
            &figure["in_force"]["basis"],
        ] {
            assert!(text.as_str().is_some_and(|t| !t.is_empty()), "{figure}");
        }
        assert_eq!(figure["in_force"]["effective_from"], "2022-07-26");
        assert_eq!(
            (&figure["planned"], &figure["past"]),
            (&json!([]), &json!([]))
        );
    }
    let documents = figure(&coordinator, "document_issued").await;
    assert_eq!(documents["in_force"]["words"], "3个工作日");
    assert_eq!(documents["in_force"]["unit"], "working_days");
    assert_eq!(documents["group"], "event");
    let soon = figure(&coordinator, "soon_short_days").await;
    assert_eq!(
        (&soon["in_force"]["words"], &soon["group"]),
        (&json!("3天"), &json!("reminder"))
    );
    for (key, words) in [
        ("red_blank", "5个"),
        ("red_home_days", "14天"),
        ("red_notice_months", "6个月"),
    ] {
        let line = figure(&coordinator, key).await;
        assert_eq!(
            (&line["in_force"]["words"], &line["group"]),
            (&json!(words), &json!("redline")),
            "{key}"
        );
    }
}

#[tokio::test]
async fn a_change_is_planned_comes_into_force_and_leaves_its_past() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let request = change("document_issued", &working_days(2), "2026-11-30");
    coordinator.post("/figures", &request).await.created();
    let line = site.last_ledger_line().await;
    assert_eq!(
        (line.act.as_str(), line.subject.as_str()),
        ("figure_changed", "文件发布后上网期限")
    );
    assert!(
        line.note
            .starts_with("由3个工作日改为2个工作日，自2026年11月30日（周一）起执行。依据：盐边县")
            && line.note.ends_with("原因：县政府常务会议要求加快公开。"),
        "{}",
        line.note
    );

    let planned = figure(&coordinator, "document_issued").await;
    assert_eq!(planned["in_force"]["words"], "3个工作日");
    assert_eq!(planned["planned"][0]["words"], "2个工作日");
    assert_eq!(
        planned["planned"][0]["reason"],
        "县政府常务会议要求加快公开"
    );
    site.advance_days(7);
    let coordinator = site.sign_in("coordinator").await;
    let in_force = figure(&coordinator, "document_issued").await;
    assert_eq!(in_force["in_force"]["words"], "2个工作日");
    assert_eq!(in_force["planned"], json!([]));
    assert_eq!(in_force["past"][0]["words"], "3个工作日");
    assert_eq!(in_force["past"][0]["effective_from"], "2022-07-26");
}

#[tokio::test]
async fn an_event_has_the_limit_of_its_own_day_and_last_month_stays_as_it_was() {
    let site = Site::start().await;
    let duty_id = site.duty("县财政局", "部门文件").await;
    let finance = site.department_id("县财政局").await;
    let farming = site.department_id("县农业农村局").await;
    let coordinator = site.sign_in("coordinator").await;
    let issued = |on: &str, department: i64| {
        json!({
            "trigger": "document_issued", "title": "关于印发管理办法的通知",
            "occurred_on": on, "duty_ids": [duty_id], "department_ids": [department],
        })
    };
    for department in [finance, farming] {
        site.publish(duty_id, department, "2026-11-10T10:00:00+08:00", &[])
            .await;
    }
    coordinator
        .post("/events", &issued("2026-11-20", finance))
        .await
        .created();
    let filter = DutyFilter::Duties(vec![duty_id]);
    let of_november = async || {
        let as_of = AsOf::past(day("2026-11-27"));
        let standings = standings_as_of(site.db(), 1, as_of, &filter)
            .await
            .expect("standings");
        let mut judged = standings.duties[0]
            .obligations
            .iter()
            .map(|owed| (owed.departments.clone(), owed.judgement.clone()));
        judged
            .find(|(owes, _)| owes == &[finance])
            .expect("县财政局 owns it")
    };
    let before = of_november().await;
    assert_eq!(
        before.1.due,
        Some(day("2026-11-25")),
        "Friday and three working days"
    );

    let request = change("document_issued", &working_days(2), "2026-11-30");
    coordinator.post("/figures", &request).await.created();
    site.advance_days(9);
    let coordinator = site.sign_in("coordinator").await;
    coordinator
        .post("/events", &issued("2026-11-30", farming))
        .await
        .created();
    assert_eq!(
        of_november().await,
        before,
        "judged by the figure of November"
    );

    let duty = coordinator.get(&format!("/duties/{duty_id}")).await.ok();
    let due_of = |department: i64| {
        let owners = duty["row"]["owners"].as_array().expect("owners");
        owners
            .iter()
            .find(|o| o["department_id"] == department)
            .expect("an owner")["due"]
            .clone()
    };
    assert_eq!(
        due_of(finance),
        "2026-11-25",
        "three working days, from before the change"
    );
    assert_eq!(
        due_of(farming),
        "2026-12-02",
        "two working days, from its first day on"
    );
}

#[tokio::test]
async fn a_preview_shows_what_moves_and_stores_nothing() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let request = change(
        "floor_news",
        &json!({"unit": "days", "count": 7}),
        "2026-11-30",
    );
    let line = site.last_ledger_line().await;
    let preview = coordinator.post("/figures/preview", &request).await.ok();
    assert_eq!(preview["day"], "2026-11-30");
    let moved = preview["moved"].as_array().expect("a list");
    assert!(!moved.is_empty());
    for obligation in moved {
        let (before, after) = (&obligation["before"], &obligation["after"]);
        let (was, is) = (&obligation["status_before"], &obligation["status_after"]);
        assert!(before.as_str() > after.as_str() || was != is);
        assert!(
            after.as_str() >= Some("2026-11-30"),
            "nothing is due before: {obligation}"
        );
        assert!(
            !obligation["column_path"]
                .as_array()
                .expect("a path")
                .is_empty()
        );
    }
    assert_eq!(site.last_ledger_line().await.sequence, line.sequence);
    assert_eq!(
        figure(&coordinator, "floor_news").await["planned"],
        json!([])
    );

    coordinator.post("/figures", &request).await.created();
    site.advance_days(7);
    let coordinator = site.sign_in("coordinator").await;
    for obligation in moved.iter().take(3) {
        let duty = coordinator
            .get(&format!("/duties/{}", obligation["duty_id"]))
            .await
            .ok();
        assert_eq!(duty["row"]["due"], obligation["after"]);
        assert_eq!(duty["row"]["status"], obligation["status_after"]);
    }
}

#[tokio::test]
async fn one_value_for_a_day_and_a_planned_one_can_be_cancelled() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let planned = change("document_issued", &working_days(2), "2026-11-30");
    let id = coordinator.post("/figures", &planned).await.created()["id"].clone();
    let second = change("document_issued", &working_days(1), "2026-11-30");
    let error = coordinator
        .post("/figures", &second)
        .await
        .refused(409, "refused");
    let message = error["message"].as_str().expect("a sentence");
    assert!(
        message.contains("自2026年11月30日（周一）起2个工作日") && message.contains("协调人"),
        "{message}"
    );
    coordinator
        .post("/figures/preview", &second)
        .await
        .refused(409, "refused");

    let path = format!("/figures/{id}/cancel");
    let reason = json!({"reason": "会议改期"});
    let empty = json!({"reason": " "});
    let error = coordinator
        .post(&path, &empty)
        .await
        .refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "reason");
    coordinator
        .post(&format!("{path}/preview"), &reason)
        .await
        .ok();
    coordinator.post(&path, &reason).await.created();
    let line = site.last_ledger_line().await;
    assert_eq!(
        line.note,
        "撤销原定自2026年11月30日（周一）起改为2个工作日的调整，届时仍为3个工作日。原因：会议改期。"
    );
    coordinator
        .post(&path, &reason)
        .await
        .refused(409, "refused");
    let figure_now = figure(&coordinator, "document_issued").await;
    assert_eq!(figure_now["planned"], json!([]));
    assert!(figure_now["past"][0]["cancelled_at"].is_string());
    coordinator.post("/figures", &second).await.created();
    site.advance_days(7);
    let coordinator = site.sign_in("coordinator").await;
    assert_eq!(
        figure(&coordinator, "document_issued").await["in_force"]["words"],
        "1个工作日"
    );
    let id = figure(&coordinator, "document_issued").await["in_force"]["id"].clone();
    coordinator
        .post(&format!("/figures/{id}/cancel"), &reason)
        .await
        .refused(409, "refused");
    coordinator
        .post("/figures/999999/cancel", &reason)
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_field_by_field() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let good = change("document_issued", &working_days(2), "2026-11-30");
    let wrong = [
        ("key", json!("nothing")),
        ("value", working_days(367)),
        ("value", json!(3)),
        ("value", json!({"unit": "months", "count": 1})),
        ("basis", json!("")),
        ("basis", json!("长".repeat(501))),
        ("reason", json!("\u{3000}")),
        ("effective_from", json!("2026-11-22")),
        ("effective_from", json!("2027-11-24")),
    ];
    for (field, value) in wrong {
        let mut request = good.clone();
        request[field] = value;
        for path in ["/figures", "/figures/preview"] {
            let error = coordinator
                .post(path, &request)
                .await
                .refused(422, "invalid");
            assert_eq!(error["fields"][0]["field"], field, "{error}");
        }
    }
    let same = figure(&coordinator, "document_issued").await["in_force"].clone();
    let mut request = good.clone();
    request["value"] = same["value"].clone();
    request["basis"] = same["basis"].clone();
    let error = coordinator
        .post("/figures", &request)
        .await
        .refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "value");
}

#[tokio::test]
async fn only_a_coordinator_keeps_the_figures() {
    let site = Site::start().await;
    let request = change("document_issued", &working_days(2), "2026-11-30");
    for who in ["czj-officer", "czj-leader", "sysadmin", "auditor"] {
        let person = site.sign_in(who).await;
        person.get("/figures").await.refused(403, "not_allowed");
        for path in ["/figures", "/figures/preview"] {
            person
                .post(path, &request)
                .await
                .refused(403, "not_allowed");
        }
        let cancel = json!({"reason": "会议改期"});
        person
            .post("/figures/1/cancel", &cancel)
            .await
            .refused(403, "not_allowed");
    }
}
