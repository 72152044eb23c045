//! Runs in a real browser; natively there is nothing to do.
