//! Errors on the wire.

use chrono::{DateTime, FixedOffset};
use lanmu_domain::review::Refusal;
use serde::{Deserialize, Serialize};

/// What went wrong, as a closed list. The HTTP status follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ErrorCode {
    /// 400: not JSON, a field missing or of the wrong type.
    Malformed,
    /// 400: a write without the version that the person saw.
    VersionMissing,
    /// 400: a write without the header `Idempotency-Key`.
    IdempotencyKeyMissing,
    /// 401: no session, or it has expired.
    NotSignedIn,
    /// 401: login or password wrong.
    WrongCredentials,
    /// 403: the password must be changed first.
    PasswordChangeRequired,
    /// 403: signed in, but not allowed.
    NotAllowed,
    /// 403: the request comes from another origin.
    ForeignOrigin,
    /// 404.
    NotFound,
    /// 405.
    MethodNotAllowed,
    /// 409: somebody else changed it since it was seen.
    Stale,
    /// 409: the state of the item does not allow it; see `refusals`.
    Refused,
    /// 409: the same idempotency key came with another request.
    IdempotencyKeyReused,
    /// 413: larger than allowed.
    TooLarge,
    /// 415: not `application/json`.
    UnsupportedMediaType,
    /// 422: fields are wrong; see `fields`.
    Invalid,
    /// 423 is not used; 429: too many attempts, see `Retry-After`.
    TooManyAttempts,
    /// 500: the cause is in the server's log under `request_id`.
    Internal,
    /// 503: the database cannot be reached.
    Unavailable,
}

impl ErrorCode {
    /// The HTTP status that goes with the code.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::Malformed | Self::VersionMissing | Self::IdempotencyKeyMissing => 400,
            Self::NotSignedIn | Self::WrongCredentials => 401,
            Self::PasswordChangeRequired | Self::NotAllowed | Self::ForeignOrigin => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::Stale | Self::Refused | Self::IdempotencyKeyReused => 409,
            Self::TooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::Invalid => 422,
            Self::TooManyAttempts => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
        }
    }
}

/// A field that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// Name of the field as in the request, e.g. `title` or `source.url`.
    pub field: String,
    /// What is wrong and how to mend it, in Chinese.
    pub message: String,
}

/// What changed since the person looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Conflict {
    /// The version now.
    pub version: i64,
    /// Who changed it last.
    pub changed_by: String,
    /// When.
    pub changed_at: DateTime<FixedOffset>,
    /// What was done, in Chinese, e.g. 退回.
    pub what: String,
}

/// An error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApiError {
    /// What went wrong.
    pub code: ErrorCode,
    /// One sentence for the person, in Chinese.
    pub message: String,
    /// The fields that are wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldError>,
    /// Every reason against a refused act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refusals: Vec<Refusal>,
    /// For [`ErrorCode::Stale`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<Conflict>,
    /// Finds the request in the server's log.
    pub request_id: String,
}

/// The body of every answer that is not 2xx.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ErrorBody {
    /// The error.
    pub error: ApiError,
}
