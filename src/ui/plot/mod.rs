//! Plots of our own, drawn as SVG: small, printable, each with a table behind it. Nothing in them is
//! told by colour alone: numbers, shapes and dashes say it too.

mod bars;
mod figure;
mod heat;
mod lines;
mod scale;
mod stacks;

pub use bars::{Bar, Bars};
pub use figure::Figure;
pub use heat::{Heat, HeatCell, HeatRow};
pub use lines::{Line, Lines};
pub use stacks::{StackRow, Stacks};
