//! The schema, step by step. Every step goes up and down.

use sea_orm_migration::prelude::*;

mod m2026_11_23_000001_site;
mod m2026_11_23_000002_people;
mod m2026_11_23_000003_matrix;
mod m2026_11_23_000004_articles;
mod m2026_11_23_000005_evidence;
mod m2026_11_23_000006_ledger;
mod m2026_11_23_000007_calendar_history;
mod m2026_11_23_000009_freshness;
mod m2026_11_23_000010_feeds;
mod m2026_11_23_000016_planned_figures;
mod m2026_11_23_000020_sweep;
mod m2026_11_23_000021_publications_of_columns;
mod m2026_11_23_000022_answers;
mod m2026_11_23_000030_secrecy;
mod m2026_11_23_000031_review_card;
mod m2026_11_23_000033_presence;
mod m2026_11_23_000034_ledger_verifications;
mod m2026_11_23_000035_delegation;
mod m2026_11_23_000036_emergency;
mod m2026_11_23_000037_withdrawals;
mod m2026_11_23_000038_corrections;
mod m2026_11_23_000039_withheld;
mod m2026_11_23_000040_attachments;
mod m2026_11_23_000041_working_copies;
mod m2026_11_23_000050_versions;
mod m2026_11_23_000055_groups;
mod m2026_11_23_000060_rosters;
mod m2026_11_23_000070_presence_at_drafts;

/// Runs the steps in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m2026_11_23_000001_site::Migration),
            Box::new(m2026_11_23_000002_people::Migration),
            Box::new(m2026_11_23_000003_matrix::Migration),
            Box::new(m2026_11_23_000004_articles::Migration),
            Box::new(m2026_11_23_000005_evidence::Migration),
            Box::new(m2026_11_23_000006_ledger::Migration),
            Box::new(m2026_11_23_000007_calendar_history::Migration),
            Box::new(m2026_11_23_000009_freshness::Migration),
            Box::new(m2026_11_23_000010_feeds::Migration),
            Box::new(m2026_11_23_000016_planned_figures::Migration),
            Box::new(m2026_11_23_000020_sweep::Migration),
            Box::new(m2026_11_23_000021_publications_of_columns::Migration),
            Box::new(m2026_11_23_000022_answers::Migration),
            Box::new(m2026_11_23_000035_delegation::Migration),
            Box::new(m2026_11_23_000031_review_card::Migration),
            Box::new(m2026_11_23_000030_secrecy::Migration),
            Box::new(m2026_11_23_000036_emergency::Migration),
            Box::new(m2026_11_23_000034_ledger_verifications::Migration),
            Box::new(m2026_11_23_000037_withdrawals::Migration),
            Box::new(m2026_11_23_000038_corrections::Migration),
            Box::new(m2026_11_23_000039_withheld::Migration),
            Box::new(m2026_11_23_000040_attachments::Migration),
            Box::new(m2026_11_23_000041_working_copies::Migration),
            Box::new(m2026_11_23_000033_presence::Migration),
            Box::new(m2026_11_23_000050_versions::Migration),
            Box::new(m2026_11_23_000060_rosters::Migration),
            Box::new(m2026_11_23_000055_groups::Migration),
            Box::new(m2026_11_23_000070_presence_at_drafts::Migration),
        ]
    }
}
