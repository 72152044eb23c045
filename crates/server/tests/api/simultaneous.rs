//! Two people act on the same item in the same instant, a hundred times: one act is done, the other
//! is told what happened, and nothing is half done.

use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::{Value, json};

use crate::scene::{Scene, content, id_of, in_release, in_section};
use crate::support::{Actor, Reply};

/// How often each pair meets: ten pairs of acts make a hundred.
const TIMES: usize = 10;

/// What somebody does at the instant.
#[derive(Clone, Copy, Debug)]
enum Do {
    Approve,
    Return,
    Recall,
    Edit,
    Release,
}

async fn act(scene: &Scene, who: &Actor, act: Do, view: &Value, round: usize) -> Reply {
    match act {
        Do::Approve => {
            let secrecy = (view["row"]["state"] == "in_section_review").then_some("clear");
            who.approve(view, secrecy).await
        }
        Do::Return => who.send_back(view, "缺附件").await,
        Do::Recall => who.act(view, "recall", json!({})).await,
        Do::Edit => {
            let mut changed = content(scene.market);
            changed["title"] = json!(format!("第{round}次修改"));
            let body = json!({ "version": view["version"], "content": changed });
            who.put(&path::article(id_of(view)), &body).await
        }
        Do::Release => who.release_in_emergency(view, "汛情紧急").await,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_acts_in_the_same_instant_exactly_one_is_done_a_hundred_times() {
    let scene = Scene::new().await;
    let other_head = scene
        .server
        .newcomer(Role::SectionHead, Some("县农业农村局"))
        .await;
    let other_leader = scene
        .server
        .newcomer(Role::Leader, Some("县农业农村局"))
        .await;
    let (head, leader, officer) = (&scene.head, &scene.leader, &scene.officer);
    let pairs = [
        (false, (head, Do::Approve), (&other_head, Do::Approve)),
        (false, (head, Do::Approve), (&other_head, Do::Return)),
        (false, (head, Do::Return), (officer, Do::Edit)),
        (false, (officer, Do::Recall), (head, Do::Approve)),
        (false, (leader, Do::Release), (head, Do::Approve)),
        (true, (leader, Do::Approve), (&other_leader, Do::Approve)),
        (true, (leader, Do::Approve), (&other_leader, Do::Return)),
        (true, (leader, Do::Approve), (&scene.colleague, Do::Edit)),
        (true, (officer, Do::Recall), (leader, Do::Approve)),
        (true, (leader, Do::Release), (&other_leader, Do::Approve)),
    ];
    let mut met = 0;
    for (for_leader, (one, does), (other, also)) in pairs {
        for round in 0..TIMES {
            let view = if for_leader {
                in_release(&scene).await
            } else {
                in_section(&scene).await
            };
            let before = scene.ledger_acts().await.len();
            let (first, second) = tokio::join!(
                act(&scene, one, does, &view, round),
                act(&scene, other, also, &view, round)
            );
            let pair = format!("{does:?} {also:?}: {} {}", first.text, second.text);
            let mut statuses = [first.status, second.status];
            statuses.sort_unstable();
            assert_eq!(statuses, [200, 409], "{pair}");
            let (done, told) = if first.status == 200 {
                (first, second)
            } else {
                (second, first)
            };
            assert_eq!(told.code(409), "stale", "{pair}");
            let conflict = &told.json["error"]["conflict"];
            assert!(
                conflict["what"].is_string() && conflict["changed_by"].is_string(),
                "{pair}"
            );
            let now = scene.officer.get(&path::article(id_of(&view))).await;
            assert_eq!(now.expect(200), done.json, "{pair}");
            assert_eq!(scene.ledger_acts().await.len(), before + 1, "{pair}");
            met += 1;
        }
    }
    assert_eq!(met, 100);
    scene.nothing_went_out_unapproved().await;
    assert!(scene.ledger_is_intact().await);
}
