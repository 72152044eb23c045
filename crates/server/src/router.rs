//! The route table. A handler is registered in one line, from which its place in the OpenAPI
//! document follows.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{Method, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use lanmu_api::error::ErrorCode;
use lanmu_api::path::BASE;
use lanmu_domain::attachment::DOCUMENT_MAX_BYTES;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate as _, SizeAbove};
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt as _};
use utoipa_axum::routes;

use crate::error::Problem;
use crate::session::DatabaseStore;
use crate::state::AppState;
use crate::{handler, middleware, openapi, spa};

/// Largest body: a body of an article may have 500 kB, JSON makes it larger.
const BODY_MAX: usize = 2 * 1024 * 1024;
/// Largest file: the largest document, and a little more so that its own limit is what is said.
const FILE_MAX: usize = DOCUMENT_MAX_BYTES + 1024 * 1024;
/// Answers of the API from so many bytes on are compressed.
const COMPRESSED_FROM: u64 = 2048;

fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(handler::get_site::get_site))
        .routes(routes!(
            handler::get_session::get_session,
            handler::sign_in::sign_in,
            handler::sign_out::sign_out
        ))
        .routes(routes!(handler::change_password::change_password))
        .routes(routes!(handler::list_departments::list_departments))
        .routes(routes!(handler::list_columns::list_columns))
        .routes(routes!(
            handler::list_articles::list_articles,
            handler::create_article::create_article
        ))
        .routes(routes!(
            handler::get_article::get_article,
            handler::update_article::update_article
        ))
        .routes(routes!(handler::submit_article::submit_article))
        .routes(routes!(handler::approve_article::approve_article))
        .routes(routes!(handler::return_article::return_article))
        .routes(routes!(handler::recall_article::recall_article))
        .routes(routes!(handler::record_publication::record_publication))
        .routes(routes!(handler::list_open_events::list_open_events))
        .routes(routes!(handler::withdraw_article::withdraw_article))
        .routes(routes!(handler::delete_article::delete_article))
        .routes(routes!(handler::list_inbox::list_inbox))
        .routes(routes!(handler::get_review_card::get_review_card))
        .routes(routes!(handler::get_comparison::get_comparison))
        .routes(routes!(handler::mark_seen::mark_seen))
        .routes(routes!(handler::list_ledger::list_ledger))
        .routes(routes!(handler::export_ledger::export_ledger))
        .routes(routes!(handler::verify_ledger::verify_ledger))
        .routes(routes!(handler::get_today::get_today))
        .routes(routes!(handler::get_matrix::get_matrix))
        .routes(routes!(handler::export_matrix::export_matrix))
        .routes(routes!(handler::export_annex::export_annex))
        .routes(
            routes!(handler::compare_annex::compare_annex).layer(DefaultBodyLimit::max(FILE_MAX)),
        )
        .routes(
            routes!(handler::propose_annex::propose_annex).layer(DefaultBodyLimit::max(FILE_MAX)),
        )
        .routes(routes!(handler::list_matrix_versions::list_matrix_versions))
        .routes(routes!(
            handler::compare_matrix_versions::compare_matrix_versions
        ))
        .routes(routes!(handler::get_matrix_version::get_matrix_version))
        .routes(routes!(
            handler::cancel_matrix_version::cancel_matrix_version
        ))
        .routes(routes!(handler::create_matrix_draft::create_matrix_draft))
        .routes(routes!(
            handler::get_matrix_draft::get_matrix_draft,
            handler::save_matrix_draft::save_matrix_draft
        ))
        .routes(routes!(handler::preview_matrix_draft::preview_matrix_draft))
        .routes(routes!(handler::discard_matrix_draft::discard_matrix_draft))
        .routes(routes!(handler::put_draft_in_force::put_draft_in_force))
        .routes(routes!(handler::list_groups::list_groups))
        .routes(routes!(handler::read_requirement::read_requirement))
        .routes(routes!(handler::get_matrix_check::get_matrix_check))
        .routes(routes!(handler::export_matrix_check::export_matrix_check))
        .routes(routes!(handler::get_duty::get_duty))
        .routes(routes!(handler::attest_duty::attest_duty))
        .routes(routes!(handler::decide_attestation::decide_attestation))
        .routes(routes!(handler::list_publications::list_publications))
        .routes(routes!(handler::export_publications::export_publications))
        .routes(routes!(handler::judge_publication::judge_publication))
        .routes(routes!(handler::correct_publication::correct_publication))
        .routes(routes!(handler::get_calendar::get_calendar))
        .routes(routes!(handler::list_obligations::list_obligations))
        .routes(routes!(handler::export_obligations::export_obligations))
        .routes(routes!(handler::export_punctuality::export_punctuality))
        .routes(routes!(handler::get_red_lines::get_red_lines))
        .routes(routes!(handler::export_red_lines::export_red_lines))
        .routes(routes!(
            handler::list_feeds::list_feeds,
            handler::create_feed::create_feed
        ))
        .routes(routes!(handler::revoke_feed::revoke_feed))
        .routes(routes!(handler::list_reviewers::list_reviewers))
        .routes(routes!(handler::get_year::get_year))
        .routes(routes!(handler::export_year::export_year))
        .routes(routes!(handler::get_punctuality::get_punctuality))
        .routes(routes!(handler::get_work_calendar::get_work_calendar))
        .routes(routes!(handler::read_calendar_file::read_calendar_file))
        .routes(routes!(
            handler::preview_calendar_year::preview_calendar_year
        ))
        .routes(routes!(handler::change_calendar_year::change_calendar_year))
        .routes(routes!(
            handler::list_events::list_events,
            handler::register_event::register_event
        ))
        .routes(routes!(handler::preview_event::preview_event))
        .routes(routes!(handler::export_events::export_events))
        .routes(routes!(handler::get_event::get_event))
        .routes(routes!(handler::cancel_event::cancel_event))
        .routes(routes!(
            handler::list_figures::list_figures,
            handler::set_figure::set_figure
        ))
        .routes(routes!(handler::preview_figure::preview_figure))
        .routes(routes!(handler::cancel_figure::cancel_figure))
        .routes(routes!(
            handler::preview_figure_cancel::preview_figure_cancel
        ))
        .routes(routes!(handler::close_column::close_column))
        .routes(routes!(handler::preview_close::preview_close))
        .routes(routes!(handler::reopen_column::reopen_column))
        .routes(routes!(handler::preview_reopen::preview_reopen))
        .routes(routes!(handler::set_column_rules::set_column_rules))
        .routes(routes!(handler::set_column_address::set_column_address))
        .routes(routes!(handler::preview_rules::preview_rules))
        .routes(routes!(handler::change_owners::change_owners))
        .routes(routes!(handler::preview_owners::preview_owners))
        .routes(routes!(handler::get_column::get_column))
        .routes(routes!(
            handler::list_people::list_people,
            handler::create_person::create_person
        ))
        .routes(routes!(handler::grant_post::grant_post))
        .routes(routes!(handler::end_post::end_post))
        .routes(routes!(handler::reset_password::reset_password))
        .routes(routes!(handler::set_active::set_active))
        .routes(routes!(handler::present_at_article::present_at_article))
        .routes(routes!(
            handler::present_at_matrix_draft::present_at_matrix_draft
        ))
        .routes(routes!(handler::correct_article::correct_article))
        .routes(routes!(handler::release_in_emergency::release_in_emergency))
        .routes(routes!(handler::review_emergency::review_emergency))
        .routes(routes!(handler::assess_withheld::assess_withheld))
        .routes(routes!(handler::get_attachment::get_attachment))
        .routes(
            routes!(handler::upload_attachment::upload_attachment)
                .layer(DefaultBodyLimit::max(FILE_MAX)),
        )
        .routes(routes!(handler::get_working_copy::get_working_copy))
        .routes(routes!(handler::keep_working_copy::keep_working_copy))
        .routes(routes!(handler::export_articles::export_articles))
        .routes(routes!(handler::list_emergencies::list_emergencies))
        .routes(routes!(handler::get_emergency_share::get_emergency_share))
        .routes(routes!(handler::export_emergencies::export_emergencies))
        .routes(routes!(
            handler::list_verifications::list_verifications,
            handler::create_verification::create_verification
        ))
        .routes(routes!(handler::get_anchor::get_anchor))
        .routes(routes!(handler::stream_changes::stream_changes))
        .routes(routes!(handler::list_changes::list_changes))
        .routes(routes!(handler::approve_articles::approve_articles))
        .routes(routes!(
            handler::list_delegations::list_delegations,
            handler::create_delegation::create_delegation
        ))
        .routes(routes!(
            handler::list_delegation_choices::list_delegation_choices
        ))
        .routes(routes!(handler::end_delegation::end_delegation))
        .routes(routes!(handler::override_finding::override_finding))
        .routes(routes!(handler::take_back_override::take_back_override))
        .routes(routes!(
            handler::list_terms::list_terms,
            handler::add_term::add_term
        ))
        .routes(routes!(
            handler::change_term::change_term,
            handler::retire_term::retire_term
        ))
        .routes(routes!(handler::export_terms::export_terms))
        .routes(routes!(handler::add_link_domain::add_link_domain))
        .routes(routes!(handler::retire_link_domain::retire_link_domain))
        .routes(routes!(
            handler::list_backups::list_backups,
            handler::start_backup::start_backup
        ))
        .routes(routes!(handler::cancel_backup::cancel_backup))
        .routes(routes!(handler::delete_backup::delete_backup))
        .routes(routes!(handler::search_names::search_names))
        .routes(routes!(handler::list_notifications::list_notifications))
        .routes(routes!(handler::mark_read::mark_read))
        .routes(routes!(handler::list_waiting_reviews::list_waiting_reviews))
        .routes(routes!(
            handler::get_punctuality_months::get_punctuality_months
        ))
        .routes(routes!(handler::get_empty_stages::get_empty_stages))
        .routes(routes!(handler::request_reviewer::request_reviewer))
        .routes(routes!(handler::list_rosters::list_rosters))
        .routes(routes!(handler::export_rosters::export_rosters))
        .routes(routes!(
            handler::get_roster::get_roster,
            handler::add_roster_entry::add_roster_entry
        ))
        .routes(routes!(handler::change_roster_entry::change_roster_entry))
        .routes(routes!(handler::end_roster_entry::end_roster_entry))
        .routes(routes!(handler::list_roster_forms::list_roster_forms))
        .routes(routes!(handler::export_roster_forms::export_roster_forms))
        .routes(routes!(
            handler::list_roster_collections::list_roster_collections,
            handler::open_roster_collection::open_roster_collection
        ))
        .routes(routes!(
            handler::get_roster_collection::get_roster_collection
        ))
        .routes(routes!(handler::remind_departments::remind_departments))
        .routes(routes!(
            handler::close_roster_collection::close_roster_collection
        ))
        .routes(routes!(handler::hand_in_roster::hand_in_roster))
        .routes(
            routes!(handler::file_document::file_document).layer(DefaultBodyLimit::max(FILE_MAX)),
        )
        .routes(routes!(handler::file_scan::file_scan).layer(DefaultBodyLimit::max(FILE_MAX)))
        .routes(routes!(handler::get_document::get_document))
        .routes(routes!(
            handler::get_handover::get_handover,
            handler::hand_over::hand_over
        ))
}

