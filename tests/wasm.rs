//! The SPA's parts in a real browser; natively there is nothing to do.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use lanmu_api::error::ErrorCode;
use lanmu_domain::freshness::Status;
use lanmu_spa::api::{ClientError, IdempotencyKey, decode_error, query};
use lanmu_spa::date;
use lanmu_spa::ui::badge::StatusBadge;
use lanmu_spa::ui::error_state::ErrorState;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A place on the page with a view in it.
fn show<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> web_sys::HtmlElement {
    let place: web_sys::HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    leptos::mount::mount_to(place.clone(), view).forget();
    place
}

#[wasm_bindgen_test]
fn days_are_written_as_a_county_office_writes_them() {
    assert_eq!(date::long_day(day("2026-11-23")), "2026年11月23日（周一）");
    assert_eq!(
        date::short_day(day("2027-01-02"), day("2026-11-23")),
        "2027年1月2日"
    );
    assert_eq!(
        date::distance(day("2026-11-20"), day("2026-11-23")),
        "已超 3 天"
    );
    assert_eq!(date::distance(day("2026-11-23"), day("2026-11-23")), "今天");
}

#[wasm_bindgen_test]
fn a_time_typed_into_a_form_is_shanghai_time() {
    let at = date::from_local_input("2026-11-23T09:30").unwrap();
    assert_eq!(at.to_rfc3339(), "2026-11-23T09:30:00+08:00");
    assert_eq!(date::to_local_input(at), "2026-11-23T09:30");
    assert_eq!(date::from_local_input("2026-11-23"), None);
}

#[wasm_bindgen_test]
fn query_strings_leave_out_what_is_empty_and_encode_the_rest() {
    let text = query(&[
        ("q", Some("工作 & 动态".to_owned())),
        ("state", None),
        ("after", Some(String::new())),
        ("limit", Some("5".to_owned())),
    ]);
    assert_eq!(
        text,
        "?q=%E5%B7%A5%E4%BD%9C%20%26%20%E5%8A%A8%E6%80%81&limit=5"
    );
}

#[wasm_bindgen_test]
fn every_act_has_a_key_of_its_own() {
    assert_ne!(IdempotencyKey::new(), IdempotencyKey::new());
    assert_eq!(IdempotencyKey::new().as_str().len(), 32);
}

#[wasm_bindgen_test]
fn an_error_says_what_is_wrong_with_which_field() {
    let error = decode_error(
        r#"{"error":{"code":"invalid","message":"标题过长。",
            "fields":[{"field":"title","message":"标题过长。"}],"request_id":"1"}}"#,
    );
    assert_eq!(error.code(), Some(ErrorCode::Invalid));
    assert_eq!(error.field("title").as_deref(), Some("标题过长。"));
    assert_eq!(error.field("body"), None);
    assert_eq!(decode_error("<html>"), ClientError::Unreadable);
}

#[wasm_bindgen_test]
fn a_status_is_a_shape_and_a_word_never_colour_alone() {
    for status in Status::ALL {
        let place = show(move || view! { <StatusBadge status=status /> });
        let text = place.text_content().unwrap();
        assert!(text.contains(status.label()), "{text}");
        assert!(
            text.chars().count() > status.label().chars().count(),
            "{text}"
        );
        place.remove();
    }
}

#[wasm_bindgen_test]
fn a_failed_page_offers_a_retry() {
    let tried = RwSignal::new(0);
    let place = show(move || {
        let retry = move || tried.update(|tried| *tried += 1);
        view! { <ErrorState error=ClientError::Network on_retry=retry /> }
    });
    assert!(place.text_content().unwrap().contains("网络连接中断"));
    let button: web_sys::HtmlElement = place
        .query_selector("button")
        .unwrap()
        .unwrap()
        .unchecked_into();
    button.click();
    assert_eq!(tried.get_untracked(), 1);
    place.remove();
}
