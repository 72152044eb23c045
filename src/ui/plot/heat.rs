//! A heat map: rows by columns, each cell with its numbers.

use leptos::prelude::*;

use super::scale::shade;

const NAME: u32 = 190;
const HEAD: u32 = 172;
const WIDE: u32 = 62;
const TALL: u32 = 30;

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

impl HeatRow {
    /// The size of the drawing.
    #[must_use]
    pub fn size(columns: usize, rows: usize) -> (u32, u32) {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (
            NAME + number(columns).saturating_mul(WIDE) + 4,
            HEAD + number(rows).saturating_mul(TALL) + 4,
        )
    }
}

/// The drawing.
#[component]
pub fn Heat(
    /// The names of the columns.
    columns: Vec<String>,
    /// The rows.
    rows: Vec<HeatRow>,
) -> impl IntoView {
    let heads = (0..)
        .zip(columns)
        .map(|(index, name): (u32, String)| {
            let x = NAME + index * WIDE + WIDE / 2;
            view! {
                <text class="plot__text plot__text--upright" x=x y=HEAD - 8>
                    {name}
                </text>
            }
        })
        .collect_view();
    let rows = (0..)
        .zip(rows)
        .map(|(index, row): (u32, HeatRow)| {
            let y = HEAD + index * TALL;
            let cells = (0..)
                .zip(row.cells)
                .filter(|(_, cell)| cell.whole > 0)
                .map(|(column, cell): (u32, HeatCell)| {
                    let x = NAME + column * WIDE;
                    let level = shade(cell.part, cell.whole);
                    view! {
                        <rect
                            class=format!("plot__cell plot__cell--{level}")
                            x=x
                            y=y
                            width=WIDE - 3
                            height=TALL - 3
                            rx="3"
                        />
                        <text
                            class=format!(
                                "plot__text plot__text--middle plot__cell-text--{level}",
                            )
                            x=x + WIDE / 2 - 1
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
                <text class="plot__text plot__text--end" x=NAME - 10 y=y + TALL / 2 + 4>
                    {row.name}
                </text>
                {cells}
            }
        })
        .collect_view();
    view! {
        <g>{heads}</g>
        <g>{rows}</g>
    }
}
