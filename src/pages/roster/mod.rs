//! 工作机构: who leads and who does the work in a department, how they are reached, what they hand in.

mod collection;
mod department;
mod overview;
mod print;
mod upload;

use lanmu_domain::permission::Permission;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::session::use_session;
use department::DepartmentRoster;
use overview::Overview;

pub use collection::{CollectionPage, Collections};
pub use print::PrintForms;

/// The first page: the overview; for people of one department the roster of that.
#[component]
pub fn Rosters() -> impl IntoView {
    let session = use_session();
    move || {
        let own = session.departments();
        match own.as_slice() {
            [(id, _)] if !session.may(Permission::ManageRosters) => {
                view! { <DepartmentRoster id=*id /> }.into_any()
            }
            _ => view! { <Overview /> }.into_any(),
        }
    }
}

/// The roster of the department in the address.
#[component]
pub fn RosterOfDepartment() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get("id").and_then(|id| id.parse::<i64>().ok()))
    });
    move || {
        let id = id.get().unwrap_or_default();
        view! { <DepartmentRoster id=id /> }
    }
}
