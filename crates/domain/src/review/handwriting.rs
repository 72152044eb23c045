//! A handwritten signature: lines in a box, as SVG path data. Never required, and no proof of
//! anything by itself: who signed is what the session and the ledger say.

/// Width of the box in which a signature is drawn.
pub const HANDWRITING_WIDTH: u32 = 600;
/// Height of the box.
pub const HANDWRITING_HEIGHT: u32 = 200;
/// Largest signature, in bytes.
pub const HANDWRITING_MAX_BYTES: usize = 20_000;

/// What is wrong with a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandwritingProblem {
    /// More than [`HANDWRITING_MAX_BYTES`].
    TooLarge,
    /// Something else than `M`, `L` and `C` with whole numbers inside the box.
    Malformed,
}

impl HandwritingProblem {
    /// What is wrong and how to mend it, in Chinese.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::TooLarge => "手写签名笔画过多，请清除后重签",
            Self::Malformed => "手写签名无法识别，请清除后重签",
        }
    }
}

/// Path data as it is stored: `M`, `L` and `C`, absolute, each followed by as many whole numbers as
/// it takes, inside the box of [`HANDWRITING_WIDTH`] × [`HANDWRITING_HEIGHT`], one blank between
/// numbers. Nothing else passes, so it can be shown as an attribute of an SVG path. `None` for an
/// empty pad.
///
/// # Errors
/// The first thing that is wrong.
pub fn clean_handwriting(path: &str) -> Result<Option<String>, HandwritingProblem> {
    if path.len() > HANDWRITING_MAX_BYTES {
        return Err(HandwritingProblem::TooLarge);
    }
    let mut cleaned = String::with_capacity(path.len());
    let mut rest = path.trim();
    while let Some(command) = rest.chars().next() {
        let numbers = match command {
            'M' | 'L' => 2,
            'C' => 6,
            _ => return Err(HandwritingProblem::Malformed),
        };
        if cleaned.is_empty() && command != 'M' {
            return Err(HandwritingProblem::Malformed);
        }
        rest = &rest[1..];
        cleaned.push(command);
        for index in 0..numbers {
            let (number, after) = coordinate(rest, index % 2 == 0)?;
            if index > 0 {
                cleaned.push(' ');
            }
            cleaned.push_str(&number.to_string());
            rest = after;
        }
        rest = rest.trim_start_matches([' ', ',']);
    }
    Ok((!cleaned.is_empty()).then_some(cleaned))
}

fn coordinate(text: &str, horizontal: bool) -> Result<(u32, &str), HandwritingProblem> {
    let text = text.trim_start_matches([' ', ',']);
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let most = if horizontal {
        HANDWRITING_WIDTH
    } else {
        HANDWRITING_HEIGHT
    };
    text[..end]
        .parse::<u32>()
        .ok()
        .filter(|number| *number <= most)
        .map(|number| (number, &text[end..]))
        .ok_or(HandwritingProblem::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_curves_pass_in_one_form() {
        let stored = "M1 2L3 4C5 6 7 8 600 200".to_owned();
        assert_eq!(
            clean_handwriting(" M1,2 L 3 4 C5 6 7 8 600 200 "),
            Ok(Some(stored))
        );
        let once = "M0 0L1 1".to_owned();
        assert_eq!(clean_handwriting(&once), Ok(Some(once)));
        assert_eq!(clean_handwriting("  "), Ok(None));
    }

    #[test]
    fn whatever_is_not_a_line_in_the_box_is_refused() {
        for wrong in [
            "L1 1",
            "M1",
            "M1 2 3",
            "M601 0",
            "M0 201",
            "M-1 0",
            "M1.5 2",
            "m1 2",
            "M1 2Z",
            "M1 2A1 1 0 0 0 1 1",
            "M1 2\"/><script>",
            "M99999999999 1",
            "签",
        ] {
            assert_eq!(
                clean_handwriting(wrong),
                Err(HandwritingProblem::Malformed),
                "{wrong}"
            );
        }
        let long = "M1 1".repeat(HANDWRITING_MAX_BYTES / 4 + 1);
        assert_eq!(clean_handwriting(&long), Err(HandwritingProblem::TooLarge));
    }
}
