//! The county's own table as the product ships it.

use super::{FileProblem, SitePlan, read_annex, read_departments};
use crate::parameters::Parameters;

const DEPARTMENTS: &[u8] = include_bytes!("../../data/departments.csv");
const ANNEX: &[u8] = include_bytes!("../../data/annex2.csv");

/// The site of 盐边县 from Annex 2 of the notice of 2022-07-26: 169 rows, 53 departments. For the
/// server; whatever does not call it does not carry the files.
///
/// # Errors
/// The files that were compiled in are damaged; a test of this crate holds that they are not.
pub fn shipped(parameters: &Parameters) -> Result<SitePlan, Vec<FileProblem>> {
    let departments = read_departments(DEPARTMENTS)?;
    read_annex(ANNEX, &departments, parameters)
}
