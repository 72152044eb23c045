use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn item(status: Status, due: Option<&str>) -> ObligationView {
    ObligationView {
        due: due.map(day),
        duty_id: 1,
        column_id: 1,
        column_path: vec!["政务公开".to_owned(), "部门文件".to_owned()],
        department_ids: vec![3, 4],
        department_names: vec!["县财政局".to_owned(), "县教育和体育局".to_owned()],
        status,
        rule: Some(RuleKind::Event),
        arithmetic: String::new(),
        last_updated_on: None,
        unannounced: false,
    }
}

#[test]
fn every_part_that_is_given_must_hold() {
    let item = item(Status::DueSoon, Some("2026-11-26"));
    let admitted = [
        ObligationFilter::default(),
        ObligationFilter {
            department: Some(4),
            status: Some(Status::DueSoon),
            rule: Some(RuleKind::Event),
            q: "文件 财政".to_owned(),
            from: Some(day("2026-11-26")),
            to: Some(day("2026-11-26")),
            reviewer: None,
        },
    ];
    for filter in admitted {
        assert!(filter.admits(&item, None), "{filter:?}");
    }
    let refused = [
        ObligationFilter {
            department: Some(5),
            ..Default::default()
        },
        ObligationFilter {
            status: Some(Status::Overdue),
            ..Default::default()
        },
        ObligationFilter {
            rule: Some(RuleKind::Elapsed),
            ..Default::default()
        },
        ObligationFilter {
            q: "文件 卫生".to_owned(),
            ..Default::default()
        },
        ObligationFilter {
            from: Some(day("2026-11-27")),
            ..Default::default()
        },
        ObligationFilter {
            to: Some(day("2026-11-25")),
            ..Default::default()
        },
    ];
    for filter in refused {
        assert!(!filter.admits(&item, None), "{filter:?}");
    }
    assert!(ObligationFilter::default().admits(&item, Some(&[4])));
    assert!(!ObligationFilter::default().admits(&item, Some(&[])));
}

#[test]
fn a_list_leaves_out_what_is_far_off_until_it_is_asked_for() {
    let today = day("2026-11-23");
    let all = ObligationFilter::default();
    assert!(all.lists(&item(Status::Fresh, Some("2026-12-23")), None, today));
    let far = item(Status::Fresh, Some("2026-12-24"));
    assert!(!all.lists(&far, None, today));
    assert!(!all.lists(&item(Status::NoClock, None), None, today));
    assert!(all.lists(&item(Status::Blank, Some("2027-12-24")), None, today));
    let fresh = ObligationFilter {
        status: Some(Status::Fresh),
        ..Default::default()
    };
    assert!(fresh.lists(&far, None, today));
}
