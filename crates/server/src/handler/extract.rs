//! Path and query whose faults are answered by the error contract, not in plain text.

use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use lanmu_api::error::ErrorCode;
use lanmu_api::page::{LIMIT_DEFAULT, LIMIT_MAX};
use serde::de::DeserializeOwned;

use crate::error::Problem;

/// The id in a path such as `/articles/{id}/approve`; one that is no number is one that is not
/// there.
#[derive(Clone, Copy, Debug)]
pub struct Id(pub i64);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(id) = Path::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::not_found())?;
        Ok(Self(id))
    }
}

/// A name in a path such as `/backups/{name}`; one that is no text is one that is not there.
#[derive(Clone, Debug)]
pub struct Name(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Name {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(name) = Path::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::not_found())?;
        Ok(Self(name))
    }
}

/// The query string.
#[derive(Clone, Debug)]
pub struct Asked<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Query(query) = Query::from_request_parts(parts, state)
            .await
            .map_err(|_| malformed())?;
        Ok(Self(query))
    }
}

/// 400 for a query that says nothing that is understood.
pub(super) fn malformed() -> Problem {
    Problem::with(ErrorCode::Malformed, "查询条件的格式不正确。")
}

/// How many items to give: what is asked for, 1 to 100, or the default.
///
/// # Errors
/// 400 for zero or more than 100.
pub(super) fn limit(asked: Option<u64>) -> Result<u64, Problem> {
    match asked.unwrap_or(LIMIT_DEFAULT) {
        limit @ 1..=LIMIT_MAX => Ok(limit),
        _ => Err(Problem::with(
            ErrorCode::Malformed,
            format!("每页条数（limit）须为 1 到 {LIMIT_MAX}。"),
        )),
    }
}

/// The id or sequence from `meta.next` of the page before.
///
/// # Errors
/// 400 for anything else.
pub(super) fn after_number(after: Option<&str>) -> Result<Option<i64>, Problem> {
    after
        .map(|text| text.parse().map_err(|_| malformed()))
        .transpose()
}

#[cfg(test)]
mod tests {
    use super::limit;

    #[test]
    fn at_most_a_hundred_items() {
        assert_eq!(limit(None).ok(), Some(50));
        assert_eq!(limit(Some(100)).ok(), Some(100));
        assert!(limit(Some(101)).is_err() && limit(Some(0)).is_err());
    }
}
