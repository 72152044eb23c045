//! How much work a comparison may be.

/// Steps of one comparison: a 200 KB body that was rewritten stays under 100 ms.
const STEPS: usize = 4_000_000;

/// What is left of the work that may be done.
pub(super) struct Budget {
    left: usize,
    /// Whether something was compared more coarsely for want of it.
    pub(super) coarse: bool,
}

impl Budget {
    pub(super) const fn new() -> Self {
        Self {
            left: STEPS,
            coarse: false,
        }
    }

    /// Takes so many steps; `false`, and nothing taken, where they are not left.
    pub(super) const fn take(&mut self, steps: usize) -> bool {
        if steps > self.left {
            return false;
        }
        self.left -= steps;
        true
    }
}
