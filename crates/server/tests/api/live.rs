//! 实时更新: what one does on one server is known to others on another, and to nobody else.

use std::time::{Duration, Instant};

use lanmu_api::change::{Area, Changes};
use lanmu_api::path;
use lanmu_domain::role::Role;
use lanmu_server::db::Db;
use lanmu_server::router::router;
use lanmu_server::settings::Settings;
use lanmu_server::state::AppState;
use reqwest::{Method, Response};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::time::timeout;

use crate::scene::{Scene, draft, id_of, in_release, in_section};
use crate::support::{Actor, PASSWORD, TestServer};

/// Longer than any machine takes; how long it took is asserted nowhere, but said.
const PATIENCE: Duration = Duration::from_secs(20);

/// A stream that somebody listens to.
struct Heard {
    response: Response,
    text: String,
}

impl Heard {
    async fn listen(person: &Actor, query: &str) -> Self {
        let address = format!("{}{query}", path::CHANGES);
        let response = person.request(Method::GET, &address).send().await;
        let response = response.expect("the server answers");
        assert_eq!(response.status(), 200);
        let text = String::new();
        Self { response, text }
    }

    /// The next event with changes; `None` once the stream has ended.
    async fn next(&mut self) -> Option<Changes> {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let data = event.lines().find_map(|line| line.strip_prefix("data: "));
                let named = event.lines().any(|line| line.starts_with("event: "));
                let changes = data
                    .filter(|_| !named)
                    .map(|data| serde_json::from_str(data).expect("changes"));
                self.text = rest.to_owned();
                if changes.is_some() {
                    return changes;
                }
                continue;
            }
            let chunk = timeout(PATIENCE, self.response.chunk())
                .await
                .expect("an event or the end, in time");
            let chunk = chunk.ok().flatten()?;
            self.text.push_str(&String::from_utf8_lossy(&chunk));
        }
    }

    /// Nothing comes for a while.
    async fn is_silent(&mut self) -> bool {
        timeout(Duration::from_secs(2), self.next()).await.is_err()
    }
}

/// Another server over the same database; the same people can sign in there.
async fn twin(server: &TestServer) -> (AppState, String) {
    let db = Db::connect(&server.database_url()).await.expect("opens");
    let state = AppState::new(db, server.state.clock.clone(), Settings::default());
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let service = router(state.clone());
    tokio::spawn(async move { axum::serve(listener, service).await });
    (state, base)
}

