//! 工作机构表: the rosters of the departments, who sees whole numbers, the form on paper (adr/0021).

mod access;
mod docx;
mod entries;
mod forms;
mod keep;
mod looks;
mod overview;
mod table;
mod view;

pub use access::may_keep;
pub use docx::forms_file;
pub use forms::{FormsOf, forms};
pub use keep::{add_entry, change_entry, end_entry};
pub use looks::record_looks;
pub use overview::overview;
pub use table::table;
pub use view::view;

pub(crate) use access::department_of;
pub(crate) use entries::{in_force_on, listed};
pub(crate) use keep::{end, insert};
pub(crate) use overview::vacant_roles;
