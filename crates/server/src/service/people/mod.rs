//! People, their accounts and their posts. The system administrator makes and closes accounts, the
//! security administrator grants and ends posts, and nobody does either for themselves.

mod create;
mod find;
mod grant;
mod issue;
mod last_holder;
mod list;
mod set_active;

pub use create::{PersonDraft, check_person, create_person};
pub use grant::{end_post, grant_post};
pub use issue::{Issued, new_password, reset_password, without_password};
pub use list::{PeopleFilter, list_people};
pub use set_active::set_active;

pub(crate) use find::holds;
