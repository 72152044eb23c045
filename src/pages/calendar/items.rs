//! Obligations by due date and by status.

use chrono::NaiveDate;
use lanmu_api::obligation::ObligationView;
use lanmu_domain::freshness::Status;

/// The items of each due date, dates as they come.
#[must_use]
pub fn by_due(items: Vec<ObligationView>) -> Vec<(Option<NaiveDate>, Vec<ObligationView>)> {
    let mut groups: Vec<(Option<NaiveDate>, Vec<ObligationView>)> = Vec::new();
    for item in items {
        match groups.last_mut() {
            Some((due, members)) if *due == item.due => members.push(item),
            _ => groups.push((item.due, vec![item])),
        }
    }
    groups
}

/// How many items have each status, those without any left out.
#[must_use]
pub fn counts<'a>(items: impl Iterator<Item = &'a ObligationView>) -> Vec<(Status, usize)> {
    let statuses: Vec<Status> = items.map(|item| item.status).collect();
    Status::ALL
        .into_iter()
        .map(|status| {
            (
                status,
                statuses.iter().filter(|other| **other == status).count(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

#[cfg(test)]
mod tests;
