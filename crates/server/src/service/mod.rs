//! What the application does, one service per verb; handlers only translate HTTP into calls of
//! these and back.

mod acting_post;
pub mod today;
pub mod inbox;
pub(crate) mod clean_body;
pub mod article;
pub mod departments;
pub mod evidence;
pub mod freshness;
pub mod people;

pub use acting_post::post_for;
