//! Back-filling the published address.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use lanmu_api::article::{ArticleView, RecordPublication};
use lanmu_domain::review::Stage;
use leptos::prelude::*;

use super::open_events::OpenEvents;
use super::time_warning::TimeWarning;
use crate::api::article::record_publication;
use crate::date::{browser_now, from_local_input, to_local_input};
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::day_picker::DayPicker;
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::remote::Remote;
use crate::ui::toast::use_toasts;

/// 登记发布: address and time.
#[component]
pub fn PublicationDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The article.
    view: ArticleView,
    /// Where the article comes from.
    remote: Remote<ArticleView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let (article_id, version) = (view.row.id, view.version);
    let released_at = released_at(&view);
    let chosen = RwSignal::new(BTreeSet::new());
    let url = RwSignal::new(String::new());
    let at = RwSignal::new(to_local_input(browser_now()));
    let time_wrong = RwSignal::new(false);
    let record = use_act(
        move |form: RecordPublication, key| record_publication(article_id, form, key),
        move |after: ArticleView| {
            open.set(false);
            let doubtful = after.publication.is_some_and(|it| !it.doubts.is_empty());
            toasts.say(if doubtful {
                "已登记发布；发布时间存疑，由协调人核实后才计入更新"
            } else {
                "已登记发布，栏目状态已更新"
            });
            remote.refetch();
        },
    );
    let send = move || {
        let time = from_local_input(&at.get_untracked());
        time_wrong.set(time.is_none());
        if let Some(published_at) = time {
            let url = url.get_untracked().trim().to_owned();
            let event_ids = chosen.get_untracked().into_iter().collect();
            record.run(RecordPublication {
                version,
                url,
                published_at,
                event_ids,
            });
        }
    };
    view! {
        <Dialog open=open title="登记发布">
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    send();
                }
            >
                <Field
                    id="publication-url"
                    label="发布地址"
                    value=url
                    kind="url"
                    hint="稿件在网站上的网址，以 http:// 或 https:// 开头。"
                    required=true
                    error=Signal::derive(move || record.field_error("url"))
                />
                <DayPicker
                    id="publication-time"
                    label="发布时间"
                    value=at
                    on_change=move |text| at.set(text)
                    timed=true
                    required=true
                    error=Signal::derive(move || {
                        time_wrong
                            .get()
                            .then(|| "请填写完整的日期和时间。".to_owned())
                            .or_else(|| record.field_error("published_at"))
                    })
                />
                <TimeWarning at=at released_at=released_at />
                <OpenEvents article_id=article_id chosen=chosen />
                <ErrorLine message=Signal::derive(move || {
                    record.general_error(&["url", "published_at"])
                }) />
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <Button
                        look=Look::Primary
                        submit=true
                        busy=Signal::derive(move || record.pending())
                    >
                        "确认登记"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}

/// When the third review approved it, or a leader released it in an emergency.
pub(super) fn released_at(view: &ArticleView) -> Option<DateTime<FixedOffset>> {
    let mut signatures = view.signatures.iter();
    signatures
        .find(|signature| signature.stage == Stage::Release)
        .map(|signature| signature.at)
        .or(view.emergency.as_ref().map(|release| release.at))
}
