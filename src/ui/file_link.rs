//! A file that the server makes or keeps.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Url;

use super::toast::use_toasts;
use crate::api::ClientError;
use crate::api::download::{Fetched, fetch_file};
use crate::session;

/// A link to a file. One of the whole county takes a while to make: while it comes, a line says how far
/// it is and can stop it. Where the browser cannot do that, it follows the link.
#[component]
pub fn FileLink(
    /// The address.
    #[prop(into)]
    href: Signal<String>,
    /// Its words.
    #[prop(into)]
    words: String,
    /// Its class.
    #[prop(optional)]
    class: &'static str,
    /// Its name for screen readers, where the words do not say which file.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let download = use_download();
    view! {
        <a
            class=class
            href=move || href.get()
            download=""
            rel="external"
            aria-label=label
            on:click=move |event: MouseEvent| {
                let own = event.ctrl_key() || event.meta_key() || event.shift_key();
                if !own && download(href.get_untracked()) {
                    event.prevent_default();
                }
            }
        >
            {words}
        </a>
    }
}

/// Fetches the file at an address and saves it; whether it has begun. Leaving the page does not stop
/// it.
fn use_download() -> impl Fn(String) -> bool + Copy + Send + Sync + 'static {
    let toasts = use_toasts();
    move |address| {
        let running = toasts.begin("正在准备文件……");
        let request = fetch_file(
            &address,
            move |bytes| running.say(amount(bytes)),
            move |answer| {
                running.end();
                match answer {
                    Ok(file) => {
                        toasts.say(format!("已下载“{}”。", file.name));
                        save(&file);
                    }
                    Err(error) if running.is_cancelled() => {
                        debug_assert_eq!(error, ClientError::Network);
                        toasts.say("已取消下载。");
                    }
                    Err(error) => {
                        if error.code() == Some(lanmu_api::error::ErrorCode::NotSignedIn) {
                            session::expire();
                        }
                        toasts.say(format!("下载失败：{}", error.message()));
                    }
                }
            },
        );
        match request {
            Some(request) => {
                running.on_cancel(move || drop(request.abort()));
                true
            }
            None => {
                running.end();
                false
            }
        }
    }
}

/// How much has come, in words.
fn amount(bytes: f64) -> String {
    if bytes < 1024.0 * 1024.0 {
        format!("已收到 {:.0} KB", (bytes / 1024.0).ceil())
    } else {
        format!("已收到 {:.1} MB", bytes / 1024.0 / 1024.0)
    }
}

/// Hands the file to the browser, which saves it under its name.
fn save(file: &Fetched) {
    let Ok(address) = Url::create_object_url_with_blob(&file.content) else {
        return;
    };
    let link = document().create_element("a").ok();
    if let Some(link) = link.and_then(|e| e.dyn_into::<web_sys::HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(&file.name);
        link.click();
    }
    // The browser has taken it by then.
    set_timeout(
        move || drop(Url::revoke_object_url(&address)),
        std::time::Duration::from_secs(60),
    );
}

#[cfg(test)]
mod tests {
    use super::amount;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn amounts_are_said_in_their_unit() {
        assert_eq!(amount(0.0), "已收到 0 KB");
        assert_eq!(amount(1.0), "已收到 1 KB");
        assert_eq!(amount(3.5 * 1024.0 * 1024.0), "已收到 3.5 MB");
    }
}
