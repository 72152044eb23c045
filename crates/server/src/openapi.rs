//! The OpenAPI document: what the route table says, and what holds for every request.

use axum::http::StatusCode;
use lanmu_api::error::ErrorBody;
use lanmu_api::path::IDEMPOTENCY_KEY;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, ObjectBuilder, Ref, RefOr, Required, Response, ResponseBuilder, Type,
};
use utoipa::{OpenApi, PartialSchema as _, ToSchema as _};

/// The cookie that names the session.
pub const SESSION_COOKIE: &str = "lanmu_session";

const SESSION: &str = "session";
const ERROR: &str = "Error";
const KEY: &str = "IdempotencyKey";
/// Operations without a session.
const OPEN: [&str; 3] = ["get_site", "sign_in", "sign_out"];

#[derive(OpenApi)]
#[openapi(info(
    title = "Lanmu API",
    description = "Content assurance for a government website. Errors are `ErrorBody`; writes \
                   carry `Idempotency-Key`; see docs/API.md."
))]
struct Document;

/// The document without any route.
#[must_use]
pub fn begin() -> utoipa::openapi::OpenApi {
    Document::openapi()
}

/// Adds what handlers need not repeat: the session cookie, the idempotency key of writes, the
/// shape of all other errors.
#[must_use]
pub fn complete(mut document: utoipa::openapi::OpenApi) -> utoipa::openapi::OpenApi {
    let components = document.components.get_or_insert_default();
    components.add_security_scheme(
        SESSION,
        SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(SESSION_COOKIE))),
    );
    components
        .schemas
        .insert(ErrorBody::name().into_owned(), ErrorBody::schema());
    components
        .responses
        .insert(ERROR.to_owned(), error().into());
    components
        .parameters
        .insert(KEY.to_owned(), idempotency_key().into());
    for item in document.paths.paths.values_mut() {
        let PathItem {
            get,
            put,
            post,
            delete,
            ..
        } = item;
        get.iter_mut().for_each(every);
        for operation in [put, post, delete].into_iter().flatten() {
            every(operation);
            writing(operation);
        }
    }
    document
}

fn every(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && response.description.is_empty()
        {
            let reason = StatusCode::from_bytes(status.as_bytes()).ok();
            let reason = reason.and_then(|status| status.canonical_reason());
            response.description = reason.unwrap_or_default().to_owned();
        }
    }
    let any = RefOr::Ref(Ref::from_response_name(ERROR));
    operation
        .responses
        .responses
        .entry("default".to_owned())
        .or_insert(any);
    if !is_open(operation) {
        operation.security = Some(vec![SecurityRequirement::new(
            SESSION,
            Vec::<String>::new(),
        )]);
    }
}

fn writing(operation: &mut Operation) {
    if !is_open(operation) {
        let key = RefOr::Ref(Ref::new(format!("#/components/parameters/{KEY}")));
        operation.parameters.get_or_insert_default().push(key);
    }
}

fn is_open(operation: &Operation) -> bool {
    operation
        .operation_id
        .as_deref()
        .is_some_and(|id| OPEN.contains(&id))
}

fn error() -> Response {
    let schema = Ref::from_schema_name(ErrorBody::name());
    ResponseBuilder::new()
        .description("What went wrong, as a closed list of codes; the status follows from it.")
        .content(
            "application/json",
            ContentBuilder::new().schema(Some(schema)).build(),
        )
        .build()
}

fn idempotency_key() -> Parameter {
    let text = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(1))
        .max_length(Some(100));
    ParameterBuilder::new()
        .name(IDEMPOTENCY_KEY)
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some("A retry with the same key does nothing twice."))
        .schema(Some(text))
        .build()
}