/// The OpenAPI document, as it follows from the route table.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    parts().1
}

fn parts() -> (Router<AppState>, utoipa::openapi::OpenApi) {
    let (routes, document) = OpenApiRouter::with_openapi(openapi::begin())
        .nest(BASE, api())
        .split_for_parts();
    (routes, openapi::complete(document))
}

/// The whole server.
pub fn router(state: AppState) -> Router {
    let idle = state.settings.idle.num_seconds();
    let sessions = SessionManagerLayer::new(DatabaseStore::new(state.db.clone()))
        .with_name(openapi::SESSION_COOKIE)
        .with_http_only(true)
        .with_same_site(SameSite::Strict)
        .with_secure(state.settings.secure_cookie)
        // The session's own clock ends it; the record is kept a little longer than that.
        .with_expiry(Expiry::OnInactivity(time::Duration::seconds(idle + 300)));
    let (routes, document) = parts();
    // The whole matrix is half a megabyte; small answers are sent as they are.
    let large = DefaultPredicate::new().and(SizeAbove::new(COMPRESSED_FROM));
    let document = serde_json::to_string_pretty(&document).unwrap_or_default();
    routes
        .layer(sessions)
        .layer(
            CompressionLayer::new()
                .quality(CompressionLevel::Fastest)
                .compress_when(large),
        )
        .route(
            lanmu_api::path::OPENAPI,
            get(|| async { ([(header::CONTENT_TYPE, "application/json")], document) }),
        )
        .route("/feeds/{name}", get(handler::read_feed::read_feed))
        .route("/healthz", get(handler::get_health::get_health))
        .method_not_allowed_fallback(|| async { Problem::new(ErrorCode::MethodNotAllowed) })
        .fallback(fallback)
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(axum::middleware::from_fn(
            middleware::origin::refuse_foreign,
        ))
        .layer(axum::middleware::from_fn_with_state(
            state.clone(),
            middleware::matrix_day::begin,
        ))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(axum::middleware::from_fn(middleware::security_headers::add))
        .layer(axum::middleware::from_fn(middleware::request_id::assign))
        .with_state(state)
}

async fn fallback(
    method: Method,
    uri: axum::http::Uri,
    headers: axum::http::HeaderMap,
) -> Response {
    if uri.path() == "/api" || uri.path().starts_with("/api/") {
        return Problem::not_found().into_response();
    }
    if !matches!(method, Method::GET | Method::HEAD) {
        return Problem::new(ErrorCode::MethodNotAllowed).into_response();
    }
    spa::serve(uri, headers).await
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the layer hands over the payload"
)]
fn panicked(payload: Box<dyn std::any::Any + Send>) -> Response {
    let cause = payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("panic");
    Problem::internal(cause).into_response()
}
