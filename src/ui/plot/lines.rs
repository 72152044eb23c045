//! Lines over time, per cent from 0 to 100.

use leptos::prelude::*;

use super::room::{Drawing, Room};
use super::scale::along;

const TOP: u32 = 26;
const HEIGHT: u32 = 200;
const FOOT: u32 = 52;
/// The figures of the axis.
const LEFT: u32 = 42;
/// From either end of the axis to the nearest point: its figure and its label are at most twice as
/// wide, and would lie on the figures of the axis or beside the drawing.
const INSET: u32 = 18;
const INSET_RIGHT: u32 = 22;
/// So near to each other, points have no room for `94.7%`: the axis says what it is of.
const NEAR: u32 = 48;
/// Per thousand.
const WHOLE: u32 = 1000;

/// A line: its points in the order of the labels, per thousand; `None` where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is of.
    pub name: String,
    /// Its points.
    pub points: Vec<Option<u32>>,
}

impl Line {
    /// The shape of the points of the n-th line, in words.
    #[must_use]
    pub const fn shape(number: usize) -> &'static str {
        match number {
            0 => "●",
            1 => "■",
            _ => "▲",
        }
    }
}

/// What stands below a point, in two lines.
pub type Label = (String, String);

/// The drawings, at most three lines. Lines differ by the shape of their points and by their dashes.
#[must_use]
pub fn lines(labels: &[Label], lines: &[Line]) -> Vec<Drawing> {
    let rooms = Room::ALL.into_iter();
    rooms.map(|room| drawing(labels, lines, room)).collect()
}

fn drawing(labels: &[Label], lines: &[Line], room: Room) -> Drawing {
    let points = u32::try_from(labels.len()).unwrap_or(u32::MAX);
    let steps = points.saturating_sub(1).max(1);
    let step = (room.width() - LEFT - INSET - INSET_RIGHT) / steps;
    let right = LEFT + INSET + steps * step + INSET_RIGHT;
    let x = move |index: u32| LEFT + INSET + index * step;
    let grid = (0..=5)
        .map(|fifth: u32| {
            let y = TOP + HEIGHT - along(fifth, 5, HEIGHT);
            view! {
                <line class="plot__grid" x1=LEFT x2=right y1=y y2=y />
                <text class="plot__text plot__text--end" x=LEFT - 8 y=y + 4>
                    {format!("{}%", fifth * 20)}
                </text>
            }
        })
        .collect_view();
    let names = (0..)
        .zip(labels)
        .map(|(index, (upper, lower))| {
            view! {
                <text class="plot__text plot__text--middle" x=x(index) y=TOP + HEIGHT + 22>
                    {upper.clone()}
                </text>
                <text class="plot__text plot__text--middle" x=x(index) y=TOP + HEIGHT + 40>
                    {lower.clone()}
                </text>
            }
        })
        .collect_view();
    let drawn = lines
        .iter()
        .enumerate()
        .map(|(number, line)| drawn(number, line, x))
        .collect_view();
    let unit = if step < NEAR { "" } else { "%" };
    let figures = (0..)
        .zip(0..labels.len())
        .map(|(index, point)| figures(lines, point, x(index), unit))
        .collect_view();
    Drawing {
        room,
        width: right,
        height: TOP + HEIGHT + FOOT,
        shapes: view! {
            <g>{grid}</g>
            <g>{names}</g>
            <g>{drawn}</g>
            <g>{figures}</g>
        }
        .into_any(),
    }
}

fn drawn<X: Fn(u32) -> u32>(number: usize, line: &Line, x: X) -> impl IntoView + use<X> {
    let places: Vec<Option<(u32, u32)>> = (0..)
        .zip(&line.points)
        .map(|(index, point)| Some((x(index), height(point.as_ref().copied()?))))
        .collect();
    let path = path(&places);
    let points = places
        .into_iter()
        .flatten()
        .map(|(x, y)| {
            view! {
                <text class="plot__shape plot__text--middle" x=x y=y + 5>
                    {Line::shape(number)}
                </text>
            }
        })
        .collect_view();
    view! {
        <g class=format!("plot__series plot__series--{number}")>
            <path class="plot__line" d=path />
            {points}
        </g>
    }
}

/// Where a value lies.
fn height(value: u32) -> u32 {
    TOP + HEIGHT - along(value, WHOLE, HEIGHT)
}

/// The values at a point: the highest is said above it, others below, so that they do not lie on each
/// other.
fn figures(lines: &[Line], point: usize, x: u32, unit: &'static str) -> impl IntoView + use<> {
    let value = |line: &Line| line.points.get(point).copied().flatten();
    let mut values: Vec<u32> = lines.iter().filter_map(value).collect();
    values.sort_unstable();
    values.dedup();
    let highest = values.last().copied();
    values
        .into_iter()
        .map(|value| {
            let y = height(value);
            let y = if Some(value) == highest {
                y - 10
            } else {
                y + 20
            };
            view! {
                <text class="plot__text plot__text--middle plot__text--over" x=x y=y>
                    {figure(value)}
                    {unit}
                </text>
            }
        })
        .collect_view()
}

/// A value per thousand as per cent; all of them needs no decimal.
fn figure(value: u32) -> String {
    match value {
        WHOLE => "100".to_owned(),
        _ => format!("{}.{}", value / 10, value % 10),
    }
}

/// The way from point to point; it begins anew after a gap.
fn path(places: &[Option<(u32, u32)>]) -> String {
    let mut path = String::new();
    let mut drawing = false;
    for place in places {
        let Some((x, y)) = place else {
            drawing = false;
            continue;
        };
        path.push(if drawing { 'L' } else { 'M' });
        path.push_str(&format!("{x} {y}"));
        drawing = true;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::path;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_gap_is_not_bridged() {
        let places = [Some((0, 5)), Some((10, 6)), None, Some((30, 7))];
        assert_eq!(path(&places), "M0 5L10 6M30 7");
        assert_eq!(path(&[]), "");
    }
}
