use super::*;
use wasm_bindgen_test::wasm_bindgen_test as test;

fn item(status: Status, due: &str) -> ObligationView {
    ObligationView {
        due: Some(due.parse().expect("a day")),
        duty_id: 1,
        column_id: 1,
        column_path: vec!["三农服务".to_owned(), "三农工作情况".to_owned()],
        department_ids: vec![1],
        department_names: vec!["县农业农村局".to_owned()],
        status,
        rule: None,
        arithmetic: String::new(),
        last_updated_on: None,
        unannounced: false,
    }
}

#[test]
fn items_of_a_day_stand_together() {
    let items = vec![
        item(Status::Overdue, "2026-11-20"),
        item(Status::DueSoon, "2026-11-24"),
        item(Status::Fresh, "2026-11-24"),
    ];
    assert_eq!(counts(items.iter()).len(), 3);
    let groups = by_due(items);
    assert_eq!(groups.len(), 2);
    assert_eq!(groups[1].1.len(), 2);
}
