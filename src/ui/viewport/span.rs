//! Which of many things of one size lie in a window.

use std::ops::Range;

/// Things are made and dropped in steps of so many, so that not every pixel of scrolling does;
/// one step lies ready on each side of the window.
const STEP: usize = 8;

/// The things to be in the document: `count` of them, each `size` long, lie one after the other,
/// and the window begins at `from` and is `extent` long, in the same unit. Before the first and
/// after the last there is nothing; a window beyond the end has the end.
#[must_use]
pub fn span(from: f64, extent: f64, size: f64, count: usize) -> Range<usize> {
    // What is no number, or below nought, becomes nought.
    let step_at = |place: f64| (place.max(0.0) / size) as usize / STEP;
    let last = count.saturating_sub(1) / STEP;
    let first = step_at(from).min(last).saturating_sub(1) * STEP;
    let end = step_at(from + extent)
        .saturating_add(2)
        .saturating_mul(STEP);
    first..end.min(count)
}

#[cfg(test)]
mod tests {
    use super::span;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_window_is_inside_with_a_step_on_each_side() {
        assert_eq!(span(0.0, 400.0, 40.0, 6_500), 0..24);
        assert_eq!(span(4_000.0, 400.0, 40.0, 6_500), 88..120);
        for top in 0..5_000_u32 {
            let top = f64::from(top) * 7.3;
            let span = span(top, 700.0, 44.0, 1_000);
            let (first, last) = ((top / 44.0) as usize, ((top + 700.0) / 44.0) as usize);
            assert!(span.start <= first && last.min(999) < span.end);
            assert!(span.len() <= 40);
        }
    }

    #[test]
    fn ends_are_ends() {
        assert_eq!(span(0.0, 400.0, 40.0, 0), 0..0);
        assert_eq!(span(0.0, 400.0, 40.0, 5), 0..5);
        assert_eq!(span(259_600.0, 400.0, 40.0, 6_500), 6_480..6_500);
        // The list became short while it was scrolled far down.
        assert_eq!(span(250_000.0, 400.0, 40.0, 20), 8..20);
        assert_eq!(span(-50.0, 400.0, 40.0, 100), 0..24);
        assert_eq!(span(f64::NAN, f64::NAN, 40.0, 100), 0..16);
    }
}
