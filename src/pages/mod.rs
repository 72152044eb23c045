//! One folder per area.

pub mod articles;
pub mod backups;
pub mod calendar;
pub mod change_password;
pub mod delegations;
pub mod emergencies;
pub mod events;
pub mod evidence;
pub mod figures;
pub mod help;
pub mod inbox;
pub mod ledger;
pub mod matrix;
pub mod not_found;
pub mod notifications;
pub mod overview;
pub mod people;
pub mod red_lines;
pub mod roster;
pub mod terms;
pub mod today;
pub mod work_calendar;
