//! How large a file is, in words.

const KB: u64 = 1024;
const MB: u64 = 1024 * KB;
const GB: u64 = 1024 * MB;

/// `12 KB`, `3.4 MB`, `1.2 GB`: kilobytes rounded up, the others to one place, cut off.
#[must_use]
pub fn file_size(bytes: u64) -> String {
    let tenths = |unit: u64, name: &str| {
        let (whole, rest) = (bytes / unit, bytes % unit);
        format!("{whole}.{} {name}", rest / (unit / KB) * 10 / KB)
    };
    match bytes {
        GB.. => tenths(GB, "GB"),
        MB.. => tenths(MB, "MB"),
        _ => format!("{} KB", bytes.div_ceil(KB)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_the_unit_that_fits() {
        for (bytes, words) in [
            (0, "0 KB"),
            (1, "1 KB"),
            (MB - 1, "1024 KB"),
            (MB, "1.0 MB"),
            (12 * MB + 300 * KB, "12.2 MB"),
            (GB + GB / 2, "1.5 GB"),
            (u64::MAX, "17179869183.9 GB"),
        ] {
            assert_eq!(file_size(bytes), words);
        }
    }
}
