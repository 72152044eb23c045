//! One thing to do, and the way to do it.

use chrono::NaiveDate;
use lanmu_api::today::TodayItem;
use lanmu_domain::review::ArticleState;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::date::{distance, short_day, stamp};
use crate::ui::badge::{StateBadge, StatusBadge};
use crate::ui::button::Look;

/// What a row says, whatever it is about.
struct Words {
    badge: AnyView,
    title: String,
    place: String,
    detail: String,
    act: &'static str,
    href: String,
}

/// A row.
#[component]
pub fn TodayRow(
    /// What is to be done.
    item: TodayItem,
    /// The server's day.
    today: NaiveDate,
) -> impl IntoView {
    let Words {
        badge,
        title,
        place,
        detail,
        act,
        href,
    } = words(item, today);
    view! {
        <li class="today-row">
            <div class="today-row__badge">{badge}</div>
            <div class="today-row__words">
                <p class="today-row__title">{title}</p>
                <p class="today-row__place">{place}</p>
                {(!detail.is_empty()).then(|| view! { <p class="today-row__detail">{detail}</p> })}
            </div>
            <A href=href attr:class=Look::Plain.class()>
                {act}
            </A>
        </li>
    }
}

fn words(item: TodayItem, today: NaiveDate) -> Words {
    let state = |state| view! { <StateBadge state=state /> }.into_any();
    match item {
        TodayItem::Returned {
            article_id,
            title,
            reason,
            by,
            at,
        } => Words {
            badge: state(ArticleState::Returned),
            title: named(title),
            place: format!("{by}于 {} 退回", stamp(at)),
            detail: reason,
            act: "去修改",
            href: format!("/articles/{article_id}/edit"),
        },
        TodayItem::Duty {
            duty_id,
            column_id,
            column_path,
            department_id,
            department_name,
            status,
            due,
            arithmetic,
            article_id,
        } => Words {
            badge: view! { <StatusBadge status=status /> }.into_any(),
            title: column_path.last().cloned().unwrap_or_default(),
            place: match due {
                Some(due) => format!(
                    "{}　{department_name}　{}到期，{}",
                    column_path.join(" / "),
                    short_day(due, today),
                    distance(due, today)
                ),
                None => format!("{}　{department_name}", column_path.join(" / ")),
            },
            detail: arithmetic,
            act: if article_id.is_some() {
                "看稿件"
            } else {
                "去填报"
            },
            href: match article_id {
                Some(id) => format!("/articles/{id}"),
                None => format!(
                    "/articles/new?column={column_id}&department={department_id}&duty={duty_id}"
                ),
            },
        },
        TodayItem::Review {
            article_id,
            title,
            stage,
            department_name,
            since,
        } => Words {
            badge: state(match stage {
                lanmu_domain::review::Stage::Release => ArticleState::InReleaseReview,
                _ => ArticleState::InSectionReview,
            }),
            title: named(title),
            place: format!("{department_name}　{} 送审", stamp(since)),
            detail: String::new(),
            act: "去审核",
            href: format!("/inbox/{article_id}"),
        },
        TodayItem::Backfill {
            article_id,
            title,
            released_at,
        } => Words {
            badge: state(ArticleState::Released),
            title: named(title),
            place: format!("{} 审发，尚未登记发布地址", stamp(released_at)),
            detail: String::new(),
            act: "登记发布",
            href: format!("/articles/{article_id}?act=publication"),
        },
        TodayItem::Draft {
            article_id,
            title,
            changed_at,
        } => Words {
            badge: state(ArticleState::Draft),
            title: named(title),
            place: format!("{} 修改，尚未提交", stamp(changed_at)),
            detail: String::new(),
            act: "继续写",
            href: format!("/articles/{article_id}/edit"),
        },
    }
}

fn named(title: String) -> String {
    if title.is_empty() {
        "（未填标题）".to_owned()
    } else {
        title
    }
}
