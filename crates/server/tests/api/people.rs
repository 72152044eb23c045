//! Accounts and posts: three administrators, none of whom does another's work.

use lanmu_domain::role::Role;
use serde_json::{Value, json};

use crate::county::Site;

async fn person_id(site: &Site, who: &str) -> i64 {
    site.sign_in(who).await.0.person_id
}

/// The first post of somebody.
async fn post_id(site: &Site, who: &str) -> i64 {
    let login = site.sign_in(who).await.0.login;
    let people = site
        .sign_in("secadmin")
        .await
        .get(&format!("/people?q={login}"))
        .await
        .ok();
    let row = people["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["login"] == login);
    row.unwrap()["posts"][0]["id"].as_i64().unwrap()
}

fn section_head(department: &Value) -> Value {
    json!({"role": "section_head", "department_id": department, "title": "办公室主任"})
}

#[tokio::test]
async fn an_account_is_made_and_granted_a_post() {
    let site = Site::start().await;
    let system = site.sign_in("sysadmin").await;
    let made = system
        .post(
            "/people",
            &json!({"name": "演示·新同事", "login": "New.One"}),
        )
        .await;
    let made = made.created();
    let id = made["person_id"].as_i64().expect("id");
    let password = made["password"].as_str().expect("password").to_owned();
    assert!(password.len() >= 8);
    assert_eq!(site.last_ledger_line().await.act, "person_created");
    assert!(!site.last_ledger_line().await.note.contains(&password));

    let own = site.department("县财政局").await;
    let security = site.sign_in("secadmin").await;
    let held = security
        .post(&format!("/people/{id}/posts"), &section_head(&own))
        .await
        .created();
    assert_eq!(site.last_ledger_line().await.act, "post_granted");
    let people = security.get("/people?q=new.one").await.ok();
    assert_eq!(people["meta"]["total"], 1);
    assert_eq!(people["items"][0]["posts"][0]["id"], held["id"]);
    assert_eq!(
        people["items"][0]["posts"][0]["department_name"],
        "县财政局"
    );

    let newcomer = site.sign_in_with("new.one", &password).await;
    newcomer
        .get("/matrix")
        .await
        .refused(403, "password_change_required");
}

#[tokio::test]
async fn a_login_name_is_taken_once() {
    let site = Site::start().await;
    let system = site.sign_in("sysadmin").await;
    let taken = site.sign_in("czj-officer").await.0.login;
    let loud = taken.to_uppercase();
    for (name, login, field) in [
        ("重名", taken.as_str(), "login"),
        ("重名", loud.as_str(), "login"),
        ("太短", "ab", "login"),
        ("空格", "a b c", "login"),
        ("", "somebody", "name"),
    ] {
        let body = json!({"name": name, "login": login});
        let error = system.post("/people", &body).await.refused(422, "invalid");
        assert_eq!(error["fields"][0]["field"], field, "{login}");
    }
}

#[tokio::test]
async fn no_administrator_does_anothers_work() {
    let site = Site::start().await;
    let id = person_id(&site, "czj-head").await;
    let own = site.department("县财政局").await;
    let post = json!({"role": "officer", "department_id": own, "title": "填录人员"});
    for login in ["sysadmin", "auditor", "coordinator", "czj-leader"] {
        let person = site.sign_in(login).await;
        person
            .post(&format!("/people/{id}/posts"), &post)
            .await
            .refused(403, "not_allowed");
    }
    for login in ["secadmin", "auditor", "coordinator"] {
        let person = site.sign_in(login).await;
        let body = json!({"name": "演示", "login": "another"});
        person
            .post("/people", &body)
            .await
            .refused(403, "not_allowed");
        let path = format!("/people/{id}/reset-password");
        person
            .post(&path, &Value::Null)
            .await
            .refused(403, "not_allowed");
        let path = format!("/people/{id}/activation");
        person
            .post(&path, &json!({"active": false}))
            .await
            .refused(403, "not_allowed");
    }
    site.sign_in("auditor")
        .await
        .get("/people")
        .await
        .refused(403, "not_allowed");
}

#[tokio::test]
async fn nobody_grants_to_oneself() {
    let site = Site::start().await;
    let id = person_id(&site, "secadmin").await;
    let post = json!({"role": "coordinator", "department_id": null, "title": "协调人"});
    let security = site.sign_in("secadmin").await;
    security
        .post(&format!("/people/{id}/posts"), &post)
        .await
        .refused(403, "not_allowed");
}

#[tokio::test]
async fn two_administrators_are_two_people() {
    let site = Site::start().await;
    let id = person_id(&site, "sysadmin").await;
    let post = json!({"role": "audit_administrator", "department_id": null, "title": "审计"});
    let security = site.sign_in("secadmin").await;
    let answer = security.post(&format!("/people/{id}/posts"), &post).await;
    answer.refused(409, "refused");
}

#[tokio::test]
async fn a_post_fits_its_role() {
    let site = Site::start().await;
    let id = person_id(&site, "czj-head").await;
    let own = site.department("县财政局").await;
    let path = format!("/people/{id}/posts");
    let security = site.sign_in("secadmin").await;
    for (role, department, title, field) in [
        ("officer", Value::Null, "填录人员", "department_id"),
        ("officer", json!(999_999), "填录人员", "department_id"),
        ("coordinator", own.clone(), "协调人", "department_id"),
        ("officer", own.clone(), " ", "title"),
    ] {
        let post = json!({"role": role, "department_id": department, "title": title});
        let error = security.post(&path, &post).await.refused(422, "invalid");
        assert_eq!(error["fields"][0]["field"], field, "{role}");
    }
    security
        .post(&path, &section_head(&own))
        .await
        .refused(409, "refused");
}

#[tokio::test]
async fn the_last_security_administrator_stays() {
    let site = Site::start().await;
    let id = person_id(&site, "secadmin").await;
    let security = site.sign_in("secadmin").await;
    let post = post_id(&site, "secadmin").await;
    security
        .delete(&format!("/people/{id}/posts/{post}"))
        .await
        .refused(409, "refused");
    let system = site.sign_in("sysadmin").await;
    let body = json!({"active": false});
    system
        .post(&format!("/people/{id}/activation"), &body)
        .await
        .refused(409, "refused");
}

#[tokio::test]
async fn an_ended_post_counts_no_more() {
    let site = Site::start().await;
    site.second(Role::Officer, "县财政局").await;
    let id = person_id(&site, "czj-officer").await;
    let officer = site.sign_in("czj-officer").await;
    officer.get("/matrix").await.ok();
    let security = site.sign_in("secadmin").await;
    let post = post_id(&site, "czj-officer").await;
    security
        .delete(&format!("/people/{id}/posts/{post}"))
        .await
        .ok();
    assert_eq!(site.last_ledger_line().await.act, "post_ended");
    officer.get("/matrix").await.refused(403, "not_allowed");
    security
        .delete(&format!("/people/{id}/posts/{post}"))
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn a_closed_account_is_signed_out() {
    let site = Site::start().await;
    site.second(Role::Officer, "县财政局").await;
    let id = person_id(&site, "czj-officer").await;
    let officer = site.sign_in("czj-officer").await;
    let system = site.sign_in("sysadmin").await;
    let path = format!("/people/{id}/activation");
    system.post(&path, &json!({"active": false})).await.ok();
    officer.get("/matrix").await.refused(401, "not_signed_in");
    system.post(&path, &json!({"active": true})).await.ok();
    assert_eq!(site.last_ledger_line().await.act, "account_activated");
    site.sign_in("czj-officer").await.get("/matrix").await.ok();
    let own = person_id(&site, "sysadmin").await;
    let path = format!("/people/{own}/activation");
    system
        .post(&path, &json!({"active": false}))
        .await
        .refused(403, "not_allowed");
}

#[tokio::test]
async fn a_reset_password_must_be_changed() {
    let site = Site::start().await;
    let id = person_id(&site, "czj-officer").await;
    let officer = site.sign_in("czj-officer").await;
    let system = site.sign_in("sysadmin").await;
    let issued = system
        .post(&format!("/people/{id}/reset-password"), &Value::Null)
        .await
        .ok();
    officer.get("/matrix").await.refused(401, "not_signed_in");
    let password = issued["password"].as_str().expect("password");
    let again = site.sign_in_with(&officer.0.login, password).await;
    again
        .get("/matrix")
        .await
        .refused(403, "password_change_required");
    assert_eq!(site.last_ledger_line().await.act, "signed_in");
    let own = person_id(&site, "sysadmin").await;
    let path = format!("/people/{own}/reset-password");
    system
        .post(&path, &Value::Null)
        .await
        .refused(403, "not_allowed");
}

#[tokio::test]
async fn people_are_paged() {
    let site = Site::start().await;
    let security = site.sign_in("secadmin").await;
    let mut seen = Vec::new();
    let mut path = "/people?limit=5".to_owned();
    loop {
        let page = security.get(&path).await.ok();
        let items = page["items"].as_array().expect("items");
        seen.extend(items.iter().filter_map(|item| item["id"].as_i64()));
        match page["meta"]["next"].as_str() {
            Some(next) => path = format!("/people?limit=5&after={next}"),
            None => {
                assert_eq!(page["meta"]["total"], seen.len());
                break;
            }
        }
    }
    assert!(seen.is_sorted_by(|a, b| a < b) && seen.len() == 13);
    let own = site.department("县财政局").await;
    let page = security
        .get(&format!("/people?department_id={own}"))
        .await
        .ok();
    assert_eq!(page["meta"]["total"], 3);
    security
        .get("/people?after=x")
        .await
        .refused(400, "malformed");
}
