//! Lying bars of several parts.

use leptos::prelude::*;

use super::scale::along;

const NAME: u32 = 230;
const LENGTH: u32 = 460;
const TALL: u32 = 34;
const RIGHT: u32 = 90;

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

impl StackRow {
    /// The size of the drawing.
    #[must_use]
    pub fn size(rows: usize) -> (u32, u32) {
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        (NAME + LENGTH + RIGHT, rows.saturating_mul(TALL) + 8)
    }
}

/// The drawing; parts differ by number and by shade.
#[component]
pub fn Stacks(
    /// From top to bottom.
    rows: Vec<StackRow>,
) -> impl IntoView {
    let highest = rows
        .iter()
        .map(|row| row.parts.iter().sum::<u32>())
        .max()
        .unwrap_or_default();
    (0..)
        .zip(rows)
        .map(|(index, row): (u32, StackRow)| {
            let y = 4 + index * TALL;
            let mut before = 0;
            let mut end = NAME;
            let parts = row
                .parts
                .iter()
                .enumerate()
                .map(|(number, part)| {
                    let x = NAME + along(before, highest, LENGTH);
                    before += part;
                    end = NAME + along(before, highest, LENGTH);
                    let wide = end - x;
                    (*part > 0).then(|| {
                        view! {
                            <rect
                                class=format!("plot__cell plot__cell--{}", number + 1)
                                x=x
                                y=y
                                width=wide
                                height=TALL - 8
                            />
                            <text
                                class=format!(
                                    "plot__text plot__text--middle plot__cell-text--{}",
                                    number + 1,
                                )
                                x=x + wide / 2
                                y=y + TALL / 2
                            >
                                {*part}
                            </text>
                        }
                    })
                })
                .collect_view();
            view! {
                <text class="plot__text plot__text--end" x=NAME - 10 y=y + TALL / 2>
                    {row.name}
                </text>
                {parts}
                <text class="plot__text plot__text--muted" x=end + 8 y=y + TALL / 2>
                    {row.note}
                </text>
            }
        })
        .collect_view()
}
