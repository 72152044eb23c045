//! What the tests stand on.
//!
//! ```ignore
//! let server = TestServer::start().await;
//! let officer = server.officer("县财政局").await;
//! let reply = officer.get(path::TODAY).await.ok();
//! assert_eq!(reply.json["total"], 0);
//! ```
//!
//! The site is made from the shipped table, has no publications, and has staff in the departments
//! of `people::STAFFED`: officer, section head and leader, besides a coordinator and the three
//! administrators. Asking for a post elsewhere fills it. The clock stands at [`opening`] until it
//! is moved.

mod actor;
mod people;
mod reply;
mod server;
mod storage;

pub use actor::{Actor, send};
pub use people::{PASSWORD, hire};
pub use reply::Reply;
pub use server::TestServer;
pub use storage::{Storage, is_postgres, opening};
