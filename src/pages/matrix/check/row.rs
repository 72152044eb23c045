//! Something that is open.

use lanmu_domain::matrix_check::{Gap, GapKind};
use lanmu_domain::permission::Permission;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::session::use_session;

/// A row of the table.
#[component]
pub fn GapRow(
    /// What is open.
    gap: Gap,
) -> impl IntoView {
    let session = use_session();
    let subject = if gap.column_path.is_empty() {
        gap.text.clone()
    } else {
        gap.column_path.join(" / ")
    };
    let grants = untrack(|| session.may(Permission::GrantPosts));
    let way = way(&gap, grants);
    let hidden = subject.clone();
    view! {
        <tr role="row">
            <td role="cell" class="gap-table__kind" data-label="类别">
                {gap.kind.label()}
            </td>
            <td role="cell" class="table__number" data-label="序号">
                {gap.row.map(|row| row.to_string())}
            </td>
            <td role="cell" data-label="栏目或者部门">
                {subject}
            </td>
            <td role="cell" data-label="需要处理的问题">
                {gap.message}
                {(gap.kind == GapKind::NoStaff && !grants)
                    .then_some("岗位由安全管理员在“人员与岗位”中授予。")}
            </td>
            <td role="cell" class="gap-table__way" data-label="处理">
                {way
                    .map(|(href, words)| {
                        view! {
                            <A href=href>
                                {words}<span class="visually-hidden">{format!("：{hidden}")}</span>
                            </A>
                        }
                    })}
            </td>
        </tr>
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