async fn signed_in(base: &str, like: &Actor) -> Actor {
    let person = Actor::new(base);
    person.sign_in(&like.login, PASSWORD).await.ok();
    person
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_on_one_server_is_heard_on_the_other() {
    let scene = Scene::new().await;
    let (_state, base) = twin(&scene.server).await;
    let leader = signed_in(&base, &scene.leader).await;
    let view = in_section(&scene).await;
    let mut heard = Heard::listen(&leader, "").await;
    let first = heard.next().await.expect("where the ledger stands");
    assert!(first.is_empty());

    let begun = Instant::now();
    scene.head.approve(&view, Some("clear")).await.expect(200);
    let changes = heard.next().await.expect("news");
    println!("heard after {:?}", begun.elapsed());
    assert_eq!(changes.article_ids, [id_of(&view)]);
    assert_eq!(changes.areas, [Area::Articles]);
    assert!(changes.sequence > first.sequence && !changes.everything);

    // And the other way round, while both listen.
    let mut here = Heard::listen(&scene.head, "").await;
    here.next().await.expect("where the ledger stands");
    let now = leader.get(&path::article(id_of(&view))).await.expect(200);
    leader.send_back(&now, "请补充附件").await.expect(200);
    for stream in [&mut here, &mut heard] {
        let changes = stream.next().await.expect("news");
        assert_eq!(changes.article_ids, [id_of(&view)]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn other_departments_hear_nothing_of_it_and_those_who_see_all_do() {
    let scene = Scene::new().await;
    let mut finance = Heard::listen(&scene.finance_head, "").await;
    let mut coordinator = Heard::listen(&scene.coordinator, "").await;
    let mut auditor = Heard::listen(&scene.auditor, "").await;
    for stream in [&mut finance, &mut coordinator, &mut auditor] {
        stream.next().await.expect("where the ledger stands");
    }
    let view = draft(&scene).await;
    let changes = coordinator.next().await.expect("news");
    assert_eq!(changes.article_ids, [id_of(&view)]);
    assert!(finance.is_silent().await, "another department");
    assert!(auditor.is_silent().await, "the auditor reads the ledger");
    let asked = format!("{}?sequence={}", path::CHANGES_SINCE, changes.sequence - 1);
    let answer: Changes = scene.finance_head.get(&asked).await.body();
    assert!(answer.is_empty() && answer.article_ids.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_goes_on_where_the_last_one_broke_and_asking_says_the_same() {
    let scene = Scene::new().await;
    let start: Changes = scene.leader.get(path::CHANGES_SINCE).await.body();
    assert!(start.is_empty());
    let one = in_release(&scene).await;
    let other = in_section(&scene).await;
    let query = format!("?sequence={}", start.sequence);
    let mut heard = Heard::listen(&scene.leader, &query).await;
    let changes = heard.next().await.expect("what was missed");
    assert_eq!(changes.article_ids, [id_of(&one), id_of(&other)]);
    let address = format!("{}{query}", path::CHANGES_SINCE);
    let asked: Changes = scene.leader.get(&address).await.body();
    assert_eq!(asked, changes);

    // The header of a browser that comes again counts more than the address it first asked.
    let address = format!("{}{query}", path::CHANGES);
    let request = scene.leader.request(Method::GET, &address);
    let response = request
        .header("Last-Event-ID", changes.sequence.to_string())
        .send()
        .await
        .expect("the server answers");
    let text = String::new();
    let again = Heard { response, text }.next().await.expect("an event");
    assert!(again.is_empty());

    // Another database, or far too much: everything is to be fetched again.
    for sequence in [start.sequence + 10_000, -10_000] {
        let address = format!("{}?sequence={sequence}", path::CHANGES_SINCE);
        let asked: Changes = scene.leader.get(&address).await.body();
        assert!(asked.everything && asked.article_ids.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_ends_with_its_session_and_with_the_account() {
    let scene = Scene::new().await;
    let mut signing_out = Heard::listen(&scene.head, "").await;
    let mut closed = Heard::listen(&scene.leader, "").await;
    for stream in [&mut signing_out, &mut closed] {
        stream.next().await.expect("where the ledger stands");
    }
    scene.head.delete(path::SESSION).await.ok();
    assert_eq!(signing_out.next().await, None);
    let department = Some("县农业农村局");
    scene.server.newcomer(Role::Leader, department).await;
    let body = json!({ "active": false });
    let address = path::person_act(scene.leader.person_id, "activation");
    scene.administrator.post(&address, &body).await.ok();
    assert_eq!(closed.next().await, None);
    let again = scene.leader.get(path::CHANGES).await;
    assert_eq!(again.code(401), "not_signed_in");
    let anonymous = scene.server.anonymous();
    for address in [path::CHANGES, path::CHANGES_SINCE] {
        assert_eq!(anonymous.get(address).await.code(401), "not_signed_in");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_loses_a_post_hears_no_more_of_the_department() {
    let scene = Scene::new().await;
    let mut heard = Heard::listen(&scene.leader, "").await;
    heard.next().await.expect("where the ledger stands");
    scene.end_posts(&scene.leader).await;
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    draft(&scene).await;
    assert!(heard.is_silent().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_has_three_streams_at_most_and_gets_them_back() {
    let scene = Scene::new().await;
    let mut streams = Vec::new();
    for _ in 0..3 {
        streams.push(Heard::listen(&scene.leader, "").await);
    }
    let refused = scene.leader.get(path::CHANGES).await;
    assert_eq!(refused.code(429), "too_many_attempts");
    assert!(!refused.header("retry-after").is_empty());
    Heard::listen(&scene.head, "").await;
    streams.pop();
    let begun = Instant::now();
    while scene.server.state.live.streams() > 2 {
        assert!(begun.elapsed() < PATIENCE, "a place is given back");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Heard::listen(&scene.leader, "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn proxies_and_compression_leave_it_alone() {
    let scene = Scene::new().await;
    let request = scene.leader.request(Method::GET, path::CHANGES);
    let response = request
        .header("Accept-Encoding", "gzip, br")
        .send()
        .await
        .expect("the server answers");
    let headers = response.headers();
    assert_eq!(headers["content-type"], "text/event-stream");
    assert_eq!(headers["x-accel-buffering"], "no");
    assert_eq!(headers["cache-control"], "no-store");
    assert!(!headers.contains_key("content-encoding"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_stops_at_once_with_streams_open() {
    let scene = Scene::new().await;
    let db = Db::connect(&scene.server.database_url()).await;
    let clock = scene.server.state.clock.clone();
    let state = AppState::new(db.expect("opens"), clock, Settings::default());
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let (service, live) = (router(state.clone()), state.live.clone());
    let serving = tokio::spawn(async move {
        axum::serve(listener, service)
            .with_graceful_shutdown(async move {
                let _ = stopped.await;
                live.stop();
            })
            .await
    });
    let leader = signed_in(&base, &scene.leader).await;
    let mut heard = Heard::listen(&leader, "").await;
    heard.next().await.expect("where the ledger stands");
    stop.send(()).expect("it still runs");
    assert_eq!(heard.next().await, None);
    drop(leader);
    let ended = timeout(Duration::from_secs(5), serving).await;
    ended.expect("it stops").expect("no panic").expect("served");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_page_does_not_keep_a_session_alive() {
    let scene = Scene::new().await;
    let quiet = scene
        .server
        .newcomer(Role::Leader, Some("县农业农村局"))
        .await;
    let mut heard = Heard::listen(&quiet, "").await;
    heard.next().await.expect("where the ledger stands");
    for _ in 0..3 {
        scene.later(9);
        quiet.get(path::CHANGES_SINCE).await.ok();
        let request = quiet.request(Method::GET, path::INBOX);
        let request = request.header(path::IN_BACKGROUND, "1");
        crate::support::send(request).await.ok();
    }
    scene.later(9);
    assert_eq!(
        quiet.get(path::CHANGES_SINCE).await.code(401),
        "not_signed_in"
    );
    assert_eq!(heard.next().await, None);
}
