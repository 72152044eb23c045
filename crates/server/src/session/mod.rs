//! Who is asking: sessions, the person behind one, and requests that write.

mod delegated;
mod file_request;
mod load;
mod signed_in;
mod store;
mod watching;
mod write_request;

pub use delegated::{StandIn, delegated_to, span_of, standing_in};
pub use file_request::FileRequest;
pub use load::{posts_of, session_view};
pub(crate) use signed_in::session_problem;
pub use signed_in::{AnyPassword, SignedIn};
pub use store::{DatabaseStore, end_expired};
pub use watching::Watching;
pub use write_request::{Idempotency, WriteRequest};

/// Key of the session record that names the person.
pub const PERSON: &str = "person";

/// What a session remembers.
#[derive(Clone, Copy, Debug, serde::Serialize, serde::Deserialize)]
pub struct Remembered {
    /// The person.
    pub person_id: i64,
    /// The person's epoch at sign-in; a later one ends the session.
    pub epoch: i32,
    /// When it was last used, milliseconds since 1970.
    pub seen_at: i64,
}
