//! Plots of our own, drawn as SVG: small, printable, each with a table behind it. Nothing in them is
//! told by colour alone: numbers, shapes and dashes say it too.

mod bars;
mod figure;
mod heat;
mod lines;
mod room;
mod scale;
mod stacks;

pub use bars::{Bar, bars};
pub use figure::Figure;
pub use heat::{HeatCell, HeatRow, heat};
pub use lines::{Line, lines};
pub use room::{Drawing, Room};
pub use stacks::{StackRow, stacks};
