//! Attachments: what is taken, what is taken out of it, who may see it, and when it goes.

use std::io::{Cursor, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::Duration;
use lanmu_api::path;
use lanmu_domain::article::{file_html, picture_html};
use lanmu_server::service::attachment::forget_unused;
use reqwest::Method;
use serde_json::{Value, json};

use crate::scene::{Scene, content, id_of};
use crate::support::{Actor, PASSWORD, Reply, send};

static KEYS: AtomicU64 = AtomicU64::new(0);

impl Actor {
    /// Uploads a file.
    pub async fn upload(&self, name: &str, bytes: Vec<u8>) -> Reply {
        self.send_file(path::ATTACHMENTS, name, bytes).await
    }

    /// Sends a file.
    pub async fn send_file(&self, path: &str, name: &str, bytes: Vec<u8>) -> Reply {
        let key = format!("file-{}", KEYS.fetch_add(1, Ordering::Relaxed));
        let request = self
            .request(Method::POST, path)
            .query(&[("name", name)])
            .header(path::IDEMPOTENCY_KEY, key)
            .body(bytes);
        send(request).await
    }
}

/// A picture of one pixel with a place and an author.
pub fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [
        (b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0".as_slice()),
        (b"tEXt", b"Author\0Zhangsan"),
        (b"eXIf", b"MM\0*GPSLatitude"),
        (b"IDAT", b"pixels"),
        (b"IEND", b""),
    ] {
        bytes.extend(u32::try_from(data.len()).expect("a length").to_be_bytes());
        bytes.extend(kind);
        bytes.extend(data);
        bytes.extend([0; 4]);
    }
    bytes
}

fn docx(part: &str) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["[Content_Types].xml", "word/document.xml", part] {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name, options).expect("a part");
        writer.write_all(b"<x/>").expect("its text");
    }
    writer.finish().expect("an archive").into_inner()
}

fn address(view: &Value) -> &str {
    view["address"].as_str().expect("an address")
}

async fn draft_with(scene: &Scene, body: &str) -> Reply {
    let mut item = content(scene.market);
    item["body"] = json!(body);
    let form = json!({ "department_id": scene.agriculture, "content": item });
    scene.officer.post(path::ARTICLES, &form).await
}

#[tokio::test]
async fn a_picture_loses_its_place_is_stored_once_and_shown_to_who_sees_the_item() {
    let scene = Scene::new().await;
    let stored = scene.officer.upload("春耕 现场.png", png()).await;
    let view = stored.expect(201);
    assert_eq!(view["kind"], "png");
    assert_eq!(view["size"], json!([1, 1]));
    assert_eq!(view["cleaned"], true);
    let file = scene.officer.get(address(&view)).await;
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), "image/png");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert_eq!(
        file.header("content-security-policy"),
        "default-src 'none'; sandbox"
    );
    assert!(file.header("content-disposition").starts_with("inline"));
    for gone in ["GPSLatitude", "Zhangsan"] {
        assert!(!file.text.contains(gone), "{gone}");
    }
    assert!(file.text.contains("pixels"));
    // The same picture under another name is the same bytes.
    let again = scene.colleague.upload("b.png", png()).await.expect(201);
    let hash = |view: &Value| address(view).split('/').nth(4).map(ToOwned::to_owned);
    assert_eq!(hash(&view), hash(&again));

    // Until an item names it, it is the uploader's alone.
    for who in [&scene.head, &scene.leader, &scene.finance_officer] {
        assert_eq!(who.get(address(&view)).await.status, 404);
    }
    let body = format!("<p>春耕。</p>{}", picture_html(address(&view), "插秧现场"));
    let item = draft_with(&scene, &body).await.expect(201);
    assert_eq!(item["content"]["body"], body);
    for who in [&scene.head, &scene.leader, &scene.coordinator] {
        assert_eq!(who.get(address(&view)).await.status, 200);
    }
    for who in [&scene.finance_officer, &scene.administrator] {
        assert_eq!(who.get(address(&view)).await.status, 404);
    }
    let nobody = scene.server.anonymous();
    assert_eq!(nobody.get(address(&view)).await.status, 401);
    let lines = format!("{}?act=attachment_uploaded", path::LEDGER);
    let lines = scene.auditor.get(&lines).await.expect(200);
    assert_eq!(lines["meta"]["total"], 2);
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn an_item_names_only_what_its_writer_may_use_and_every_picture_is_described() {
    let scene = Scene::new().await;
    let elsewhere = scene.finance_officer.upload("a.png", png()).await;
    let elsewhere = elsewhere.expect(201);
    let body = format!("<p>字</p>{}", picture_html(address(&elsewhere), "别处的"));
    let refused = draft_with(&scene, &body).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("a.png"), "{}", refused.text);

    let own = scene.officer.upload("现场.png", png()).await.expect(201);
    let file = scene
        .officer
        .upload("方案.docx", docx("word/styles.xml"))
        .await;
    let file = file.expect(201);
    let body = format!(
        "<p>字</p>{}{}<img src=\"https://a.cn/x.png\" alt=\"外\">",
        picture_html(address(&own), " "),
        file_html(address(&file), "方案")
    );
    let item = draft_with(&scene, &body).await.expect(201);
    let kept = item["content"]["body"].as_str().expect("a body");
    assert!(
        !kept.contains("a.cn") && kept.contains(address(&file)),
        "{kept}"
    );
    let refused = scene.officer.act(&item, "submit", json!({})).await;
    assert_eq!(refused.refusals(), ["picture_alt_missing"]);
    assert_eq!(refused.fields(), ["body"]);
    let mut described = item["content"].clone();
    described["body"] = json!(kept.replace("alt=\"\"", "alt=\"现场\""));
    let form = json!({ "version": item["version"], "content": described });
    let item = scene.officer.put(&path::article(id_of(&item)), &form).await;
    let item = scene
        .officer
        .act(&item.expect(200), "submit", json!({}))
        .await;
    item.expect(200);
    // Documents are saved, never shown in the page.
    let answer = scene.head.get(address(&file)).await;
    assert_eq!(answer.status, 200);
    assert!(
        answer
            .header("content-disposition")
            .starts_with("attachment")
    );
}

