//! Pages by their names, and by the initials of these.

use lanmu_domain::permission::Permission;

use super::choice::{Choice, Group};
use crate::session::Session;
use crate::shell::navigation::{Place, open_places};

/// A page that the navigation does not name.
struct Below {
    href: &'static str,
    label: &'static str,
    letters: &'static str,
    /// Any of these opens it; nobody needs any where there is none.
    needs: &'static [Permission],
}

const BELOW: [Below; 11] = [
    Below {
        href: "/articles/new",
        label: "写稿",
        letters: "xg",
        needs: &[Permission::WriteArticles],
    },
    Below {
        href: "/events/new",
        label: "登记触发事件",
        letters: "djcfsj",
        needs: &[Permission::RegisterEvents],
    },
    Below {
        href: "/matrix/check",
        label: "责任表核查",
        letters: "zrbhc",
        needs: &[Permission::ViewWholeMatrix],
    },
    Below {
        href: "/matrix/annex",
        label: "分工表导出与核对",
        letters: "fgbdcyhd",
        needs: &[Permission::ViewWholeMatrix],
    },
    Below {
        href: "/matrix/versions",
        label: "责任表调整",
        letters: "zrbtz",
        needs: &[Permission::ManageMatrix],
    },
    Below {
        href: "/roster/collections",
        label: "收集工作机构表",
        letters: "sjgzjgb",
        needs: &[Permission::ManageRosters],
    },
    Below {
        href: "/help",
        label: "使用手册",
        letters: "sysc",
        needs: &[],
    },
    Below {
        href: "/ledger/verification",
        label: "台账核验",
        letters: "tzhy",
        needs: &[Permission::VerifyLedger],
    },
    Below {
        href: "/ledger/print",
        label: "打印台账",
        letters: "dytz",
        needs: &[Permission::ViewOwnLedger, Permission::ViewWholeLedger],
    },
    Below {
        href: "/notifications",
        label: "消息",
        letters: "xx",
        needs: &[],
    },
    Below {
        href: "/password",
        label: "修改密码",
        letters: "xgmm",
        needs: &[],
    },
];

/// The initials of a place's name.
fn letters(place: &Place) -> &'static str {
    match place.href {
        "/" => "jrdb",
        "/inbox" => "shx",
        "/articles" => "gj",
        "/calendar" => "gxrl",
        "/overview" => "tjfx",
        "/red-lines" => "hx",
        "/matrix" => "zrjz",
        "/evidence" => "cyfb",
        "/emergencies" => "jjfb",
        "/events" => "cfsj",
        "/ledger" => "tz",
        "/work-calendar" => "gzrl",
        "/figures" => "qxcs",
        "/terms" => "yyk",
        "/roster" => "gzjg",
        "/people" => "ryygw",
        "/backups" => "sjbf",
        "/delegations" => "wtdb",
        _ => "",
    }
}

/// The pages that the person may open and that fit.
#[must_use]
pub fn pages(session: Session, typed: &str) -> Vec<Choice> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    let fits = |label: &str, letters: &str| label.contains(&typed) || letters.contains(&typed);
    let choice = |href: &str, label: &str| Choice {
        group: Group::Page,
        title: label.to_owned(),
        detail: String::new(),
        href: href.to_owned(),
    };
    let places = open_places(session)
        .filter(|place| fits(place.label, letters(place)))
        .map(|place| choice(place.href, place.label));
    let below = BELOW
        .iter()
        .filter(|page| page.needs.is_empty() || page.needs.iter().any(|p| session.may(*p)))
        .filter(|page| fits(page.label, page.letters))
        .map(|page| choice(page.href, page.label));
    places.chain(below).collect()
}
