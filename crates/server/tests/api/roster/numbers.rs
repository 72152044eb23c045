//! Telephone numbers: whole for those who need them, and every look of others written down.

use serde_json::Value;

use super::{FINANCE, MOBILE, OFFICE};
use crate::county::Site;

const MASKED: [&str; 2] = ["138****8000", "0812-555****"];

fn shown(view: &Value) -> String {
    assert_eq!(view["entries"].as_array().map(Vec::len), Some(2), "{view}");
    view.to_string()
}

#[tokio::test]
async fn the_own_department_sees_whole_numbers_and_others_never_get_them() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    site.fill(&officer, FINANCE).await;
    let path = site.roster_path(FINANCE).await;
    for who in ["czj-officer", "czj-head", "czj-leader"] {
        let before = site.last_ledger_line().await.sequence;
        let view = site.sign_in(who).await.get(&path).await.ok();
        let text = shown(&view);
        assert!(text.contains(MOBILE) && text.contains(OFFICE), "{who}");
        let lines = site.last_ledger_line().await.sequence - before;
        assert!(lines <= 1, "only the sign-in is written down");
    }
    for who in ["nyj-leader", "nyj-officer", "nyj-head", "coordinator"] {
        let view = site.sign_in(who).await.get(&path).await.ok();
        let text = shown(&view);
        assert!(!text.contains(MOBILE) && !text.contains(OFFICE), "{who}");
        assert!(MASKED.iter().all(|masked| text.contains(masked)), "{who}");
        assert_eq!(view["numbers"], false);
    }
    let leader = site.sign_in("nyj-leader").await;
    for path in [
        format!("{path}?numbers=true"),
        format!(
            "/rosters/forms?department_id={}",
            site.department_id(FINANCE).await
        ),
        format!(
            "/rosters/forms/export?department_id={}",
            site.department_id(FINANCE).await
        ),
        "/rosters/forms".to_owned(),
    ] {
        leader.get(&path).await.refused(403, "not_allowed");
    }
    for who in ["sysadmin", "secadmin", "auditor"] {
        let person = site.sign_in(who).await;
        for path in [
            path.as_str(),
            "/rosters",
            "/rosters/export",
            "/rosters/forms",
        ] {
            person.get(path).await.refused(403, "not_allowed");
        }
    }
}

#[tokio::test]
async fn every_look_of_the_coordinator_is_a_line_of_the_ledger() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    site.fill(&officer, FINANCE).await;
    let id = site.department_id(FINANCE).await;
    let coordinator = site.sign_in("coordinator").await;
    let listed = coordinator.get("/rosters").await.ok().to_string();
    let exported = coordinator
        .get("/rosters/export?format=csv")
        .await
        .file("csv");
    for text in [listed, exported.clone()] {
        assert!(!text.contains(MOBILE) && !text.contains(OFFICE));
    }
    assert!(exported.contains(MASKED[0]));
    assert_ne!(site.last_ledger_line().await.act, "numbers_seen");
    for (path, how) in [
        (
            format!("/departments/{id}/roster?numbers=true"),
            "在页面上查看号码。",
        ),
        (
            format!("/rosters/forms?department_id={id}"),
            "打印工作机构表。",
        ),
        (
            format!("/rosters/forms/export?department_id={id}"),
            "导出工作机构表。",
        ),
    ] {
        coordinator.get(&path).await;
        let line = site.last_ledger_line().await;
        assert_eq!(
            (line.act.as_str(), line.note.as_str()),
            ("numbers_seen", how)
        );
        assert_eq!(line.department_id, Some(id));
        assert_eq!(line.person_name, coordinator.0.name);
        assert!(!line.subject.contains("138"));
    }
    let seen = coordinator
        .get(&format!("/departments/{id}/roster?numbers=true"))
        .await
        .ok();
    assert!(shown(&seen).contains(MOBILE));
    // All departments at once: a line for each.
    let before = site.last_ledger_line().await.sequence;
    let forms = coordinator.get("/rosters/forms").await.ok();
    let count = forms.as_array().unwrap().len();
    assert_eq!(count, 53);
    let lines = site.last_ledger_line().await.sequence - before;
    assert_eq!(usize::try_from(lines).unwrap(), count);
    // The own department prints its form without a line.
    let before = site.last_ledger_line().await.sequence;
    let forms = officer
        .get(&format!("/rosters/forms?department_id={id}"))
        .await
        .ok();
    assert_eq!(forms[0]["lines"][0]["mobile"], MOBILE);
    assert_eq!(site.last_ledger_line().await.sequence, before);
}

#[tokio::test]
async fn the_form_is_a_text_document_with_the_place_for_the_seal() {
    use std::io::Read as _;
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    site.fill(&officer, FINANCE).await;
    let id = site.department_id(FINANCE).await;
    let path = format!(
        "{}/rosters/forms/export?department_id={id}",
        lanmu_api::path::BASE
    );
    let reply = officer.0.get(&path).await.ok();
    let document = |bytes: Vec<u8>| {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive
            .by_name("word/document.xml")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    };
    let text = document(reply.bytes);
    for words in [
        "县财政局关于政务公开、政府网站暨政府系统政务新媒体工作机构表",
        "分管领导",
        "具体负责工作人员",
        "联系方式（包括座机和手机）",
        "演示领导",
        MOBILE,
        OFFICE,
        "县财政局（盖章）",
        "年　　月　　日",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let coordinator = site.sign_in("coordinator").await;
    let path = format!("{}/rosters/forms/export", lanmu_api::path::BASE);
    let all = document(coordinator.0.get(&path).await.ok().bytes);
    assert_eq!(all.matches("（盖章）").count(), 53);
    assert_eq!(all.matches("<w:pageBreakBefore/>").count(), 52);
}
