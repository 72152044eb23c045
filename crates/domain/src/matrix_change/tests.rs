use super::{GroupRef, MatrixChange};

#[test]
fn a_group_of_an_older_draft_is_its_bare_id() {
    let stored = r#"{"kind":"set_group","group":3,"departments":[{"id":1}]}"#;
    let read: MatrixChange = serde_json::from_str(stored).expect("an older draft");
    assert_eq!(read.groups(), [GroupRef::Id(3)]);
    assert_eq!(serde_json::to_string(&read).expect("JSON"), stored);
    let new = r#"{"kind":"end_group","group":{"new":2}}"#;
    let read: MatrixChange = serde_json::from_str(new).expect("a new group");
    assert_eq!(read.groups(), [GroupRef::New { new: 2 }]);
    assert_eq!(serde_json::to_string(&read).expect("JSON"), new);
}
