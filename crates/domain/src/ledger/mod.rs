//! 台账: append-only lines, chained with SM3 from the first.
//!
//! Each line is hashed together with the hash of the line before, so that whoever alters one line
//! would have to rewrite all that follow. What no chain can show by itself is a tail cut off: for
//! that the [`Verifier`] is given the end of the chain as it is kept elsewhere.

mod act;
mod line;
mod verify;
mod words;

pub use act::LedgerAct;
pub use line::{GENESIS, LedgerLine, to_milliseconds};
pub use verify::{Fault, FaultKind, StoredLine, Verified, Verifier};
