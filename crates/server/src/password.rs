//! Passwords: hashing, the policy, and the ones that are made here.

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use rand::Rng;
use rand::seq::{IndexedRandom, SliceRandom};
use tokio::sync::Semaphore;

use crate::error::Problem;

/// Shortest password (audited practice for 等保).
pub const LENGTH_MIN: usize = 8;
/// Longest password: hashing a novel is a way to keep a server busy.
pub const LENGTH_MAX: usize = 128;
/// So many former passwords are not used again.
pub const HISTORY: u64 = 5;

const GENERATED_LENGTH: usize = 12;
const LOWER: &[u8] = b"abcdefghjkmnpqrstuvwxyz";
const UPPER: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ";
const DIGITS: &[u8] = b"23456789";

/// So many passwords are hashed at once: each takes 19 MiB, and the server stays below 80.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// Argon2id with the parameters that OWASP names: 19 MiB, 2 passes, 1 lane.
fn hasher() -> Argon2<'static> {
    let params = Params::new(19_456, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Hashes a password, away from the threads that serve requests.
///
/// # Errors
/// Hashing failed, which the log explains.
pub async fn hash(password: String) -> Result<String, Problem> {
    away(move || hash_now(&password)).await?
}

/// The same on this thread, for the first start.
///
/// # Errors
/// Hashing failed, which the log explains.
pub fn hash_now(password: &str) -> Result<String, Problem> {
    let salt = SaltString::generate(&mut OsRng);
    let hash = hasher().hash_password(password.as_bytes(), &salt);
    hash.map(|hash| hash.to_string()).map_err(Problem::internal)
}

/// Whether the password is the one that was hashed. Takes as long where there is no hash.
///
/// # Errors
/// Checking failed, which the log explains.
pub async fn verify(password: String, hash: Option<String>) -> Result<bool, Problem> {
    away(move || match hash {
        Some(hash) => PasswordHash::new(&hash)
            .is_ok_and(|hash| hasher().verify_password(password.as_bytes(), &hash).is_ok()),
        None => {
            // The same work for a login that does not exist, so that time tells nothing.
            let _ = hash_now(&password);
            false
        }
    })
    .await
}

/// Does hard work away from the threads that serve requests, a little at a time.
async fn away<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let _place = AT_ONCE.acquire().await.map_err(Problem::internal)?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(Problem::internal)
}

/// What is wrong with a new password, in Chinese.
#[must_use]
pub fn policy_problem(password: &str, login: &str) -> Option<String> {
    let length = password.chars().count();
    if length < LENGTH_MIN {
        return Some(format!("密码至少 {LENGTH_MIN} 位。"));
    }
    if length > LENGTH_MAX {
        return Some(format!("密码最多 {LENGTH_MAX} 位。"));
    }
    let classes: [fn(char) -> bool; 4] = [
        |c| c.is_ascii_lowercase(),
        |c| c.is_ascii_uppercase(),
        |c| c.is_ascii_digit(),
        |c| !c.is_ascii_alphanumeric(),
    ];
    if classes
        .iter()
        .filter(|class| password.chars().any(**class))
        .count()
        < 3
    {
        return Some("密码须包含大写字母、小写字母、数字、符号中的至少三类。".to_owned());
    }
    if password.to_lowercase().contains(&login.to_lowercase()) {
        return Some("密码不能包含登录名。".to_owned());
    }
    None
}

/// A password that fulfils the policy, without letters that look alike.
#[must_use]
pub fn generate() -> String {
    let mut rng = rand::rng();
    let all = [LOWER, UPPER, DIGITS].concat();
    let mut letters: Vec<u8> = [LOWER, UPPER, DIGITS]
        .iter()
        .filter_map(|class| class.choose(&mut rng).copied())
        .collect();
    while letters.len() < GENERATED_LENGTH {
        letters.push(all[rng.random_range(0..all.len())]);
    }
    letters.shuffle(&mut rng);
    letters.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::{generate, hash, policy_problem, verify};

    #[test]
    fn the_policy_asks_for_length_classes_and_no_login() {
        for bad in [
            "Short1!",
            "alllowercase",
            "lower-and-symbol",
            "Czj-Officer-2026",
            "12345678",
        ] {
            assert!(policy_problem(bad, "czj-officer").is_some(), "{bad}");
        }
        assert!(policy_problem(&"Aa1-".repeat(40), "czj-officer").is_some());
        for good in ["Abcdefg1", "abc-defg-1", "密码Abc123456"] {
            assert_eq!(policy_problem(good, "czj-officer"), None);
        }
    }

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

    #[tokio::test]
    async fn a_hash_knows_its_password_and_no_other() {
        let hashed = hash("Right-Password-1".to_owned()).await.ok();
        assert!(
            hashed
                .as_ref()
                .is_some_and(|hash| hash.starts_with("$argon2id$v=19$m=19456,t=2"))
        );
        let right = verify("Right-Password-1".to_owned(), hashed.clone()).await;
        assert!(right.is_ok_and(|right| right));
        let wrong = verify("right-password-1".to_owned(), hashed).await;
        assert!(wrong.is_ok_and(|right| !right));
        let nobody = verify("Right-Password-1".to_owned(), None).await;
        assert!(nobody.is_ok_and(|right| !right));
    }
}
