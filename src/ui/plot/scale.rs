//! Where numbers lie. Whole pixels are enough, and whole numbers have no rounding to explain.

/// Round numbers from 0 to at least `highest`, `steps` of them or fewer after 0.
#[must_use]
pub fn ticks(highest: u32, steps: u32) -> Vec<u32> {
    let rough = highest.max(1).div_ceil(steps.max(1));
    let mut power: u32 = 1;
    while let Some(next) = power.checked_mul(10).filter(|next| *next <= rough) {
        power = next;
    }
    let step = [1, 2, 5, 10]
        .into_iter()
        .map(|of| power.saturating_mul(of))
        .find(|step| *step >= rough)
        .unwrap_or(rough);
    let last = highest.max(1).div_ceil(step);
    (0..=last).map(|n| n.saturating_mul(step)).collect()
}

/// How far along `length` a value lies when `highest` lies at its end, to the nearest pixel.
#[must_use]
pub fn along(value: u32, highest: u32, length: u32) -> u32 {
    let (value, highest, length) = (
        u64::from(value),
        u64::from(highest.max(1)),
        u64::from(length),
    );
    let place = (value.min(highest) * length + highest / 2) / highest;
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// How dark a share is, 0 for none of it to 4 for more than three quarters.
#[must_use]
pub fn shade(part: u32, whole: u32) -> u32 {
    if part == 0 {
        return 0;
    }
    let quarter = (u64::from(part) * 4).div_ceil(u64::from(whole.max(1)));
    u32::try_from(quarter.min(4)).unwrap_or(4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn ticks_are_round_and_reach_the_highest() {
        assert_eq!(ticks(0, 4), [0, 1]);
        assert_eq!(ticks(3, 4), [0, 1, 2, 3]);
        assert_eq!(ticks(10, 4), [0, 5, 10]);
        assert_eq!(ticks(100, 5), [0, 20, 40, 60, 80, 100]);
        for highest in 0..2000 {
            let ticks = ticks(highest, 5);
            let (first, last) = (ticks[0], ticks[ticks.len() - 1]);
            assert!(
                first == 0 && last >= highest && ticks.len() <= 6,
                "{highest} {ticks:?}"
            );
        }
    }

    #[test]
    fn values_lie_between_the_ends() {
        assert_eq!(along(0, 10, 200), 0);
        assert_eq!(along(5, 10, 200), 100);
        assert_eq!(along(10, 10, 200), 200);
        assert_eq!(along(11, 10, 200), 200, "never beyond");
        assert_eq!(along(1, 0, 200), 200, "nothing is highest");
        assert_eq!(along(1, 3, 100), 33);
    }

    #[test]
    fn shades_go_by_quarters() {
        let shades: Vec<u32> = [0, 1, 25, 26, 50, 75, 76, 100]
            .into_iter()
            .map(|part| shade(part, 100))
            .collect();
        assert_eq!(shades, [0, 1, 1, 2, 2, 3, 4, 4]);
    }
}
