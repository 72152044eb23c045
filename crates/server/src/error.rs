//! Everything that is not 2xx: one type, turned into the error contract in one place.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use lanmu_api::bulk::BulkProblem;
use lanmu_api::error::{ApiError, Conflict, ErrorBody, ErrorCode, FieldError};
use lanmu_domain::review::{BulkExclusion, Refusal};
use sea_orm::{DbErr, RuntimeErr, SqlErr, sqlx};

use crate::clock::moment;

/// Why a request was not done.
#[derive(Clone, Debug)]
pub struct Problem(Box<Inner>);

// Boxed, so that a `Result` that is nearly always `Ok` stays small.
#[derive(Clone, Debug)]
struct Inner {
    code: ErrorCode,
    message: String,
    fields: Vec<FieldError>,
    refusals: Vec<Refusal>,
    left_out: Vec<BulkExclusion>,
    conflict: Option<Conflict>,
    retry_after: Option<i64>,
    /// For the log only; never sent.
    cause: Option<String>,
}

impl Problem {
    /// A problem with the usual sentence of its code.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self::with(code, usual_message(code))
    }

    /// A problem with a sentence of its own.
    #[must_use]
    pub fn with(code: ErrorCode, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            code,
            message: message.into(),
            fields: Vec::new(),
            refusals: Vec::new(),
            left_out: Vec::new(),
            conflict: None,
            retry_after: None,
            cause: None,
        }))
    }

    /// 404.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(ErrorCode::NotFound)
    }

    /// 403.
    #[must_use]
    pub fn not_allowed() -> Self {
        Self::new(ErrorCode::NotAllowed)
    }

    /// 422 for several fields.
    #[must_use]
    pub fn invalid(fields: Vec<FieldError>) -> Self {
        let message = match fields.as_slice() {
            [only] => only.message.clone(),
            _ => usual_message(ErrorCode::Invalid).to_owned(),
        };
        let mut problem = Self::with(ErrorCode::Invalid, message);
        problem.0.fields = fields;
        problem
    }

    /// 422 for one field.
    #[must_use]
    pub fn invalid_field(field: &str, message: impl Into<String>) -> Self {
        Self::invalid(vec![FieldError {
            field: field.to_owned(),
            message: message.into(),
        }])
    }

    /// 409 with every reason against the act; those about a field name it.
    #[must_use]
    pub fn refused(refusals: Vec<Refusal>) -> Self {
        let message = refusals.iter().map(|r| r.message()).collect::<String>();
        let fields = refusals
            .iter()
            .filter_map(|r| {
                let field = r.field()?.to_owned();
                Some(FieldError {
                    field,
                    message: r.message().to_owned(),
                })
            })
            .collect();
        let mut problem = Self::with(ErrorCode::Refused, message);
        problem.0.fields = fields;
        problem.0.refusals = refusals;
        problem
    }

    /// 409 for an item that cannot be decided together with others.
    #[must_use]
    pub fn left_out(exclusions: Vec<BulkExclusion>) -> Self {
        let message = exclusions.iter().map(|e| e.message()).collect::<String>();
        let mut problem = Self::with(ErrorCode::Refused, message);
        problem.0.left_out = exclusions;
        problem
    }

    /// The same as part of an answer about several items; the cause goes to the log.
    #[must_use]
    pub fn of_item(self) -> BulkProblem {
        let request_id = crate::middleware::request_id::current();
        let Inner {
            code,
            message,
            refusals,
            left_out,
            conflict,
            cause,
            ..
        } = *self.0;
        if let Some(cause) = cause {
            tracing::error!(%request_id, ?code, %cause, "one item failed");
        }
        BulkProblem {
            code,
            message,
            refusals,
            left_out,
            conflict,
        }
    }

    /// 409 with what changed since the person looked.
    #[must_use]
    pub fn stale(conflict: Conflict) -> Self {
        let message = format!(
            "{}于{}{}，请刷新后查看最新情况。",
            conflict.changed_by,
            moment(&conflict.changed_at),
            conflict.what
        );
        let mut problem = Self::with(ErrorCode::Stale, message);
        problem.0.conflict = Some(conflict);
        problem
    }

    /// 429 with the seconds after which it can be tried again.
    #[must_use]
    pub fn too_many(message: impl Into<String>, retry_after: i64) -> Self {
        let mut problem = Self::with(ErrorCode::TooManyAttempts, message);
        problem.0.retry_after = Some(retry_after.max(1));
        problem
    }

    /// 500 with a cause for the log.
    #[must_use]
    pub fn internal(cause: impl ToString) -> Self {
        Self::caused(ErrorCode::Internal, cause)
    }

    /// 503 with a cause for the log.
    #[must_use]
    pub fn unavailable(cause: impl ToString) -> Self {
        Self::caused(ErrorCode::Unavailable, cause)
    }

    fn caused(code: ErrorCode, cause: impl ToString) -> Self {
        let mut problem = Self::new(code);
        problem.0.cause = Some(cause.to_string());
        problem
    }

    /// The same, naming fields.
    #[must_use]
    pub fn naming(mut self, fields: Vec<FieldError>) -> Self {
        self.0.fields = fields
            .into_iter()
            .filter(|field| !field.field.is_empty())
            .collect();
        self
    }

    /// The code.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        self.0.code
    }

    /// The sentence for the person.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The fields that are wrong.
    #[must_use]
    pub fn fields(&self) -> &[FieldError] {
        &self.0.fields
    }

    /// The refusals of a 409.
    #[must_use]
    pub fn refusals(&self) -> &[Refusal] {
        &self.0.refusals
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Inner {
            code,
            message,
            cause,
            ..
        } = &*self.0;
        write!(f, "{code:?}: {}", cause.as_ref().unwrap_or(message))
    }
}

