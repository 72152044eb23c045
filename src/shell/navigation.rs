//! Where one can go, by permission: at the side on wide screens, at the bottom on others.

use lanmu_domain::permission::Permission;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

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

const PLACES: [Place; 18] = [
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
        href: "/backups",
        label: "数据备份",
        icon: Icon::Backup,
        needs: &[Permission::BackUp],
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

/// How many places fit at the bottom of a tablet, and of a telephone; where there are more, the last
/// of these gives way to 更多 (style/navigation.css counts them the same way).
const TABLET: usize = 8;
const TELEPHONE: usize = 5;

/// The navigation. On tablets and telephones it shows the first places of the person's posts; 更多
/// unfolds the others above them.
#[component]
pub fn Navigation() -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    let path = use_location().pathname;
    // Whoever went somewhere is done with it.
    Effect::new(move |_| {
        path.track();
        open.set(false);
    });
    let places = move || {
        open_places(session)
            .map(|place| {
                view! {
                    <li class="navigation__place">
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
    let class = move || {
        let count = open_places(session).count();
        let number = if count <= TELEPHONE {
            "navigation--few"
        } else if count <= TABLET {
            "navigation--some"
        } else {
            "navigation--many"
        };
        let open = if open.get() { "navigation--open" } else { "" };
        format!("navigation {number} {open}")
    };
    view! {
        <nav
            class=class
            aria-label="主导航"
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    open.set(false);
                }
            }
        >
            <ul class="navigation__list">
                {places}
                <li class="navigation__more">
                    <button
                        type="button"
                        class="navigation__link"
                        aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        <IconView icon=Icon::More />
                        <span>{move || if open.get() { "收起" } else { "更多" }}</span>
                    </button>
                </li>
            </ul>
        </nav>
    }
}
