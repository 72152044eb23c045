//! Where one can go, by permission: at the side on wide screens, at the bottom on others.

use lanmu_domain::permission::Permission;
use leptos::prelude::*;
use leptos_router::components::A;

use super::inbox_count::InboxCount;
use crate::session::{Session, use_session};
use crate::ui::icon::{Icon, IconView};

/// A page of the first level.
pub struct Place {
    /// Its address.
    pub href: &'static str,
    /// Its name.
    pub label: &'static str,
    icon: Icon,
    /// Any of these opens it.
    needs: &'static [Permission],
}

const PLACES: [Place; 17] = [
    Place {
        href: "/",
        label: "今日待办",
        icon: Icon::Today,
        needs: &[Permission::ViewToday],
    },
    Place {
        href: "/inbox",
        label: "审核箱",
        icon: Icon::Inbox,
        needs: &[Permission::ReviewArticles],
    },
    Place {
        href: "/articles",
        label: "稿件",
        icon: Icon::Article,
        needs: &[
            Permission::WriteArticles,
            Permission::ReviewArticles,
            Permission::ViewWholeMatrix,
        ],
    },
    Place {
        href: "/calendar",
        label: "更新日历",
        icon: Icon::Calendar,
        needs: &[Permission::ViewCalendar],
    },
    Place {
        href: "/red-lines",
        label: "红线",
        icon: Icon::RedLine,
        needs: &[Permission::ViewCalendar],
    },
    Place {
        href: "/overview",
        label: "统计分析",
        icon: Icon::Overview,
        needs: &[Permission::ViewCalendar],
    },
    Place {
        href: "/matrix",
        label: "责任矩阵",
        icon: Icon::Matrix,
        needs: &[Permission::ViewOwnMatrix, Permission::ViewWholeMatrix],
    },
    Place {
        href: "/evidence",
        label: "存疑发布",
        icon: Icon::Evidence,
        needs: &[Permission::ManageMatrix],
    },
    Place {
        href: "/emergencies",
        label: "紧急发布",
        icon: Icon::Emergency,
        needs: &[Permission::ManageMatrix],
    },
    Place {
        href: "/events",
        label: "触发事件",
        icon: Icon::Event,
        needs: &[Permission::RegisterEvents, Permission::ViewOwnMatrix],
    },
    Place {
        href: "/ledger",
        label: "台账",
        icon: Icon::Ledger,
        needs: &[Permission::ViewOwnLedger, Permission::ViewWholeLedger],
    },
    Place {
        href: "/work-calendar",
        label: "工作日历",
        icon: Icon::WorkCalendar,
        needs: &[Permission::ManageCalendar],
    },
    Place {
        href: "/figures",
        label: "期限参数",
        icon: Icon::Figures,
        needs: &[Permission::ManageMatrix],
    },
    Place {
        href: "/terms",
        label: "用语库",
        icon: Icon::Terms,
        needs: &[Permission::ManageTerms],
    },
    Place {
        href: "/roster",
        label: "工作机构",
        icon: Icon::Roster,
        needs: &[Permission::KeepRoster],
    },
    Place {
        href: "/people",
        label: "人员与岗位",
        icon: Icon::People,
        needs: &[Permission::ManagePeople, Permission::GrantPosts],
    },
    Place {
        href: "/delegations",
        label: "委托代办",
        icon: Icon::Delegation,
        needs: &[Permission::ReviewArticles, Permission::GrantPosts],
    },
];

/// The places that the person may open; reactive.
pub fn open_places(session: Session) -> impl Iterator<Item = &'static Place> {
    let may = move |place: &&Place| place.needs.iter().any(|needed| session.may(*needed));
    PLACES.iter().filter(may)
}

/// Where a person without 今日待办 begins.
#[must_use]
pub fn first_place(session: Session) -> Option<&'static str> {
    open_places(session).next().map(|place| place.href)
}

/// The name of a place of the first level.
#[must_use]
pub fn label_of(href: &str) -> Option<&'static str> {
    let place = PLACES.iter().find(|place| place.href == href)?;
    Some(place.label)
}

/// The navigation.
#[component]
pub fn Navigation() -> impl IntoView {
    let session = use_session();
    let places = move || {
        open_places(session)
            .map(|place| {
                view! {
                    <li>
                        <A href=place.href exact=place.href == "/" attr:class="navigation__link">
                            <IconView icon=place.icon />
                            <span>{place.label}</span>
                            {(place.href == "/inbox").then(|| view! { <InboxCount /> })}
                        </A>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <nav class="navigation" aria-label="主导航">
            <ul class="navigation__list">{places}</ul>
        </nav>
    }
}
