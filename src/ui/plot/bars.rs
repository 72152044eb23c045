//! Bars side by side: how much there is on each day.

use leptos::prelude::*;

use super::room::{Drawing, Room};
use super::scale::{along, ticks};

/// A figure of three digits stands on a bar.
const STEP_MIN: u32 = 23;
const STEP_MAX: u32 = 40;
const LEFT: u32 = 36;
const RIGHT: u32 = 4;
const TOP: u32 = 24;
const FOOT: u32 = 62;

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// How much.
    pub value: u32,
    /// Below it.
    pub label: String,
    /// A second line below it.
    pub mark: String,
    /// What it belongs to with those beside it: said once for all of them.
    pub group: String,
    /// Whether its ground is shaded: a day off.
    pub quiet: bool,
}

/// The drawings, from left to right. What does not fit side by side goes on below, in rows of the same
/// scale.
#[must_use]
pub fn bars(bars: &[Bar]) -> Vec<Drawing> {
    let rooms = Room::ALL.into_iter();
    rooms.map(|room| drawing(bars, room)).collect()
}

fn drawing(bars: &[Bar], room: Room) -> Drawing {
    let number = u32::try_from(bars.len()).unwrap_or(u32::MAX).max(1);
    let place = room.width() - LEFT - RIGHT;
    let rows = number.div_ceil(place / STEP_MIN);
    let in_row = number.div_ceil(rows);
    let step = (place / in_row).min(STEP_MAX);
    let tall = if rows == 1 { 180 } else { 120 };
    let highest = bars.iter().map(|bar| bar.value).max().unwrap_or_default();
    let width = LEFT + in_row * step + RIGHT;
    let shapes = (0..)
        .zip(bars.chunks(in_row as usize))
        .map(|(index, bars)| {
            let top = TOP + index * (TOP + tall + FOOT);
            row(bars, highest, (top, tall), step)
        })
        .collect_view()
        .into_any();
    Drawing {
        room,
        width,
        height: rows * (TOP + tall + FOOT),
        shapes,
    }
}

fn row(bars: &[Bar], highest: u32, (top, tall): (u32, u32), step: u32) -> impl IntoView + use<> {
    let base = top + tall;
    let x = move |index: u32| LEFT + index * step;
    let right = x(u32::try_from(bars.len()).unwrap_or_default());
    let quiet = (0..)
        .zip(bars)
        .filter(|(_, bar)| bar.quiet)
        .map(|(index, _)| {
            view! { <rect class="plot__quiet" x=x(index) y=top width=step height=tall /> }
        })
        .collect_view();
    let ticks = ticks(highest, 4);
    let last = ticks.last().copied().unwrap_or(1);
    let grid = ticks
        .into_iter()
        .map(|tick| {
            let y = base - along(tick, last, tall);
            view! {
                <line class="plot__grid" x1=LEFT x2=right y1=y y2=y />
                <text class="plot__text plot__text--end" x=LEFT - 6 y=y + 4>
                    {tick}
                </text>
            }
        })
        .collect_view();
    let groups = groups(bars);
    let drawn = (0..)
        .zip(bars)
        .zip(groups)
        .map(|((index, bar), group)| {
            let high = along(bar.value, last, tall);
            let y = base - high;
            let middle = x(index) + step / 2;
            let over = if bar.quiet { "quiet" } else { "over" };
            view! {
                <rect class="plot__bar" x=x(index) + 4 y=y width=step - 8 height=high />
                {(bar.value > 0)
                    .then(|| {
                        view! {
                            <text
                                class=format!("plot__text plot__text--middle plot__text--{over}")
                                x=middle
                                y=y - 5
                            >
                                {bar.value}
                            </text>
                        }
                    })}
                <text class="plot__text plot__text--middle" x=middle y=base + 17>
                    {bar.label.clone()}
                </text>
                <text class="plot__text plot__text--middle plot__text--muted" x=middle y=base + 35>
                    {bar.mark.clone()}
                </text>
                {group
                    .map(|group| {
                        view! {
                            <text class="plot__text plot__text--middle" x=middle y=base + 53>
                                {group}
                            </text>
                        }
                    })}
            }
        })
        .collect_view();
    view! {
        <g>{quiet}</g>
        <g>{grid}</g>
        <g>{drawn}</g>
    }
}

/// The name of a group at the first bar of it. A group of one bar leaves its place to the next: two
/// names side by side would lie on each other.
fn groups(bars: &[Bar]) -> Vec<Option<String>> {
    let group = |index: usize| bars.get(index).map(|bar| &bar.group);
    (0..bars.len())
        .map(|index| {
            let begins = index == 0 || group(index - 1) != group(index);
            let alone = index + 1 < bars.len() && group(index + 1) != group(index);
            group(index).filter(|_| begins && !alone).cloned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn bar(group: &str) -> Bar {
        Bar {
            value: 1,
            label: String::new(),
            mark: String::new(),
            group: group.to_owned(),
            quiet: false,
        }
    }

    #[test]
    fn every_drawing_has_the_width_of_its_room() {
        for number in [0, 1, 7, 30, 31, 100] {
            for drawing in bars(&vec![bar(""); number]) {
                assert!(drawing.width <= drawing.room.width(), "{number}");
            }
        }
    }

    #[test]
    fn a_group_is_named_once_and_not_beside_another() {
        let said = |of: &[&str]| groups(&of.iter().map(|one| bar(one)).collect::<Vec<_>>());
        let some = |of: &str| Some(of.to_owned());
        assert_eq!(said(&["甲", "甲", "乙"]), [some("甲"), None, some("乙")]);
        assert_eq!(said(&["甲", "乙", "乙"]), [None, some("乙"), None]);
        assert_eq!(said(&[]), []);
    }
}
