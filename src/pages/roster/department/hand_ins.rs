//! 报送: what is asked for, and what was handed in with its sealed scan.

use lanmu_api::path;
use lanmu_api::roster::{AskedView, HandInView, RosterView};
use lanmu_api::roster_collection::HandIn;
use lanmu_domain::roster::HandInStatus;
use leptos::prelude::*;
use leptos_router::components::A;

use super::super::overview::HandInBadge;
use super::super::upload::UploadButton;
use super::documents::FileLink;
use crate::api::roster::hand_in;
use crate::date::long_stamp;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;
use crate::ui::remote::Remote;
use crate::ui::toast::use_toasts;

/// The open collections, each with the way to hand in.
#[component]
pub fn Asked(
    /// The collections.
    asked: Vec<AskedView>,
    /// The department.
    department_id: i64,
    /// Fetched again afterwards.
    remote: Remote<RosterView>,
) -> impl IntoView {
    asked
        .into_iter()
        .map(|one| view! { <AskedCard one=one department_id=department_id remote=remote /> })
        .collect_view()
}

#[component]
fn AskedCard(
    /// The collection.
    one: AskedView,
    /// The department.
    department_id: i64,
    /// Fetched again afterwards.
    remote: Remote<RosterView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let collection_id = one.collection_id;
    let act = use_act(
        move |(), key| hand_in(collection_id, HandIn { department_id }, key),
        move |()| {
            toasts.say("工作机构表已报送");
            remote.refetch();
        },
    );
    let words = if one.status == HandInStatus::Missing {
        "报送"
    } else {
        "重新报送"
    };
    let reminded = one
        .reminded_at
        .map(|at| format!("　{}已催报", long_stamp(at)));
    let label = one.title.clone();
    view! {
        <section class="card roster-asked" aria-label=label>
            <div>
                <p class="roster-asked__title">{one.title}</p>
                <p class="field__hint">
                    {format!("截止时间：{}", long_stamp(one.due))} {reminded}
                </p>
            </div>
            <HandInBadge status=one.status />
            <Button
                look=Look::Primary
                busy=Signal::derive(move || act.pending())
                on_press=move |()| act.run(())
            >
                {words}
            </Button>
            <ErrorLine message=Signal::derive(move || act.error().map(|why| why.message())) />
        </section>
    }
}

/// What was handed in.
#[component]
pub fn HandIns(
    /// The hand-ins, the newest first.
    hand_ins: Vec<HandInView>,
    /// The department.
    department_id: i64,
    /// Fetched again afterwards.
    remote: Remote<RosterView>,
) -> impl IntoView {
    let rows = if hand_ins.is_empty() {
        view! { <p class="field__hint">"还没有报送过。"</p> }.into_any()
    } else {
        let rows = hand_ins
            .into_iter()
            .map(|one| view! { <HandInRow one=one department_id=department_id remote=remote /> })
            .collect_view();
        view! { <ul class="roster-list">{rows}</ul> }.into_any()
    };
    view! {
        <section class="card roster-part" aria-labelledby="roster-hand-ins">
            <h2 class="roster-part__title" id="roster-hand-ins">
                "报送记录"
            </h2>
            {rows}
        </section>
    }
}

#[component]
fn HandInRow(
    /// The hand-in.
    one: HandInView,
    /// The department.
    department_id: i64,
    /// Fetched again afterwards.
    remote: Remote<RosterView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let HandInView {
        id,
        collection_id,
        collection_title,
        number,
        current,
        by,
        at,
        may_seal,
        scans,
        ..
    } = one;
    let title = if number > 1 {
        format!("{collection_title}（第 {number} 次报送）")
    } else {
        collection_title
    };
    let print = format!("/roster/print?department={department_id}&collection={collection_id}");
    let note = (!current).then_some("　已由后来的报送代替");
    let unsealed = scans.is_empty();
    let scans = scans
        .into_iter()
        .map(|scan| view! { <FileLink document=scan /> })
        .collect_view();
    let seal = may_seal.then(|| {
        view! {
            <UploadButton
                words=if unsealed { "上传盖章扫描件" } else { "更换盖章扫描件" }
                accept=".pdf,.jpg,.jpeg,.png"
                address=move |()| Some(path::hand_in_scan(id))
                on_done=move |()| {
                    toasts.say("盖章扫描件已上传");
                    remote.refetch();
                }
            />
        }
    });
    view! {
        <li class="roster-list__item">
            <div>
                <p>{title}</p>
                <p class="field__hint">{format!("{by}于{}报送", long_stamp(at))} {note}</p>
                {scans}
            </div>
            <div class="form__acts">
                {current
                    .then(|| {
                        view! {
                            <A
                                href=print.clone()
                                attr:class=Look::Plain.class()
                            >
                                "打印"
                            </A>
                        }
                    })} {seal}
            </div>
        </li>
    }
}
