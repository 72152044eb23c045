//! Which post is to be filled, where 缺审核人 led here.

use lanmu_api::site::DepartmentView;
use lanmu_domain::role::Role;
use leptos::prelude::*;

use crate::ui::remote::Remote;
use crate::ui::url_state::use_url_state;

/// Says what is missing; the dialog of every person begins with it.
#[component]
pub fn Asked(
    /// The departments.
    known: Remote<Vec<DepartmentView>>,
) -> impl IntoView {
    let (department, role) = (use_url_state("department"), use_url_state("role"));
    let words = move || {
        let id = department.number()?;
        let role: Role = role.one_of()?;
        let known = known.get()?.ok()?;
        let found = known.into_iter().find(|found| found.id == id)?;
        Some(format!(
            "{}缺少{}。请在下面选择人员，点“授予岗位”，部门和岗位已选好。",
            found.name,
            role.label()
        ))
    };
    view! {
        {move || words().map(|words| view! { <p class="notice notice--warning">{words}</p> })}
    }
}