/// Whether an error is a unique constraint that was hit; turn it into a field error or a refusal
/// instead of checking first and inserting then.
#[must_use]
pub fn is_unique_violation(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

/// Whether the database could not do its part: it is away, full, busy or going down. Trying again
/// later may help; our own mistakes never look like this.
#[must_use]
pub fn is_unavailable(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
        DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => {
            match error.as_ref() {
                sqlx::Error::Io(_)
                | sqlx::Error::Tls(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed => true,
                sqlx::Error::Database(error) => error.code().is_some_and(|code| is_outage(&code)),
                _ => false,
            }
        }
        _ => false,
    }
}

/// PostgreSQL has five characters (classes 08 connection, 53 resources, 57P shutdown), SQLite a
/// number whose low byte is the primary code.
fn is_outage(code: &str) -> bool {
    const BUSY: u32 = 5;
    const READ_ONLY: u32 = 8;
    const IO_ERROR: u32 = 10;
    const FULL: u32 = 13;
    const CANNOT_OPEN: u32 = 14;
    if code.len() == 5 {
        return ["08", "53", "57P"]
            .iter()
            .any(|class| code.starts_with(class));
    }
    code.parse::<u32>().is_ok_and(|code| {
        matches!(
            code & 0xff,
            BUSY | READ_ONLY | IO_ERROR | FULL | CANNOT_OPEN
        )
    })
}

impl From<DbErr> for Problem {
    fn from(error: DbErr) -> Self {
        if is_unavailable(&error) {
            Self::unavailable(error)
        } else {
            Self::internal(error)
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Inner {
            code,
            message,
            fields,
            refusals,
            left_out: _,
            conflict,
            retry_after,
            cause,
        } = *self.0;
        let status =
            StatusCode::from_u16(code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let request_id = crate::middleware::request_id::current();
        if let Some(cause) = cause {
            tracing::error!(%request_id, ?code, %cause, "request failed");
        }
        let error = ApiError {
            code,
            message,
            fields,
            refusals,
            conflict,
            request_id,
        };
        let mut response = (status, Json(ErrorBody { error })).into_response();
        if let Some(seconds) = retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

const fn usual_message(code: ErrorCode) -> &'static str {
    match code {
        ErrorCode::Malformed => "请求格式有误。",
        ErrorCode::VersionMissing => "请求缺少版本号（version），请刷新后重试。",
        ErrorCode::IdempotencyKeyMissing => "请求缺少 Idempotency-Key。",
        ErrorCode::NotSignedIn => "您尚未登录，或登录已过期，请重新登录。",
        ErrorCode::WrongCredentials => "登录名或密码不正确。",
        ErrorCode::PasswordChangeRequired => "首次登录请先修改密码。",
        ErrorCode::NotAllowed => "您没有办理此事项的权限。",
        ErrorCode::ForeignOrigin => "请求来自其他网站，已拒绝。",
        ErrorCode::NotFound => "没有找到相应内容，可能已被删除，或您无权查看。",
        ErrorCode::MethodNotAllowed => "此地址不支持该操作。",
        ErrorCode::Stale => "内容已被他人修改，请刷新后重试。",
        ErrorCode::Refused => "此操作不能办理。",
        ErrorCode::IdempotencyKeyReused => "同一 Idempotency-Key 已用于其他请求。",
        ErrorCode::TooLarge => "提交的内容过大。",
        ErrorCode::UnsupportedMediaType => "请求须为 application/json。",
        ErrorCode::Invalid => "有内容填写不正确，请按提示修改。",
        ErrorCode::TooManyAttempts => "操作过于频繁，请稍后再试。",
        ErrorCode::Internal => "系统出现故障，请稍后重试；如仍不行，请将编号告知系统管理员。",
        ErrorCode::Unavailable => "数据库暂时无法连接，请稍后重试。",
    }
}

#[cfg(test)]
mod tests {
    use super::is_outage;

    #[test]
    fn an_outage_is_told_from_our_own_mistakes() {
        for code in [
            "08006", "53300", "57P01", "5", "261", "10", "266", "13", "14", "8",
        ] {
            assert!(is_outage(code), "{code}");
        }
        for code in ["23505", "42P01", "22001", "1", "19", "2067", ""] {
            assert!(!is_outage(code), "{code}");
        }
    }
}
