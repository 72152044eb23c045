//! 委托代办: making, ending and listing delegations. What they give is read by
//! `crate::session::standing_in` at the moment of each act.

mod choices;
mod create;
mod end;
mod expire;
mod line;
mod list;
mod pass;
mod standing;

pub use choices::choices;
pub use create::create;
pub use end::end;
pub use expire::expire;
pub use list::list;
pub use standing::{Standing, standing};

pub(crate) use end::end_with;
pub(crate) use pass::pass_to;
