//! One folder per area.

pub mod articles;
pub mod calendar;
pub mod change_password;
pub mod figures;
pub mod inbox;
pub mod ledger;
pub mod matrix;
pub mod not_found;
pub mod people;
pub mod today;
