use super::*;
use lanmu_api::matrix::MatrixVersionView;
use lanmu_api::site::DepartmentView;
use lanmu_domain::column::ColumnKind;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn item(status: Status, due: &str) -> Item {
    Item {
        due: Some(day(due)),
        duty_id: 1,
        path: vec!["三农服务".to_owned(), "三农工作情况".to_owned()],
        departments: vec!["县农业农村局".to_owned()],
        status,
        arithmetic: String::new(),
        unannounced: false,
    }
}

#[test]
fn fresh_beyond_thirty_days_is_listed_only_when_asked_for() {
    let today = day("2026-11-23");
    let far = item(Status::Fresh, "2027-02-01");
    let everything = Filter::default();
    assert!(!everything.lists(&far, today));
    assert!(everything.lists(&item(Status::Fresh, "2026-12-23"), today));
    assert!(everything.lists(&item(Status::Blank, "2023-01-26"), today));
    let words = Filter {
        words: vec!["三农工作".to_owned()],
        ..Default::default()
    };
    assert!(words.lists(&far, today));
    let status = Filter {
        status: Some(Status::Fresh),
        ..Default::default()
    };
    assert!(status.lists(&far, today));
    assert!(!status.lists(&item(Status::Overdue, "2026-11-20"), today));
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

fn standing(department_id: i64, status: Status, due: &str) -> OwnerStanding {
    OwnerStanding {
        department_id,
        status,
        due: Some(day(due)),
        last_updated_on: None,
    }
}

fn matrix() -> MatrixView {
    let department = |id: i64, name: &str| DepartmentView {
        id,
        name: name.to_owned(),
        kind: String::new(),
        groups: Vec::new(),
    };
    MatrixView {
        version: MatrixVersionView {
            number: 1,
            effective_from: day("2022-07-26"),
            reason: String::new(),
        },
        today: day("2026-11-23"),
        departments: vec![department(1, "县财政局"), department(2, "县医保局")],
        duties: vec![DutyRow {
            id: 7,
            annex_row: 1,
            column_id: 1,
            column_path: vec!["政务公开".to_owned()],
            column_kind: ColumnKind::Other,
            requirement: String::new(),
            owner_text: String::new(),
            mode: DutyMode::Each,
            owners: vec![
                standing(1, Status::Blank, "2023-01-26"),
                standing(2, Status::Overdue, "2026-11-20"),
            ],
            status: Status::Blank,
            due: Some(day("2023-01-26")),
            last_updated_on: None,
            doubtful: false,
            closed_since: None,
        }],
    }
}

#[test]
fn what_each_owner_owes_is_older_for_itself() {
    let items = older(&matrix(), day("2026-05-27"));
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].departments, ["县财政局"]);
    assert_eq!(items[0].arithmetic, "从未发布内容，期限 2023-01-26。");
}

#[test]
fn closed_columns_are_listed_only_when_asked_for() {
    let mut matrix = matrix();
    assert_eq!(closed(&matrix), []);
    matrix.duties[0].closed_since = Some(day("2026-11-20"));
    matrix.duties[0].status = Status::NoClock;
    let items = closed(&matrix);
    assert_eq!(items[0].arithmetic, "已关闭，自 2026-11-20 起不计时。");
    let today = day("2026-11-23");
    assert!(!Filter::default().lists(&items[0], today));
    let asked = Filter {
        status: Some(Status::NoClock),
        ..Default::default()
    };
    assert!(asked.lists(&items[0], today));
}
