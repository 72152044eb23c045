//! Items in every state, and who decides about them.

use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::json;

use super::{FINANCE, see};
use crate::scene::{Scene, draft, filed, id_of, in_release, in_section, released};
use crate::support::Actor;

#[tokio::test]
async fn items_in_every_state_go_on_under_the_department_that_goes_on() {
    let scene = Scene::new().await;
    let written = draft(&scene).await;
    let submitted = in_section(&scene).await;
    let returned = in_section(&scene).await;
    let returned = scene.head.send_back(&returned, "缺附件").await.expect(200);
    let approved = in_release(&scene).await;
    let out = released(&scene).await;
    let public = released(&scene).await;
    let public = scene.officer.publish(&public, &[]).await.expect(200);
    let withheld = filed(&scene).await;
    let all = [
        &written, &submitted, &returned, &approved, &out, &public, &withheld,
    ];
    let leader = scene.server.leader(FINANCE).await;
    let finance: [&Actor; 3] = [&scene.finance_officer, &scene.finance_head, &leader];
    scene.merge_tomorrow().await;

    // On the day before nobody of 县财政局 sees any of it.
    for view in all {
        for who in finance {
            let answer = who.get(&path::article(id_of(view))).await;
            assert_eq!(answer.status, 404, "{}", answer.text);
        }
        assert_eq!(
            see(&scene.officer, view).await["row"]["department_name"],
            "县农业农村局"
        );
    }
    assert!(scene.finance_head.inbox("").await.is_empty());

    let people: Vec<&Actor> = finance
        .into_iter()
        .chain([&scene.officer, &scene.head, &scene.leader, &scene.auditor])
        .collect();
    scene.next_day(&people).await;
    for view in all {
        for who in [&scene.finance_officer, &scene.officer] {
            let now = see(who, view).await;
            assert_eq!(now["row"]["department_name"], FINANCE);
            assert_eq!(now["row"]["state"], view["row"]["state"]);
            assert_eq!(now["signatures"], view["signatures"], "as they were given");
        }
    }
    assert_eq!(scene.finance_head.inbox("").await, [id_of(&submitted)]);
    assert_eq!(scene.head.inbox("").await, [id_of(&submitted)]);
    assert_eq!(leader.inbox("").await, [id_of(&approved)]);
    assert_eq!(scene.leader.inbox("").await, [id_of(&approved)]);

    // Each goes on: the reviewers of the department that goes on decide.
    let view = see(&scene.finance_head, &submitted).await;
    let view = scene.finance_head.approve(&view, Some("clear")).await;
    let view = leader.approve(&view.expect(200), None).await.expect(200);
    assert_eq!(view["row"]["state"], "released");
    let view = see(&leader, &approved).await;
    let view = leader.approve(&view, None).await.expect(200);
    assert_eq!(view["row"]["state"], "released");
    for view in [&written, &returned] {
        let now = see(&scene.officer, view).await;
        let sent = scene.officer.act(&now, "submit", json!({})).await;
        let sent = scene
            .finance_head
            .approve(&sent.expect(200), Some("clear"))
            .await;
        let sent = scene.leader.approve(&sent.expect(200), None).await;
        assert_eq!(sent.expect(200)["row"]["state"], "released");
    }
    let now = see(&scene.finance_officer, &out).await;
    let now = scene.finance_officer.publish(&now, &[]).await.expect(200);
    assert_eq!(now["row"]["state"], "published");
    scene.nothing_went_out_unapproved().await;
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn nobody_reviews_two_stages_because_of_a_merger() {
    let scene = Scene::new().await;
    // Who is section head here is leader there, and who writes here reviews there.
    scene.grant(&scene.head, Role::Leader, scene.finance).await;
    scene
        .grant(&scene.officer, Role::SectionHead, scene.finance)
        .await;
    // Who holds the same post in both keeps one.
    scene
        .grant(&scene.finance_head, Role::SectionHead, scene.agriculture)
        .await;
    let submitted = in_section(&scene).await;
    let approved = in_release(&scene).await;
    scene.merge_tomorrow().await;
    let people = [
        &scene.head,
        &scene.officer,
        &scene.finance_head,
        &scene.auditor,
    ];
    scene.next_day(&people).await;
    let session = scene.finance_head.get(path::SESSION).await.expect(200);
    assert_eq!(session["posts"].as_array().map(Vec::len), Some(1));
    assert_eq!(scene.head.inbox("").await, [id_of(&submitted)]);
    assert!(scene.officer.inbox("").await.is_empty());
    let view = see(&scene.head, &approved).await;
    let refused = scene.head.approve(&view, None).await.refusals();
    assert!(refused.contains(&"same_person".to_owned()), "{refused:?}");
    let view = see(&scene.officer, &submitted).await;
    let refused = scene.officer.approve(&view, Some("clear")).await.refusals();
    assert!(refused.contains(&"same_person".to_owned()), "{refused:?}");
    scene
        .finance_head
        .approve(&view, Some("clear"))
        .await
        .expect(200);
    scene.nothing_went_out_unapproved().await;
}

#[tokio::test]
async fn an_emergency_release_is_reviewed_afterwards_by_the_department_that_goes_on() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let view = scene.leader.release_in_emergency(&view, "汛情紧急").await;
    let view = view.expect(200);
    scene.merge_tomorrow().await;
    let refused = scene
        .finance_head
        .review_emergency(&view, "upheld", "")
        .await;
    assert_eq!(refused.status, 404, "not before the day");
    scene
        .next_day(&[&scene.leader, &scene.finance_head, &scene.auditor])
        .await;
    let today = scene.finance_head.get(path::TODAY).await.expect(200);
    let items = today["items"].as_array().expect("items");
    assert!(items.iter().any(|item| item["kind"] == "emergency"));
    let view = see(&scene.finance_head, &view).await;
    let own = scene.leader.review_emergency(&view, "upheld", "").await;
    assert!(own.status == 403 || own.status == 409, "{}", own.text);
    let view = scene
        .finance_head
        .review_emergency(&view, "upheld", "")
        .await;
    assert_eq!(view.expect(200)["emergency"]["status"], "upheld");
    assert!(scene.ledger_is_intact().await);
}
