//! Rows on sheets.

/// Which rows stand on which sheet: as many as fit, at least one, in order. Heights and the room on
/// a sheet are in the same unit.
#[must_use]
pub fn paginate(heights: &[f64], room: f64) -> Vec<std::ops::Range<usize>> {
    let mut sheets = Vec::new();
    let (mut start, mut used) = (0, 0.0);
    for (index, height) in heights.iter().enumerate() {
        if index > start && used + height > room {
            sheets.push(start..index);
            (start, used) = (index, 0.0);
        }
        used += height;
    }
    if start < heights.len() {
        sheets.push(start..heights.len());
    }
    sheets
}

#[cfg(test)]
mod tests {
    use super::paginate;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn every_row_stands_on_one_sheet_and_none_is_overfull() {
        assert!(paginate(&[], 10.0).is_empty());
        assert_eq!(paginate(&[4.0, 4.0, 4.0, 2.0], 10.0), [0..2, 2..4]);
        assert_eq!(paginate(&[25.0, 1.0, 9.0, 1.0], 10.0), [0..1, 1..3, 3..4]);
        assert_eq!(paginate(&[5.0, 5.0], 10.0).len(), 1);
    }
}
