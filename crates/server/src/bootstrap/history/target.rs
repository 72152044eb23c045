//! How well each department keeps its columns, and what follows for one obligation today.

use lanmu_domain::freshness::Status;

use super::dice::Dice;

/// How a department works. Real counties have all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Diligence {
    /// Three in five.
    Prompt,
    /// Three in ten.
    Middling,
    /// One in ten.
    Late,
}

/// The status that an obligation of a department shall have: of a hundred about 70 fresh, 8 due
/// soon, 12 overdue, 5 blank and one or two due today.
pub(super) fn draw(department_id: i64, dice: &mut Dice) -> Status {
    let [blank, overdue, today, soon] = shares(diligence(department_id));
    let throw = dice.between(1, 100);
    if throw <= blank {
        Status::Blank
    } else if throw <= blank + overdue {
        Status::Overdue
    } else if throw <= blank + overdue + today {
        Status::DueToday
    } else if throw <= blank + overdue + today + soon {
        Status::DueSoon
    } else {
        Status::Fresh
    }
}

/// The same department works the same way on every day.
fn diligence(department_id: i64) -> Diligence {
    match Dice::seeded(&[department_id]).between(1, 10) {
        1..=6 => Diligence::Prompt,
        7..=9 => Diligence::Middling,
        _ => Diligence::Late,
    }
}

/// Per cent of blank, overdue, due today and due soon; the rest is fresh.
const fn shares(diligence: Diligence) -> [i64; 4] {
    match diligence {
        Diligence::Prompt => [2, 5, 1, 6],
        Diligence::Middling => [6, 12, 1, 9],
        Diligence::Late => [12, 27, 2, 10],
    }
}
