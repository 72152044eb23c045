//! How much falls due on whom.

use std::collections::BTreeMap;

use super::ObligationView;
use chrono::NaiveDate;

/// What falls due on a department.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// The department.
    pub department_id: i64,
    /// Its name.
    pub name: String,
    /// What was due before today and is not done.
    pub late: usize,
    /// What falls due in the span.
    pub total: usize,
    /// How much falls due on each day, days without anything left out.
    pub by_day: BTreeMap<NaiveDate, usize>,
}

/// The load of each department from `today` to `last`, the heaviest first. An obligation of several
/// departments counts for each of them; departments without anything are left out.
#[must_use]
pub fn loads<'a>(
    items: impl Iterator<Item = &'a ObligationView>,
    today: NaiveDate,
    last: NaiveDate,
) -> Vec<Load> {
    let mut loads: BTreeMap<i64, Load> = BTreeMap::new();
    for item in items {
        let Some(due) = item.due.filter(|due| *due <= last) else {
            continue;
        };
        for (id, name) in item.department_ids.iter().zip(&item.department_names) {
            let load = loads.entry(*id).or_insert_with(|| Load {
                department_id: *id,
                name: name.clone(),
                ..Load::default()
            });
            if due < today {
                load.late += 1;
            } else {
                load.total += 1;
                *load.by_day.entry(due).or_default() += 1;
            }
        }
    }
    let mut loads: Vec<Load> = loads.into_values().collect();
    loads.sort_by_key(|load| std::cmp::Reverse((load.total, load.late)));
    loads
}

#[cfg(test)]
mod tests {
    use super::*;
    use lanmu_domain::freshness::Status;

    fn item(departments: &[i64], due: &str) -> ObligationView {
        ObligationView {
            due: due.parse().ok(),
            duty_id: 1,
            column_id: 1,
            column_path: Vec::new(),
            department_ids: departments.to_vec(),
            department_names: departments.iter().map(|id| format!("部门{id}")).collect(),
            status: Status::DueSoon,
            rule: None,
            arithmetic: String::new(),
            last_updated_on: None,
            unannounced: false,
        }
    }

    #[test]
    fn what_is_late_is_counted_apart() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let items = [
            item(&[1, 2], "2026-11-24"),
            item(&[1], "2026-11-24"),
            item(&[2], "2026-11-20"),
            item(&[3], "2027-01-20"),
        ];
        let found = loads(items.iter(), day("2026-11-23"), day("2026-12-23"));
        assert_eq!(found.len(), 2);
        assert_eq!(
            (found[0].department_id, found[0].total, found[0].late),
            (1, 2, 0)
        );
        assert_eq!(
            (found[1].department_id, found[1].total, found[1].late),
            (2, 1, 1)
        );
        assert_eq!(found[0].by_day[&day("2026-11-24")], 2);
    }
}
