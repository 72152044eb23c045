//! Something that is open, as a row.

use lanmu_domain::matrix_check::{Gap, GapKind};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::ui::data_table::{Column, by_words};

/// The columns of the table; `grants` says whether the person may grant posts.
pub fn columns(grants: bool) -> Vec<Column<Gap>> {
    vec![
        Column::new("kind", "类别", |gap: &Gap| gap.kind.label())
            .class("data-table__line-cell")
            .sorted_by(|a, b| place(a.kind).cmp(&place(b.kind))),
        Column::new("row", "序号", |gap: &Gap| {
            gap.row.map(|row| row.to_string())
        })
        .number()
        .sorted_by(|a, b| a.row.cmp(&b.row)),
        Column::new("subject", "栏目或者部门", subject)
            .names()
            .sorted_by(|a, b| by_words(&subject(a), &subject(b))),
        Column::new("problem", "需要处理的问题", move |gap: &Gap| {
            let hint = (gap.kind == GapKind::NoStaff && !grants)
                .then_some("岗位由安全管理员在“人员与岗位”中授予。");
            view! {
                {gap.message.clone()}
                {hint}
            }
        }),
        Column::new("way", "处理", move |gap: &Gap| {
            let hidden = format!("：{}", subject(gap));
            way(gap, grants).map(|(href, words)| {
                view! {
                    <A href=href>{words} <span class="visually-hidden">{hidden}</span></A>
                }
            })
        })
        .class("data-table__line-cell")
        .fixed(),
    ]
}

fn place(kind: GapKind) -> Option<usize> {
    GapKind::ALL.iter().position(|other| *other == kind)
}

fn subject(gap: &Gap) -> String {
    if gap.column_path.is_empty() {
        gap.text.clone()
    } else {
        gap.column_path.join(" / ")
    }
}

/// Where it is mended, and what is done there.
fn way(gap: &Gap, grants: bool) -> Option<(String, &'static str)> {
    let words = match gap.kind {
        GapKind::NoOwner | GapKind::NameConflict | GapKind::OwnerOverlap => "调整责任部门",
        GapKind::NoRule | GapKind::RuleConflict => "设定更新要求",
        GapKind::NoAddress => "登记地址",
        GapKind::NoStaff if grants => "授予岗位",
        GapKind::NoStaff => "查看工作机构",
    };
    if let Some(id) = gap.duty_id {
        return Some((format!("/matrix/duties/{id}#manage-title"), words));
    }
    let id = gap.department_id?;
    let href = if grants {
        format!("/people?department={id}")
    } else {
        // Who is named there is whom the security administrator is told of.
        format!("/roster/{id}")
    };
    Some((href, words))
}
