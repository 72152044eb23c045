//! Lines over time, per cent from 0 to 100.

use leptos::prelude::*;

use super::scale::along;

const LEFT: u32 = 52;
const TOP: u32 = 20;
const HEIGHT: u32 = 200;
const STEP: u32 = 110;
const FOOT: u32 = 34;
const RIGHT: u32 = 40;
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
    /// The size of the drawing for so many points.
    #[must_use]
    pub fn size(points: usize) -> (u32, u32) {
        let steps = u32::try_from(points).unwrap_or(u32::MAX).saturating_sub(1);
        let wide = LEFT + steps.saturating_mul(STEP).max(STEP) + RIGHT;
        (wide, TOP + HEIGHT + FOOT)
    }

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

/// The drawing. Lines differ by the shape of their points and by their dashes.
#[component]
pub fn Lines(
    /// Below the points.
    labels: Vec<String>,
    /// The lines, three at most.
    lines: Vec<Line>,
) -> impl IntoView {
    let (width, _) = Line::size(labels.len());
    let grid = (0..=5)
        .map(|fifth: u32| {
            let y = TOP + HEIGHT - along(fifth, 5, HEIGHT);
            view! {
                <line class="plot__grid" x1=LEFT x2=width - RIGHT y1=y y2=y />
                <text class="plot__text plot__text--end" x=LEFT - 8 y=y + 4>
                    {format!("{}%", fifth * 20)}
                </text>
            }
        })
        .collect_view();
    let names = (0..)
        .zip(labels)
        .map(|(index, label): (u32, String)| {
            view! {
                <text
                    class="plot__text plot__text--middle"
                    x=LEFT + index * STEP
                    y=TOP + HEIGHT + 22
                >
                    {label}
                </text>
            }
        })
        .collect_view();
    let drawn = lines
        .into_iter()
        .enumerate()
        .map(|(number, line)| drawn(number, &line))
        .collect_view();
    view! {
        <g>{grid}</g>
        <g>{names}</g>
        <g>{drawn}</g>
    }
}

fn drawn(number: usize, line: &Line) -> impl IntoView + use<> {
    let places: Vec<Option<(u32, u32, u32)>> = (0..)
        .zip(&line.points)
        .map(|(index, point): (u32, &Option<u32>)| {
            let value = (*point)?;
            Some((
                LEFT + index * STEP,
                TOP + HEIGHT - along(value, WHOLE, HEIGHT),
                value,
            ))
        })
        .collect();
    let path = path(&places);
    // Above the point for the first line, below for others, so that they do not lie on each other.
    let beside = |y: u32| if number == 0 { y - 10 } else { y + 20 };
    let points = places
        .into_iter()
        .flatten()
        .map(|(x, y, value)| {
            view! {
                <text class="plot__shape plot__text--middle" x=x y=y + 5>
                    {Line::shape(number)}
                </text>
                <text class="plot__text plot__text--middle" x=x y=beside(y)>
                    {format!("{}.{}%", value / 10, value % 10)}
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

/// The way from point to point; it begins anew after a gap.
fn path(places: &[Option<(u32, u32, u32)>]) -> String {
    let mut path = String::new();
    let mut drawing = false;
    for place in places {
        let Some((x, y, _)) = place else {
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
        let places = [Some((0, 5, 0)), Some((10, 6, 0)), None, Some((30, 7, 0))];
        assert_eq!(path(&places), "M0 5L10 6M30 7");
        assert_eq!(path(&[]), "");
    }
}
