//! Changing one's password.

use lanmu_api::path;
use lanmu_api::session::SessionView;
use lanmu_server::entity::person;
use rstest::rstest;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use super::openapi::{Operation, operations};
use crate::support::{Actor, PASSWORD, Reply, TestServer};

const DEPARTMENT: &str = "县财政局";
const NEW: &str = "New-Password-2";

#[tokio::test]
async fn the_new_password_opens_and_the_old_one_no_more() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    change(&officer, PASSWORD, NEW).await.ok();
    let somebody = server.anonymous();
    let old = somebody.sign_in(&officer.login, PASSWORD).await;
    assert_eq!(old.code(401), "wrong_credentials");
    somebody.sign_in(&officer.login, NEW).await.ok();
}

#[tokio::test]
async fn other_sessions_end_and_the_own_goes_on() {
    let server = TestServer::start().await;
    let here = server.officer(DEPARTMENT).await;
    let there = server.officer(DEPARTMENT).await;
    assert_eq!(here.login, there.login);
    there.get(path::SESSION).await.ok();
    change(&here, PASSWORD, NEW).await.ok();
    here.get(path::SESSION).await.ok();
    assert_eq!(there.get(path::SESSION).await.code(401), "not_signed_in");
}

#[rstest]
#[case::seven_characters("Abcd12!")]
#[case::more_than_128(&format!("Aa1!{}", "x".repeat(125)))]
#[case::two_classes("abcdefgh12")]
#[case::two_other_classes("ABCDEFGH!!")]
#[case::one_class("12345678901")]
#[case::empty("")]
#[case::the_current_one(PASSWORD)]
#[tokio::test]
async fn a_bad_password_is_refused(#[case] new: &str) {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let reply = change(&officer, PASSWORD, new).await;
    assert_eq!(reply.code(422), "invalid");
    assert_eq!(reply.fields(), ["new"]);
    server
        .anonymous()
        .sign_in(&officer.login, PASSWORD)
        .await
        .ok();
}

#[rstest]
#[case::eight_characters_of_three_classes("abcdef1!")]
#[case::as_long_as_may_be(&format!("Aa1!{}", "x".repeat(124)))]
#[case::chinese_counts_as_a_symbol("密码abcDEF")]
#[tokio::test]
async fn a_good_password_is_taken(#[case] new: &str) {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    change(&officer, PASSWORD, new).await.ok();
    server.anonymous().sign_in(&officer.login, new).await.ok();
}

#[tokio::test]
async fn a_password_with_the_login_in_it_is_refused() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let new = format!("My{}Is1!", officer.login.to_uppercase());
    let reply = change(&officer, PASSWORD, &new).await;
    assert_eq!(reply.code(422), "invalid");
    assert_eq!(reply.fields(), ["new"]);
}

#[tokio::test]
async fn who_does_not_know_the_current_password_changes_nothing() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let reply = change(&officer, "Wrong-Password-1", NEW).await;
    assert_eq!(reply.code(422), "invalid");
    assert_eq!(reply.fields(), ["current"]);
    server
        .anonymous()
        .sign_in(&officer.login, PASSWORD)
        .await
        .ok();
}

#[tokio::test]
async fn none_of_the_last_five_is_used_again() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let nth = |n: u32| format!("Password-Number-{n}");
    let mut current = PASSWORD.to_owned();
    for n in 1..=6 {
        change(&officer, &current, &nth(n)).await.ok();
        current = nth(n);
    }
    for n in 2..=6 {
        let reply = change(&officer, &current, &nth(n)).await;
        assert_eq!(reply.code(422), "invalid", "{n}");
        assert_eq!(reply.fields(), ["new"]);
    }
    change(&officer, &current, &nth(1)).await.ok();
}

#[tokio::test]
async fn a_change_tried_again_after_a_lost_answer_is_answered_again() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let body = json!({ "current": PASSWORD, "new": NEW });
    officer
        .post_again(path::SESSION_PASSWORD, "once", &body)
        .await
        .ok();
    officer
        .post_again(path::SESSION_PASSWORD, "once", &body)
        .await
        .ok();
    officer.get(path::SESSION).await.ok();
    server.anonymous().sign_in(&officer.login, NEW).await.ok();
}

#[tokio::test]
async fn whoever_must_change_the_password_can_do_nothing_else() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    person::Entity::update_many()
        .col_expr(person::Column::MustChangePassword, Expr::value(true))
        .filter(person::Column::Id.eq(officer.person_id))
        .exec(server.state.db.conn())
        .await
        .unwrap();
    let view: SessionView = officer.get(path::SESSION).await.body();
    assert!(view.must_change_password);
    let mut blocked = 0;
    for operation in operations()
        .into_iter()
        .filter(|operation| !allowed_before(operation))
    {
        let reply = officer.call(&operation, &Value::Null).await;
        assert_eq!(reply.code(403), "password_change_required", "{operation:?}");
        blocked += 1;
    }
    assert!(blocked > 20, "only {blocked} operations are blocked");
    change(&officer, PASSWORD, NEW).await.ok();
    officer.get(path::TODAY).await.ok();
    let view: SessionView = officer.get(path::SESSION).await.body();
    assert!(!view.must_change_password);
}

fn allowed_before(operation: &Operation) -> bool {
    [path::SITE, path::SESSION, path::SESSION_PASSWORD].contains(&operation.path.as_str())
}

async fn change(who: &Actor, current: &str, new: &str) -> Reply {
    who.post(
        path::SESSION_PASSWORD,
        &json!({ "current": current, "new": new }),
    )
    .await
}
