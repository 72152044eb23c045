//! One thing to do, and the way to do it.

use chrono::NaiveDate;
use lanmu_api::publication::DoubtState;
use lanmu_api::today::TodayItem;
use lanmu_domain::review::{ArticleState, EmergencyStatus};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::date::{distance, long_stamp, short_day};
use crate::ui::badge::{AttestationBadge, DoubtBadge, EmergencyBadge, StateBadge, StatusBadge};
use crate::ui::button::Look;
use crate::ui::doubt_mark::doubts_in_words;
use crate::ui::facts::facts;

/// What a row says, whatever it is about.
struct Words {
    badge: AnyView,
    title: String,
    /// Facts, each kept together.
    place: Vec<String>,
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
                <p class="today-row__place">{facts(place)}</p>
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
            place: vec![format!("{by}于{}退回", long_stamp(at))],
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
            place: [column_path.join(" / "), department_name]
                .into_iter()
                .chain(due.map(|due| falls_due(due, today)))
                .collect(),
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
            on_behalf_of,
        } => Words {
            badge: state(match stage {
                lanmu_domain::review::Stage::Release => ArticleState::InReleaseReview,
                _ => ArticleState::InSectionReview,
            }),
            title: named(title),
            place: vec![department_name, format!("{}送审", long_stamp(since))],
            detail: on_behalf_of
                .map(|name| format!("代{name}办理"))
                .unwrap_or_default(),
            act: "去审核",
            href: format!("/inbox/{article_id}"),
        },
        TodayItem::EmptyStage {
            article_id,
            title,
            stage,
            department_name,
            since,
        } => Words {
            badge: missing(),
            title: named(title),
            place: vec![
                department_name,
                format!("{}起等待{}", long_stamp(since), stage.label()),
            ],
            detail: format!(
                "该部门没有可以{}的{}，稿件在此等待，请尽快落实人员。",
                stage.label(),
                stage.role().label()
            ),
            act: "查看",
            href: format!("/articles/{article_id}"),
        },
        TodayItem::NamePerson {
            department_id,
            department_name,
            role,
            count,
            since,
        } => Words {
            badge: missing(),
            title: format!("落实{department_name}{}", role.label()),
            place: vec![format!(
                "{count} 篇稿件等待审核，最早自{}起",
                long_stamp(since)
            )],
            detail: "该部门没有可以办理的人员，请授予岗位。".to_owned(),
            act: "去落实",
            href: format!("/people?department={department_id}&role={}", role.key()),
        },
        TodayItem::Emergency {
            article_id,
            title,
            department_name,
            by,
            at,
            due,
            overdue,
        } => {
            let status = if overdue {
                EmergencyStatus::Overdue
            } else {
                EmergencyStatus::Waiting
            };
            Words {
                badge: view! { <EmergencyBadge status=status /> }.into_any(),
                title: named(title),
                place: vec![department_name, format!("{by}于{}紧急发布", long_stamp(at))],
                detail: if overdue {
                    format!("应于{}前完成事后审核，已超时。", long_stamp(due))
                } else {
                    format!("须于{}前完成事后审核。", long_stamp(due))
                },
                act: "事后审核",
                href: format!("/articles/{article_id}?act=emergency-review"),
            }
        }
        TodayItem::Assessment {
            article_id,
            title,
            department_name,
            due,
            overdue,
        } => Words {
            badge: state(ArticleState::Filed),
            title: named(title),
            place: vec![
                department_name,
                format!("不予公开，{}", falls_due(due, today)),
            ],
            detail: if overdue {
                "已超过评估审查期限，请尽快评估是否可以公开。".to_owned()
            } else {
                "请评估不予公开的理由是否仍然成立。".to_owned()
            },
            act: "评估审查",
            href: format!("/articles/{article_id}?act=assessment"),
        },
        TodayItem::Attestation {
            attestation_id,
            duty_id,
            column_path,
            department_name,
            note,
            by,
            since,
            nobody_confirms,
        } => Words {
            badge: view! { <AttestationBadge awaits=true decision=None /> }.into_any(),
            title: format!(
                "确认核对无变化：{}",
                column_path.last().cloned().unwrap_or_default()
            ),
            place: vec![
                column_path.join(" / "),
                department_name,
                format!("{by}于{}登记", long_stamp(since)),
            ],
            detail: if nobody_confirms {
                "该部门没有可以确认的股室领导，请尽快落实人员。".to_owned()
            } else {
                note
            },
            act: if nobody_confirms {
                "查看"
            } else {
                "去确认"
            },
            href: if nobody_confirms {
                format!("/matrix/duties/{duty_id}")
            } else {
                format!("/matrix/duties/{duty_id}?decide={attestation_id}")
            },
        },
        TodayItem::Verdicts { count, since } => Words {
            badge: doubtful(),
            title: "核实存疑发布".to_owned(),
            place: vec![format!(
                "共 {count} 条待核实，最早登记于{}",
                long_stamp(since)
            )],
            detail: String::new(),
            act: "去核实",
            href: "/evidence".to_owned(),
        },
        TodayItem::Doubtful {
            article_id,
            title,
            department_name,
            published_at,
            doubts,
            ..
        } => Words {
            badge: doubtful(),
            title: named(title),
            place: vec![
                department_name,
                format!("登记的发布时间为{}，尚未计入更新", long_stamp(published_at)),
            ],
            detail: format!(
                "{}。时间填错的，可以更正；无误的，等待协调人核实。",
                doubts_in_words(&doubts)
            ),
            act: "查看",
            href: article_id.map_or("/articles".to_owned(), |id| format!("/articles/{id}")),
        },
        TodayItem::Roster {
            title,
            department_id,
            department_name,
            due,
            overdue,
            reminded_at,
            ..
        } => Words {
            badge: unreported(overdue),
            title: format!("报送工作机构表：{title}"),
            place: vec![department_name, format!("{}截止", long_stamp(due))],
            detail: match (overdue, reminded_at) {
                (true, Some(at)) => {
                    format!("已超过截止时间，{}已催报，请尽快报送。", long_stamp(at))
                }
                (true, None) => "已超过截止时间，请尽快报送。".to_owned(),
                (false, Some(at)) => format!("{}已催报。", long_stamp(at)),
                (false, None) => String::new(),
            },
            act: "去报送",
            href: format!("/roster/{department_id}"),
        },
        TodayItem::Backfill {
            article_id,
            title,
            released_at,
        } => Words {
            badge: state(ArticleState::Released),
            title: named(title),
            place: vec![format!("{}审发，尚未登记发布地址", long_stamp(released_at))],
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
            place: vec![format!("{}修改，尚未提交", long_stamp(changed_at))],
            detail: String::new(),
            act: "继续写",
            href: format!("/articles/{article_id}/edit"),
        },
    }
}

fn missing() -> AnyView {
    view! { <span class="badge badge--returned"><span class="badge__shape" aria-hidden="true">"▲"</span>"缺审核人"</span> }
        .into_any()
}

fn unreported(overdue: bool) -> AnyView {
    let (class, shape, words) = if overdue {
        ("badge badge--returned", "▲", "逾期未报")
    } else {
        ("badge badge--waiting", "◇", "待报送")
    };
    view! { <span class=class><span class="badge__shape" aria-hidden="true">{shape}</span>{words}</span> }
        .into_any()
}

fn doubtful() -> AnyView {
    view! { <DoubtBadge state=DoubtState::Open /> }.into_any()
}

/// When it falls due, and how far off that is.
fn falls_due(due: NaiveDate, today: NaiveDate) -> String {
    format!("{}到期，{}", short_day(due, today), distance(due, today))
}

fn named(title: String) -> String {
    if title.is_empty() {
        "（未填标题）".to_owned()
    } else {
        title
    }
}
