//! Everything that is not 2xx: one type, turned into the error contract in one place.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use lanmu_api::error::{ApiError, Conflict, ErrorBody, ErrorCode, FieldError};
use lanmu_domain::review::Refusal;
use sea_orm::{DbErr, SqlErr};

/// Why a request was not done.
#[derive(Clone, Debug)]
pub struct Problem {
    code: ErrorCode,
    message: String,
    fields: Vec<FieldError>,
    refusals: Vec<Refusal>,
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
        Self {
            code,
            message: message.into(),
            fields: Vec::new(),
            refusals: Vec::new(),
            conflict: None,
            retry_after: None,
            cause: None,
        }
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
        Self { fields, ..Self::with(ErrorCode::Invalid, message) }
    }

    /// 422 for one field.
    #[must_use]
    pub fn invalid_field(field: &str, message: impl Into<String>) -> Self {
        Self::invalid(vec![FieldError { field: field.to_owned(), message: message.into() }])
    }

    /// 409 with every reason against the act; those about a field name it.
    #[must_use]
    pub fn refused(refusals: Vec<Refusal>) -> Self {
        let message = refusals.iter().map(|r| r.message()).collect::<String>();
        let fields = refusals
            .iter()
            .filter_map(|r| {
                let field = r.field()?.to_owned();
                Some(FieldError { field, message: r.message().to_owned() })
            })
            .collect();
        Self { fields, refusals, ..Self::with(ErrorCode::Refused, message) }
    }

    /// 409 with what changed since the person looked.
    #[must_use]
    pub fn stale(conflict: Conflict) -> Self {
        let message = format!(
            "{}于{}{}，请刷新后查看最新情况。",
            conflict.changed_by,
            conflict.changed_at.format("%Y-%m-%d %H:%M"),
            conflict.what
        );
        Self { conflict: Some(conflict), ..Self::with(ErrorCode::Stale, message) }
    }

    /// 429 with the seconds after which it can be tried again.
    #[must_use]
    pub fn too_many(message: impl Into<String>, retry_after: i64) -> Self {
        Self {
            retry_after: Some(retry_after.max(1)),
            ..Self::with(ErrorCode::TooManyAttempts, message)
        }
    }

    /// 500 with a cause for the log.
    #[must_use]
    pub fn internal(cause: impl ToString) -> Self {
        Self { cause: Some(cause.to_string()), ..Self::new(ErrorCode::Internal) }
    }

    /// The same, naming fields.
    #[must_use]
    pub fn naming(mut self, fields: Vec<FieldError>) -> Self {
        self.fields = fields.into_iter().filter(|field| !field.field.is_empty()).collect();
        self
    }

    /// The code.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        self.code
    }

    /// The refusals of a 409.
    #[must_use]
    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.cause {
            Some(cause) => write!(f, "{:?}: {cause}", self.code),
            None => write!(f, "{:?}: {}", self.code, self.message),
        }
    }
}

/// Whether an error is a unique constraint that was hit; turn it into a field error or a refusal
/// instead of checking first and inserting then.
#[must_use]
pub fn is_unique_violation(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

impl From<DbErr> for Problem {
    fn from(error: DbErr) -> Self {
        let code = match error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => ErrorCode::Unavailable,
            _ => ErrorCode::Internal,
        };
        Self { cause: Some(error.to_string()), ..Self::new(code) }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.code.status())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let request_id = crate::middleware::request_id::current();
        if let Some(cause) = &self.cause {
            tracing::error!(%request_id, code = ?self.code, %cause, "request failed");
        }
        let error = ApiError {
            code: self.code,
            message: self.message,
            fields: self.fields,
            refusals: self.refusals,
            conflict: self.conflict,
            request_id,
        };
        let mut response = (status, Json(ErrorBody { error })).into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
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
