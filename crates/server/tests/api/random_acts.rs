//! Several people act at random on the same items, all at once, against a real server. Whatever
//! they did, nothing went out that three people had not approved, or a leader released.
//!
//! `LANMU_RANDOM_ACTS` makes it longer, `LANMU_RANDOM_SEED` repeats a run.

use std::collections::HashMap;

use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::{Value, json};

use crate::scene::{Scene, content, id_of, withheld};
use crate::support::Actor;

const ITEMS: usize = 6;

/// Numbers that look random, the same for the same seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        usize::try_from(z % sides as u64).expect("a side")
    }
}

fn setting(name: &str, or: u64) -> u64 {
    std::env::var(name).map_or(or, |text| text.parse().expect("a number"))
}

/// One person: looks at an item, sometimes at what it was a while ago, and does something. Gives
/// how many acts on each item were done.
async fn person(
    who: Actor,
    ids: Vec<i64>,
    column: i64,
    (acts, seed): (usize, u64),
) -> HashMap<i64, usize> {
    let mut dice = Dice(seed);
    let mut done = HashMap::new();
    let mut seen: HashMap<i64, Value> = HashMap::new();
    for n in 0..acts {
        let id = ids[dice.roll(ids.len())];
        if dice.roll(4) > 0 || !seen.contains_key(&id) {
            seen.insert(id, who.get(&path::article(id)).await.expect(200));
        }
        let view = &seen[&id];
        let secrecy = if dice.roll(8) == 0 {
            "sensitive"
        } else {
            "clear"
        };
        let answer = match dice.roll(21) {
            0 => {
                let mut changed = content(column);
                changed["title"] = json!(format!("标题{}", dice.roll(3)));
                if dice.roll(4) == 0 {
                    changed = withheld(column);
                }
                let body = json!({ "version": view["version"], "content": changed });
                who.put(&path::article(id), &body).await
            }
            1..=4 => who.act(view, "submit", json!({})).await,
            5..=12 => {
                let in_section = view["row"]["state"] == "in_section_review";
                who.approve(view, in_section.then_some(secrecy)).await
            }
            13 => who.send_back(view, "缺附件").await,
            14 => who.act(view, "recall", json!({})).await,
            15 | 16 => who.publish(view, &[]).await,
            17 => who.release_in_emergency(view, "汛情紧急").await,
            18 => {
                let verdict = ["upheld", "withdrawal_ordered"][dice.roll(2)];
                who.review_emergency(view, verdict, &format!("意见{n}"))
                    .await
            }
            19 => {
                let verdict = ["maintained", "reopened"][dice.roll(2)];
                let body = json!({ "verdict": verdict, "opinion": format!("意见{n}") });
                who.act(view, "assessment", body).await
            }
            _ => {
                who.act(view, "withdraw", json!({ "reason": "内容有误" }))
                    .await
            }
        };
        match answer.status {
            200 => {
                *done.entry(id).or_default() += 1;
            }
            403 | 409 | 422 => {}
            other => panic!("{other}: {}", answer.text),
        }
    }
    done
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_goes_out_unapproved_whatever_people_do_at_once() {
    let seed = setting("LANMU_RANDOM_SEED", 20_261_123);
    let acts = usize::try_from(setting("LANMU_RANDOM_ACTS", 60)).expect("acts");
    eprintln!("LANMU_RANDOM_SEED={seed}");
    let scene = Scene::new().await;
    let department = Some("县农业农村局");
    let both = scene.server.newcomer(Role::SectionHead, department).await;
    scene.grant(&both, Role::Officer, scene.agriculture).await;
    let all = scene.server.newcomer(Role::Leader, department).await;
    scene
        .grant(&all, Role::SectionHead, scene.agriculture)
        .await;
    let stands_in = scene.server.newcomer(Role::Leader, department).await;
    scene
        .pass_on(&scene.head, Role::SectionHead, &stands_in, 600)
        .await;
    let mut ids = Vec::new();
    for _ in 0..ITEMS {
        let body = json!({
            "department_id": scene.agriculture, "content": content(scene.market)
        });
        ids.push(id_of(
            &scene.officer.post(path::ARTICLES, &body).await.expect(201),
        ));
    }
    let people = [
        scene.officer.clone(),
        scene.colleague.clone(),
        scene.head.clone(),
        scene.leader.clone(),
        scene.coordinator.clone(),
        both,
        all,
        stands_in,
    ];
    let running: Vec<_> = (0_u64..)
        .zip(people)
        .map(|(n, who)| {
            let mine = (acts, seed.wrapping_mul(31).wrapping_add(n));
            tokio::spawn(person(who, ids.clone(), scene.market, mine))
        })
        .collect();
    let mut done: HashMap<i64, usize> = HashMap::new();
    for person in running {
        for (id, acts) in person.await.expect("a person who does not panic") {
            *done.entry(id).or_default() += acts;
        }
    }
    scene.nothing_went_out_unapproved().await;
    assert!(scene.ledger_is_intact().await);
    // Every act that was answered is there once, none that was refused: an edit that changes
    // nothing is the one answer without a line.
    let lines = scene.acts_by_article().await;
    for id in ids {
        let answered = done.get(&id).copied().unwrap_or_default() + 1;
        let written = lines.get(&id).copied().unwrap_or_default();
        assert!(
            written <= answered,
            "{id}: {written} lines, {answered} answers"
        );
        let edits_without_change = answered - written;
        assert!(
            edits_without_change <= answered / 4,
            "{id}: {written} of {answered}"
        );
    }
}
