//! How dark the cells of the next thirty days are.

/// How dark a cell is, 0 to 4, against the highest number shown.
#[must_use]
pub fn level(number: usize, highest: usize) -> usize {
    if number == 0 {
        0
    } else {
        1 + (number * 3).div_ceil(highest.max(1)).min(3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_darkest_cell_is_the_highest_number() {
        assert_eq!(level(0, 5), 0);
        assert_eq!(level(5, 5), 4);
        assert!(level(1, 20) >= 1);
    }
}
