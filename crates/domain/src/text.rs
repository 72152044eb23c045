//! Text that people typed: control characters, length, full-width forms.
