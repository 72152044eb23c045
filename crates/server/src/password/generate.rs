//! Passwords that are made here and told once.

use rand::Rng;
use rand::seq::{IndexedRandom, SliceRandom};

const LENGTH: usize = 12;
const LOWER: &[u8] = b"abcdefghjkmnpqrstuvwxyz";
const UPPER: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ";
const DIGITS: &[u8] = b"23456789";

/// A password that fulfils the policy, without letters that look alike.
#[must_use]
pub fn generate() -> String {
    let mut rng = rand::rng();
    let all = [LOWER, UPPER, DIGITS].concat();
    let mut letters: Vec<u8> = [LOWER, UPPER, DIGITS]
        .iter()
        .filter_map(|class| class.choose(&mut rng).copied())
        .collect();
    while letters.len() < LENGTH {
        letters.push(all[rng.random_range(0..all.len())]);
    }
    letters.shuffle(&mut rng);
    letters.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::generate;
    use crate::password::policy_problem;

    #[test]
    fn passwords_that_are_made_fulfil_the_policy_and_differ() {
        let made: Vec<String> = (0..200).map(|_| generate()).collect();
        for password in &made {
            assert_eq!(policy_problem(password, "czj-officer"), None, "{password}");
            assert!(
                !password.contains(['0', 'O', '1', 'l', 'I', 'o', 'i']),
                "{password}"
            );
        }
        assert!(made.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
