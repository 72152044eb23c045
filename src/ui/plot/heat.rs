//! A heat map: rows by columns, each cell with its numbers.

use leptos::prelude::*;

use super::room::{Drawing, Room, widest};
use super::scale::shade;

/// As wide as the figures of a cell, `12/34`, and the space between cells.
const WIDE_MIN: u32 = 46;
const WIDE_MAX: u32 = 68;
const TALL: u32 = 30;
const EDGE: u32 = 4;

/// A cell: how much of how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeatCell {
    /// What it is about: the more, the darker.
    pub part: u32,
    /// Of so many; 0 for a cell that is empty.
    pub whole: u32,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatRow {
    /// Its name.
    pub name: String,
    /// Its cells.
    pub cells: Vec<HeatCell>,
}

/// The drawings. What is too wide for a telephone stays as wide as for a tablet and scrolls: a map in
/// pieces is none.
#[must_use]
pub fn heat(columns: &[String], rows: &[HeatRow]) -> Vec<Drawing> {
    let rooms = [Room::Wide, Room::Full].into_iter();
    rooms.map(|room| drawing(columns, rows, room)).collect()
}

fn drawing(columns: &[String], rows: &[HeatRow], room: Room) -> Drawing {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let head = widest(columns.iter().map(String::as_str)) + 12;
    let names = widest(rows.iter().map(|row| row.name.as_str())) + 14;
    let place = room.width().saturating_sub(names + EDGE);
    let wide = place / number(columns.len()).max(1);
    let wide = wide.clamp(WIDE_MIN, WIDE_MAX);
    let heads = (0..)
        .zip(columns)
        .map(|(index, name): (u32, &String)| {
            let x = names + index * wide + wide / 2;
            view! {
                <text class="plot__text plot__text--upright" x=x y=head - 8>
                    {name.clone()}
                </text>
            }
        })
        .collect_view();
    let drawn = (0..)
        .zip(rows)
        .map(|(index, row)| row_of(row, (names, head + index * TALL), wide))
        .collect_view();
    Drawing {
        room,
        width: names + number(columns.len()).saturating_mul(wide) + EDGE,
        height: head + number(rows.len()).saturating_mul(TALL) + EDGE,
        shapes: view! {
            <g>{heads}</g>
            <g>{drawn}</g>
        }
        .into_any(),
    }
}

fn row_of(row: &HeatRow, (left, y): (u32, u32), wide: u32) -> impl IntoView + use<> {
    let cells = (0..)
        .zip(&row.cells)
        .filter(|(_, cell)| cell.whole > 0)
        .map(|(column, cell): (u32, &HeatCell)| {
            let x = left + column * wide;
            let level = shade(cell.part, cell.whole);
            view! {
                <rect
                    class=format!("plot__cell plot__cell--{level}")
                    x=x
                    y=y
                    width=wide - 3
                    height=TALL - 3
                    rx="3"
                />
                <text
                    class=format!("plot__text plot__text--middle plot__cell-text--{level}")
                    x=x + wide / 2 - 1
                    y=y + TALL / 2 + 4
                >
                    {if cell.part == 0 {
                        cell.whole.to_string()
                    } else {
                        format!("{}/{}", cell.part, cell.whole)
                    }}
                </text>
            }
        })
        .collect_view();
    view! {
        <text class="plot__text plot__text--end" x=left - 10 y=y + TALL / 2 + 4>
            {row.name.clone()}
        </text>
        {cells}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_head_is_as_high_as_the_longest_name() {
        let columns = ["政务公开", "盐边县出口芒果质量安全示范区"].map(str::to_owned);
        let row = HeatRow {
            name: "县财政局".to_owned(),
            cells: vec![HeatCell::default(); 2],
        };
        for drawing in heat(&columns, &[row.clone(), row.clone()]) {
            assert!(drawing.height >= 14 * 13 + 8 + 2 * TALL);
        }
    }
}
