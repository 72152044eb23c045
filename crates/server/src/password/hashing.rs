//! Argon2id, one hash at a time in memory that is used again and again: a hash takes 19 MiB, and
//! what each thread allocates for itself would stay with that thread.

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{Output, ParamsString, PasswordHash, Salt, SaltString};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Block, Params, Version};
use tokio::sync::Mutex;

use crate::error::Problem;

type Failure = argon2::password_hash::Error;

static MEMORY: Mutex<Vec<Block>> = Mutex::const_new(Vec::new());

/// The parameters that OWASP names: 19 MiB, 2 passes, 1 lane.
fn parameters() -> Params {
    Params::new(19_456, 2, 1, None).unwrap_or_default()
}

/// Hashes a password, away from the threads that serve requests.
///
/// # Errors
/// Hashing failed, which the log explains.
pub async fn hash(password: String) -> Result<String, Problem> {
    alone(move |memory| hash_in(memory, &password))
        .await?
        .map_err(Problem::internal)
}

/// Whether the password is the one that was hashed. Takes as long where there is no hash.
///
/// # Errors
/// Checking failed, which the log explains.
pub async fn verify(password: String, hash: Option<String>) -> Result<bool, Problem> {
    let work = move |memory: &mut Vec<Block>| match hash {
        Some(hash) => verify_in(memory, &password, &hash).unwrap_or(false),
        None => {
            // The same work for a login that does not exist, so that time tells nothing.
            let _ = hash_in(memory, &password);
            false
        }
    };
    alone(work).await
}

async fn alone<T: Send + 'static>(
    work: impl FnOnce(&mut Vec<Block>) -> T + Send + 'static,
) -> Result<T, Problem> {
    let mut memory = MEMORY.lock().await;
    let done = tokio::task::spawn_blocking(move || work(&mut memory));
    done.await.map_err(Problem::internal)
}

fn hash_in(memory: &mut Vec<Block>, password: &str) -> Result<String, Failure> {
    let salt = SaltString::generate(&mut OsRng);
    let params = parameters();
    let length = Params::DEFAULT_OUTPUT_LEN;
    let hash = PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params)?,
        salt: Some(salt.as_salt()),
        hash: Some(output(memory, password, salt.as_salt(), params, length)?),
    };
    Ok(hash.to_string())
}

fn verify_in(memory: &mut Vec<Block>, password: &str, hash: &str) -> Result<bool, Failure> {
    let known = PasswordHash::new(hash)?;
    let (Some(salt), Some(expected)) = (known.salt, known.hash) else {
        return Ok(false);
    };
    if known.algorithm != ARGON2ID_IDENT || known.version != Some(Version::V0x13.into()) {
        return Ok(false);
    }
    let params = Params::try_from(&known)?;
    // `Output` compares in constant time.
    Ok(output(memory, password, salt, params, expected.len())? == expected)
}

fn output(
    memory: &mut Vec<Block>,
    password: &str,
    salt: Salt<'_>,
    params: Params,
    length: usize,
) -> Result<Output, Failure> {
    let mut bytes = [0; Salt::MAX_LENGTH];
    let salt = salt.decode_b64(&mut bytes)?;
    let blocks = params.block_count();
    if memory.len() < blocks {
        memory.resize(blocks, Block::new());
    }
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    Output::init_with(length, |out| {
        let password = password.as_bytes();
        Ok(argon2.hash_password_into_with_memory(password, salt, out, &mut memory[..blocks])?)
    })
}

#[cfg(test)]
mod tests {
    use argon2::{Argon2, PasswordHash, PasswordVerifier};

    use super::{hash, verify};

    #[tokio::test]
    async fn a_hash_knows_its_password_and_no_other() {
        let hashed = hash("Right-Password-1".to_owned()).await.ok();
        assert!(
            hashed
                .as_ref()
                .is_some_and(|hash| hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"))
        );
        let right = verify("Right-Password-1".to_owned(), hashed.clone()).await;
        assert!(right.is_ok_and(|right| right));
        let wrong = verify("right-password-1".to_owned(), hashed).await;
        assert!(wrong.is_ok_and(|right| !right));
        let nobody = verify("Right-Password-1".to_owned(), None).await;
        assert!(nobody.is_ok_and(|right| !right));
    }

    #[tokio::test]
    async fn hashes_are_those_of_everybody_else() {
        let hashed = hash("密码-1".to_owned()).await.unwrap_or_default();
        let parsed = PasswordHash::new(&hashed);
        assert!(parsed.is_ok_and(|parsed| {
            Argon2::default()
                .verify_password("密码-1".as_bytes(), &parsed)
                .is_ok()
        }));
        // Of the reference implementation: argon2 somesalt -t 2 -m 16 -p 1 -id <<< password
        let other = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ\
                     $CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        let right = verify("password".to_owned(), Some(other.to_owned())).await;
        assert!(right.is_ok_and(|right| right));
    }

    #[tokio::test]
    async fn what_is_no_hash_matches_nothing() {
        for hash in [
            "",
            "plain",
            "$argon2id$",
            "$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA",
        ] {
            let right = verify(hash.to_owned(), Some(hash.to_owned())).await;
            assert!(right.is_ok_and(|right| !right), "{hash}");
        }
    }
}
