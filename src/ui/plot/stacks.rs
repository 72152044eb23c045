//! Lying bars of several parts.

use leptos::prelude::*;

use super::room::{Drawing, Room, text_width, widest};
use super::scale::along;

const TALL: u32 = 34;
/// A line of text above a bar.
const LINE: u32 = 22;
const END: &str = "plot__text--end";

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackRow {
    /// Its name.
    pub name: String,
    /// Its parts, from left to right.
    pub parts: Vec<u32>,
    /// At its end.
    pub note: String,
}

/// The drawings, from top to bottom; parts differ by number and by shade. Where it is narrow, names and
/// notes stand above the bars, in two lines if they have to.
#[must_use]
pub fn stacks(rows: &[StackRow]) -> Vec<Drawing> {
    let rooms = Room::ALL.into_iter();
    rooms.map(|room| drawing(rows, room)).collect()
}

fn drawing(rows: &[StackRow], room: Room) -> Drawing {
    let whole = |row: &StackRow| row.parts.iter().sum::<u32>();
    let highest = rows.iter().map(whole).max().unwrap_or_default();
    let above = room.width() < Room::Wide.width();
    let width = room.width();
    let (left, right, head) = if above {
        let line = |row: &StackRow| text_width(&row.name) + 12 + text_width(&row.note);
        let over = rows.iter().any(|row| line(row) > width);
        (0, 0, if over { 2 * LINE } else { LINE })
    } else {
        let names = widest(rows.iter().map(|row| row.name.as_str())) + 14;
        let notes = widest(rows.iter().map(|row| row.note.as_str())) + 12;
        (names, notes, 0)
    };
    let length = width.saturating_sub(left + right + 1);
    let tall = head + TALL;
    let shapes = (0..)
        .zip(rows)
        .map(|(index, row)| {
            let y = 4 + index * tall + head;
            let end = left + along(whole(row), highest, length);
            let (name, note) = if above {
                ((0, "", y + 15 - head), (width, END, y - 7))
            } else {
                let middle = y + TALL / 2;
                ((left - 10, END, middle), (end + 8, "", middle))
            };
            view! {
                {words(name, "", &row.name)}
                {parts(row, highest, (left, y), length)}
                {words(note, "plot__text--muted", &row.note)}
            }
        })
        .collect_view()
        .into_any();
    let number = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    Drawing {
        room,
        width,
        height: number.saturating_mul(tall) + 8,
        shapes,
    }
}

fn words((x, anchor, y): (u32, &str, u32), colour: &str, text: &str) -> impl IntoView + use<> {
    view! {
        <text class=format!("plot__text {anchor} {colour}") x=x y=y>
            {text.to_owned()}
        </text>
    }
}

fn parts(
    row: &StackRow,
    highest: u32,
    (left, y): (u32, u32),
    length: u32,
) -> impl IntoView + use<> {
    let mut before = 0;
    (1..)
        .zip(&row.parts)
        .map(|(level, part): (u32, &u32)| {
            let x = left + along(before, highest, length);
            before += part;
            let wide = left + along(before, highest, length) - x;
            (*part > 0).then(|| {
                view! {
                    <rect
                        class=format!("plot__cell plot__cell--{level}")
                        x=x
                        y=y
                        width=wide
                        height=TALL - 8
                    />
                    <text
                        class=format!("plot__text plot__text--middle plot__cell-text--{level}")
                        x=x + wide / 2
                        y=y + TALL / 2
                    >
                        {*part}
                    </text>
                }
            })
        })
        .collect_view()
}
