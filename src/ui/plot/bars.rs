//! Bars side by side: how much there is on each day.

use leptos::prelude::*;

use super::scale::{along, ticks};

const STEP: u32 = 34;
const LEFT: u32 = 36;
const TOP: u32 = 24;
const HEIGHT: u32 = 180;
const FOOT: u32 = 44;

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// How much.
    pub value: u32,
    /// Below it.
    pub label: String,
    /// A second line below it.
    pub mark: String,
    /// Whether it is hatched: a day off.
    pub quiet: bool,
}

/// Width and height of so many bars.
impl Bar {
    /// The size of the drawing.
    #[must_use]
    pub fn size(bars: usize) -> (u32, u32) {
        let bars = u32::try_from(bars).unwrap_or(u32::MAX);
        (LEFT + bars.saturating_mul(STEP) + 8, TOP + HEIGHT + FOOT)
    }
}

/// The drawing.
#[component]
pub fn Bars(
    /// From left to right.
    bars: Vec<Bar>,
) -> impl IntoView {
    let highest = bars.iter().map(|bar| bar.value).max().unwrap_or_default();
    let ticks = ticks(highest, 4);
    let top = ticks.last().copied().unwrap_or(1);
    let (width, _) = Bar::size(bars.len());
    let grid = ticks
        .into_iter()
        .map(|tick| {
            let y = TOP + HEIGHT - along(tick, top, HEIGHT);
            view! {
                <line class="plot__grid" x1=LEFT x2=width y1=y y2=y />
                <text class="plot__text plot__text--end" x=LEFT - 6 y=y + 4>
                    {tick}
                </text>
            }
        })
        .collect_view();
    let drawn = (0..)
        .zip(bars)
        .map(|(index, bar): (u32, Bar)| {
            let x = LEFT + index * STEP;
            let tall = along(bar.value, top, HEIGHT);
            let y = TOP + HEIGHT - tall;
            let middle = x + STEP / 2;
            view! {
                {bar
                    .quiet
                    .then(|| {
                        view! {
                            <rect class="plot__quiet" x=x y=TOP width=STEP height=HEIGHT />
                        }
                    })}
                <rect class="plot__bar" x=x + 5 y=y width=STEP - 10 height=tall />
                {(bar.value > 0)
                    .then(|| {
                        view! {
                            <text class="plot__text plot__text--middle" x=middle y=y - 5>
                                {bar.value}
                            </text>
                        }
                    })}
                <text class="plot__text plot__text--middle" x=middle y=TOP + HEIGHT + 17>
                    {bar.label}
                </text>
                <text class="plot__text plot__text--middle plot__text--muted" x=middle y=TOP + HEIGHT + 35>
                    {bar.mark}
                </text>
            }
        })
        .collect_view();
    view! {
        <g>{grid}</g>
        <g>{drawn}</g>
    }
}
