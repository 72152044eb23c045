//! The check of the chain. Holds one hash, so that a million lines stream through it.

use super::{GENESIS, LedgerLine};

/// A line with the hashes that are stored beside it.
#[derive(Clone, Copy, Debug)]
pub struct StoredLine<'a> {
    /// The line.
    pub line: &'a LedgerLine,
    /// The stored hash of the line before.
    pub previous_hash: &'a str,
    /// The stored hash of this line.
    pub hash: &'a str,
}

/// What is wrong with the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// Lines are missing from this sequence on.
    Gap,
    /// A line stands where it does not belong: twice, or after a later one.
    OutOfOrder,
    /// The content, or the stored hash, was altered: the one does not give the other.
    ContentAltered,
    /// The line was rewritten together with its hash; the next line still holds the old one.
    ChainBroken,
    /// Content and hash are as they were; the stored hash of the line before was overwritten.
    HashMismatch,
    /// The last line is not the one that the head of the ledger names.
    HeadMismatch,
}

/// The first fault of a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The sequence of the first line that was altered or is missing.
    pub sequence: i64,
    /// What is wrong with it.
    pub kind: FaultKind,
}

impl Fault {
    /// What is wrong, in Chinese, with the number of the line.
    #[must_use]
    pub fn message(self) -> String {
        let n = self.sequence;
        match self.kind {
            FaultKind::Gap => format!("从第 {n} 条起有记录缺失"),
            FaultKind::OutOfOrder => format!("第 {n} 条记录重复或次序不对"),
            FaultKind::ContentAltered => format!("第 {n} 条记录的内容或校验值被改动"),
            FaultKind::ChainBroken => {
                format!("第 {n} 条记录连同校验值被改写，与后一条记录不衔接")
            }
            FaultKind::HashMismatch => format!("第 {n} 条记录保存的前一条校验值被改动"),
            FaultKind::HeadMismatch => format!("第 {n} 条记录与台账末尾登记的校验值不一致"),
        }
    }
}

/// What was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many lines were checked.
    pub lines: i64,
    /// The hash of the last line, [`GENESIS`] for an empty ledger.
    pub last_hash: String,
}

/// Checks lines one at a time, in ascending sequence as stored.
#[derive(Clone, Debug)]
pub struct Verifier {
    checked: i64,
    last_sequence: i64,
    last_hash: String,
    fault: Option<Fault>,
}

impl Default for Verifier {
    fn default() -> Self {
        Self::new()
    }
}

impl Verifier {
    /// Begins at the first line of a site.
    #[must_use]
    pub fn new() -> Self {
        Self::after(0, GENESIS)
    }

    /// Goes on after a line that was checked before: its sequence and its hash.
    #[must_use]
    pub fn after(sequence: i64, hash: &str) -> Self {
        Self {
            checked: 0,
            last_sequence: sequence,
            last_hash: hash.to_owned(),
            fault: None,
        }
    }

    /// Checks the next line.
    ///
    /// # Errors
    /// The first fault of the ledger. Once there is one, every later call returns it again.
    pub fn feed(&mut self, stored: StoredLine<'_>) -> Result<(), Fault> {
        if self.fault.is_none() {
            self.fault = self.find_fault(stored);
        }
        match self.fault {
            Some(fault) => Err(fault),
            None => {
                self.checked += 1;
                self.last_sequence = stored.line.sequence;
                self.last_hash.clear();
                self.last_hash.push_str(stored.hash);
                Ok(())
            }
        }
    }

    /// Ends the check. `head` is the end of the ledger as kept apart from the lines, sequence and
    /// hash; only with it does a tail that was cut off show.
    ///
    /// # Errors
    /// The first fault of the ledger.
    pub fn finish(self, head: Option<(i64, &str)>) -> Result<Verified, Fault> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        if let Some((sequence, hash)) = head {
            if self.last_sequence < sequence {
                return Err(Fault {
                    sequence: self.last_sequence + 1,
                    kind: FaultKind::Gap,
                });
            }
            if self.last_sequence > sequence || self.last_hash != hash {
                return Err(Fault {
                    sequence: self.last_sequence,
                    kind: FaultKind::HeadMismatch,
                });
            }
        }
        Ok(Verified {
            lines: self.checked,
            last_hash: self.last_hash,
        })
    }

    fn find_fault(&self, stored: StoredLine<'_>) -> Option<Fault> {
        let sequence = stored.line.sequence;
        let expected = self.last_sequence + 1;
        if sequence > expected {
            return Some(Fault {
                sequence: expected,
                kind: FaultKind::Gap,
            });
        }
        if sequence < expected {
            return Some(Fault {
                sequence,
                kind: FaultKind::OutOfOrder,
            });
        }
        let fits = stored.line.hash(&self.last_hash) == stored.hash;
        let linked = stored.previous_hash == self.last_hash;
        match (linked, fits) {
            (true, true) => None,
            (true, false) => Some(Fault {
                sequence,
                kind: FaultKind::ContentAltered,
            }),
            (false, true) => Some(Fault {
                sequence,
                kind: FaultKind::HashMismatch,
            }),
            // Sound by itself but chained to another line before: that one was rewritten.
            (false, false)
                if self.checked > 0 && stored.line.hash(stored.previous_hash) == stored.hash =>
            {
                Some(Fault {
                    sequence: sequence - 1,
                    kind: FaultKind::ChainBroken,
                })
            }
            (false, false) => Some(Fault {
                sequence,
                kind: FaultKind::ContentAltered,
            }),
        }
    }
}
