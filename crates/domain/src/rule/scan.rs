//! The letters of a requirement, folded so that full and half width, white space and control
//! characters make no difference, and a scanner over them that knows numbers and spans of time.

use super::{Limit, Period};

/// A folded character and the bytes of the original that it stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub character: char,
    pub start: usize,
    pub end: usize,
}

/// Stands for every mark that ends a clause: commas, semicolons, full stops, brackets.
pub(super) const BREAK: char = '，';

/// Folds a text: drops what is invisible, full-width letters and digits become half-width, marks
/// that end a clause become [`BREAK`].
pub(super) fn fold(text: &str) -> Vec<Letter> {
    let letters = text.char_indices().filter_map(|(start, original)| {
        let half = match u32::from(original) {
            code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(original),
            _ => original,
        };
        let character = match half {
            ',' | ';' | '(' | ')' | '。' | '（' | '）' => BREAK,
            '､' => '、',
            c if c.is_whitespace() || c.is_control() => return None,
            '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => return None,
            c => c,
        };
        Some(Letter {
            character,
            start,
            end: start + original.len_utf8(),
        })
    });
    letters.collect()
}

/// A span of time as words give it. Days and working days may count from an event; longer units
/// are elapsed time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    WorkingDays(u16),
    Days(u16),
    Long(Period),
}

impl Span {
    /// As a distance between two updates; `None` for working days, which count from an event.
    pub fn period(self) -> Option<Period> {
        match self {
            Self::WorkingDays(_) => None,
            Self::Days(days) => Some(Period::Days(days)),
            Self::Long(period) => Some(period),
        }
    }

    /// As a limit after an event; `None` for months and years.
    pub fn limit(self) -> Option<Limit> {
        match self {
            Self::WorkingDays(days) => Some(Limit::WorkingDays(days)),
            Self::Days(days) | Self::Long(Period::Days(days)) => Some(Limit::CalendarDays(days)),
            Self::Long(Period::Months(_)) => None,
        }
    }
}

/// Reads letters from the left. A method that finds nothing leaves the place as it was.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scanner<'a> {
    rest: &'a [Letter],
}

impl<'a> Scanner<'a> {
    pub fn new(rest: &'a [Letter]) -> Self {
        Self { rest }
    }

    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    pub fn eat(&mut self, word: &str) -> bool {
        let mut letters = self.rest.iter();
        let fits = word
            .chars()
            .all(|c| letters.next().is_some_and(|letter| letter.character == c));
        if fits {
            self.rest = letters.as_slice();
        }
        fits
    }

    /// Eats the first word that fits; longer words must stand before their beginnings.
    pub fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    /// Goes to behind the next occurrence of a word, at least one letter on.
    pub fn skip_to(&mut self, word: &str) -> bool {
        let mut after = *self;
        while let [_, rest @ ..] = after.rest {
            after.rest = rest;
            if after.eat(word) {
                *self = after;
                return true;
            }
        }
        false
    }

    /// A number from 1 to 9,999 in Arabic or Chinese digits.
    pub fn number(&mut self) -> Option<u16> {
        let mut after = *self;
        let digits = after.take_while(|c| c.is_ascii_digit());
        let number = if digits.is_empty() {
            chinese_number(after.take_while(|c| numeral(c).is_some()))
        } else {
            arabic_number(digits)
        };
        let number = number.filter(|number| (1..=9_999).contains(number))?;
        *self = after;
        Some(number)
    }

    /// A number and a unit, e.g. 两周, 3个工作日, 半年, 1年; after 每 the number may be left out.
    /// Up to 10 years. 3月 without 个 is March, and not read.
    pub fn span(&mut self, number_may_lack: bool) -> Option<Span> {
        if self.eat_any(&["半年"]) {
            return Some(Span::Long(Period::Months(6)));
        }
        if self.eat_any(&["半个月", "半月"]) {
            return Some(Span::Long(Period::Days(15)));
        }
        if number_may_lack && self.eat("月") {
            return Some(Span::Long(Period::Months(1)));
        }
        let mut after = *self;
        let number = match after.number() {
            Some(number) => number,
            None if number_may_lack => 1,
            None => return None,
        };
        let span = after.unit(number)?;
        *self = after;
        Some(span)
    }

    fn unit(&mut self, number: u16) -> Option<Span> {
        let days = |days: Option<u16>| days.filter(|days| *days <= 3_660);
        let months = |each: u16| number.checked_mul(each).filter(|months| *months <= 120);
        if self.eat_any(&["个工作日", "工作日"]) {
            days(Some(number)).map(Span::WorkingDays)
        } else if self.eat_any(&["日", "天"]) {
            days(Some(number)).map(Span::Days)
        } else if self.eat_any(&["个星期", "个周", "星期", "周"]) {
            days(number.checked_mul(7)).map(|days| Span::Long(Period::Days(days)))
        } else if self.eat_any(&["个季度", "季度"]) {
            months(3).map(|months| Span::Long(Period::Months(months)))
        } else if self.eat("个月") {
            months(1).map(|months| Span::Long(Period::Months(months)))
        } else if self.eat_any(&["年度", "年"]) {
            months(12).map(|months| Span::Long(Period::Months(months)))
        } else {
            None
        }
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a [Letter] {
        let end = self
            .rest
            .iter()
            .position(|letter| !wanted(letter.character))
            .unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }
}

fn arabic_number(digits: &[Letter]) -> Option<u16> {
    let text: String = digits.iter().map(|letter| letter.character).collect();
    text.parse().ok()
}

/// 一 to 九百九十九. 一百五 is not read: some mean 105, most mean 150.
fn chinese_number(numerals: &[Letter]) -> Option<u16> {
    let (mut total, mut digit, mut last_unit) = (0_u16, None, u16::MAX);
    let mut zero = false;
    for letter in numerals {
        match numeral(letter.character)? {
            unit @ (10 | 100) if unit < last_unit => {
                let times = digit.take().or((unit == 10 && total == 0).then_some(1))?;
                total += times * unit;
                last_unit = unit;
            }
            0 if total > 0 && digit.is_none() => zero = true,
            value @ 1..=9 if digit.is_none() => digit = Some(value),
            _ => return None,
        }
    }
    let is_ambiguous = digit.is_some() && last_unit == 100 && !zero;
    (!is_ambiguous).then(|| total + digit.unwrap_or(0))
}

fn numeral(character: char) -> Option<u16> {
    Some(match character {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        _ => return None,
    })
}
