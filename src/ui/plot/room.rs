//! What room there is: a plot is drawn once for each, and the page shows the one that fits its box. The styles decide, not a
//! measurement, so that paper gets its own as well.

use leptos::prelude::*;

/// So wide is the box at least, in the drawing's units: sixteen are 1rem, so that a drawing grows with
/// the letters. The same numbers stand in style/ui/plot.css.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// A telephone with large letters.
    Slim,
    /// A telephone.
    Narrow,
    /// A large telephone.
    Middle,
    /// A telephone held across, or a tablet with large letters.
    Broad,
    /// A tablet, or paper.
    Wide,
    /// A PC.
    Full,
}

impl Room {
    /// From the narrowest.
    pub const ALL: [Self; 6] = [
        Self::Slim,
        Self::Narrow,
        Self::Middle,
        Self::Broad,
        Self::Wide,
        Self::Full,
    ];

    /// How wide a drawing may be.
    #[must_use]
    pub const fn width(self) -> u32 {
        match self {
            Self::Slim => 228,
            Self::Narrow => 284,
            Self::Middle => 392,
            Self::Broad => 560,
            Self::Wide => 736,
            Self::Full => 1000,
        }
    }

    /// As the styles call it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Slim => "slim",
            Self::Narrow => "narrow",
            Self::Middle => "middle",
            Self::Broad => "broad",
            Self::Wide => "wide",
            Self::Full => "full",
        }
    }
}

/// A plot, drawn for some room.
pub struct Drawing {
    /// For which.
    pub room: Room,
    /// Its width, in its own units.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// What is drawn.
    pub shapes: AnyView,
}

/// So many units a letter of a plot is high, and a Chinese one wide.
const LETTER: usize = 13;

/// At most so wide is a text.
#[must_use]
pub fn text_width(text: &str) -> u32 {
    let eighths: usize = text.chars().map(|c| if c.is_ascii() { 5 } else { 8 }).sum();
    u32::try_from((eighths * LETTER).div_ceil(8)).unwrap_or(u32::MAX)
}

/// The widest of some texts.
#[must_use]
pub fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> u32 {
    texts.map(text_width).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_chinese_letter_is_as_wide_as_high() {
        assert_eq!(text_width(""), 0);
        assert_eq!(text_width("盐边县出口芒果质量安全示范区"), 14 * 13);
        assert_eq!(text_width("6月"), 22);
        assert_eq!(widest(["县委", "县财政局"].into_iter()), 52);
    }

    #[test]
    fn rooms_grow() {
        assert!(Room::ALL.is_sorted_by_key(|room| room.width()));
    }
}
