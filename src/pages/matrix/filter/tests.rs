use super::*;
use lanmu_api::matrix::OwnerStanding;
use wasm_bindgen_test::wasm_bindgen_test as test;

pub fn row(path: &[&str], mode: DutyMode, owners: &[(i64, Status)]) -> DutyRow {
    DutyRow {
        id: 1,
        annex_row: 1,
        column_id: 1,
        column_path: path.iter().map(|name| (*name).to_owned()).collect(),
        column_kind: ColumnKind::News,
        requirement: "2周内更新".to_owned(),
        owner_text: "县级各部门".to_owned(),
        mode,
        owners: owners
            .iter()
            .map(|(department_id, status)| OwnerStanding {
                department_id: *department_id,
                status: *status,
                due: None,
                last_updated_on: None,
            })
            .collect(),
        status: owners
            .iter()
            .map(|(_, status)| *status)
            .min()
            .unwrap_or(Status::NoClock),
        due: None,
        last_updated_on: None,
        doubtful: false,
        closed_since: None,
        initials: "snfw sngzqk xnyncj".to_owned(),
    }
}

fn names() -> HashMap<i64, String> {
    HashMap::from([(1, "县财政局".to_owned()), (2, "县农业农村局".to_owned())])
}

fn line(path: &[&str], owners: &[(i64, Status)], department: Option<i64>) -> Option<Line> {
    Line::new(row(path, DutyMode::Each, owners), &names(), department)
}

#[test]
fn a_department_sees_its_own_status_and_nothing_that_others_owe() {
    let owners = [(1, Status::Overdue), (2, Status::Fresh)];
    let own = line(&["政务公开", "财政"], &owners, Some(2)).expect("it is an owner");
    assert_eq!(own.row.status, Status::Fresh);
    assert_eq!(own.owners, ["县农业农村局"]);
    assert!(line(&["政务公开", "财政"], &owners, Some(3)).is_none());
}

#[test]
fn all_words_must_stand_in_path_owner_or_requirement() {
    let line = line(&["三农服务", "三农工作情况"], &[(2, Status::Fresh)], None).expect("a line");
    let asks = |text: &str| Filter {
        words: Filter::words(text),
        ..Default::default()
    };
    assert!(asks("三农工作 农业农村局").admits(&line));
    assert!(asks("SNGZ xnync").admits(&line));
    assert!(!asks("czj").admits(&line));
    assert!(asks("  ").admits(&line));
    assert!(asks("2周").admits(&line));
    assert!(!asks("三农工作 财政局").admits(&line));
}

#[test]
fn counts_pass_over_the_status_asked_for_only() {
    let lines: Vec<Line> = [Status::Fresh, Status::Overdue, Status::Overdue]
        .iter()
        .filter_map(|status| line(&["政务公开", "财政"], &[(1, *status)], None))
        .collect();
    let filter = Filter {
        status: Some(Status::Fresh),
        ..Default::default()
    };
    assert_eq!(filter.count(&lines, Status::Overdue), 2);
    assert_eq!(lines.iter().filter(|line| filter.admits(line)).count(), 1);
    let elsewhere = Filter {
        top: "走进盐边".to_owned(),
        ..Default::default()
    };
    assert_eq!(elsewhere.count(&lines, Status::Overdue), 0);
}

#[test]
fn groups_hold_the_first_two_columns_above_the_duty_once() {
    let lines: Vec<Line> = [
        &["政务公开", "组织机构", "乡镇", "渔门镇"][..],
        &["三农服务", "农业技术"],
        &["友情链接"],
        &["政务公开", "组织机构", "部门"],
    ]
    .iter()
    .filter_map(|path| line(path, &[(1, Status::Fresh)], None))
    .collect();
    assert_eq!(
        grouped(&lines),
        [
            ("政务公开 / 组织机构".to_owned(), vec![0, 3]),
            ("三农服务".to_owned(), vec![1]),
            ("友情链接".to_owned(), vec![2]),
        ]
    );
}
