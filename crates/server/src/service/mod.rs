//! What the application does, one service per verb; handlers only translate HTTP into calls of
//! these and back.

mod acting_post;
pub mod article;
pub(crate) mod clean_body;
pub mod departments;
pub mod evidence;
pub mod freshness;
pub mod inbox;
pub mod keeping;
pub mod people;
pub mod today;

pub use acting_post::post_for;