#[tokio::test]
async fn what_is_in_an_alternative_text_is_checked_too() {
    let scene = Scene::new().await;
    let own = scene.officer.upload("现场.png", png()).await.expect(201);
    let body = format!(
        "<p>字</p>{}",
        picture_html(address(&own), "联系 13800138000")
    );
    let item = draft_with(&scene, &body).await.expect(201);
    assert_eq!(item["findings"].as_array().map(Vec::len), Some(1));
    let refused = scene.officer.act(&item, "submit", json!({})).await;
    assert_eq!(refused.refusals(), ["findings_open"]);
}

#[tokio::test]
async fn what_is_not_taken_is_said_and_nothing_is_stored() {
    let scene = Scene::new().await;
    let lines = scene.whole_ledger_length().await;
    let mut large = png();
    large.resize(10 * 1024 * 1024 + 1, 0);
    for (name, bytes, why) in [
        ("空.png", Vec::new(), "空的"),
        ("页.html", b"<script>".to_vec(), "不支持"),
        ("图.jpg", png(), "与文件名不符"),
        ("断.png", png()[..30].to_vec(), "已损坏"),
        ("方案.docx", docx("word/vbaProject.bin"), "宏"),
        ("大.png", large, "10 MB"),
        ("没有扩展名", png(), "与文件名不符"),
    ] {
        let refused = scene.officer.upload(name, bytes).await;
        assert_eq!(refused.status, 422, "{name} {}", refused.text);
        assert!(refused.text.contains(why), "{name} {}", refused.text);
        assert_eq!(refused.fields(), ["file"]);
    }
    let huge = scene
        .officer
        .upload("大.pdf", vec![b' '; 52 * 1024 * 1024])
        .await;
    assert_eq!(huge.status, 413);
    let nameless = scene.officer.upload("", png()).await;
    assert_eq!(nameless.status, 422);
    assert_eq!(scene.head.upload("a.png", png()).await.status, 403);
    assert_eq!(scene.whole_ledger_length().await, lines);
}

#[tokio::test]
async fn what_nobody_used_for_a_week_goes_and_nothing_else() {
    let scene = Scene::new().await;
    let unused = scene.officer.upload("a.docx", docx("word/a.xml")).await;
    let used = scene.officer.upload("现场.png", png()).await.expect(201);
    let typed = scene.officer.upload("b.docx", docx("word/b.xml")).await;
    let (unused, typed) = (unused.expect(201), typed.expect(201));
    let body = format!("<p>字</p>{}", picture_html(address(&used), "现场"));
    draft_with(&scene, &body).await.expect(201);
    let mut kept = content(scene.market);
    kept["body"] = json!(file_html(address(&typed), "b"));
    let form = json!({ "version": 0, "content": kept });
    let slot = path::working_copy(lanmu_api::working_copy::Slot::New(0));
    scene.officer.put(&slot, &form).await.expect(200);
    let state = &scene.server.state;
    let now = || state.clock.now().to_utc();
    assert_eq!(forget_unused(state, now()).await, Ok(0));
    scene.server.advance(Duration::days(8));
    assert_eq!(forget_unused(state, now()).await, Ok(1));
    let who = &scene.officer;
    assert_eq!(who.sign_in(&who.login, PASSWORD).await.status, 200);
    for (view, status) in [(&unused, 404), (&used, 200), (&typed, 200)] {
        assert_eq!(who.get(address(view)).await.status, status);
    }
}
