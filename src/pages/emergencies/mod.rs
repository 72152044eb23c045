//! 紧急发布: which items were released past the reviews, how their review stands, and their share.

mod row;
mod share;

use lanmu_domain::review::EmergencyStatus;
use leptos::prelude::*;

use crate::api::emergency::{EmergencyFilter, emergencies, emergencies_file};
use crate::api::site::departments;
use crate::live::refetch_on;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::day_field::DayField;
use crate::ui::empty_state::EmptyState;
use crate::ui::export_links::ExportLinks;
use crate::ui::load_more::{LoadMore, first_pages, pages_of};
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::use_url_state;
use lanmu_domain::permission::Permission;
use row::Row;
use share::Share;

/// The page.
#[component]
pub fn Emergencies() -> impl IntoView {
    let session = use_session();
    let (status, department) = (use_url_state("status"), use_url_state("department"));
    let (from, to, pages) = (
        use_url_state("from"),
        use_url_state("to"),
        use_url_state("pages"),
    );
    let filter = Memo::new(move |_| EmergencyFilter {
        status: EmergencyStatus::from_key(&status.get()),
        department_id: department.number(),
        from: from.get().parse().ok(),
        to: to.get().parse().ok(),
    });
    let list = use_remote(move || {
        let filter = filter.get();
        first_pages(pages_of(pages), move |after| {
            let filter = filter.clone();
            async move { emergencies(&filter, after).await }
        })
    });
    refetch_on(list, |_| true);
    let file = Signal::derive(move || filter.with(emergencies_file));
    let states: Vec<Choice> = std::iter::once(Choice::new("", "全部"))
        .chain(EmergencyStatus::ALL.map(|status| Choice::new(status.key(), status.label())))
        .collect();
    let known = use_remote(departments);
    let whole = move || session.may(Permission::ViewWholeMatrix);
    let places = Signal::derive(move || {
        let all = known.get().and_then(Result::ok).unwrap_or_default();
        std::iter::once(Choice::new("", "全部"))
            .chain(all.into_iter().map(|one| Choice::new(one.id, one.name)))
            .collect::<Vec<_>>()
    });
    view! {
        <PageHeader
            title="紧急发布"
            subtitle="分管领导未经三审先行签发的稿件，须在规定时限内由他人事后审核。"
        >
            <ExportLinks href=file />
        </PageHeader>
        <div class="filters">
            <Select
                id="emergency-status"
                label="状态"
                choices=states
                value=Signal::derive(move || status.get())
                on_change=move |value| status.set(value)
            />
            <Show when=whole>
                <Select
                    id="emergency-department"
                    label="部门"
                    choices=places
                    value=Signal::derive(move || department.get())
                    on_change=move |value| department.set(value)
                />
            </Show>
            <DayField id="emergency-from" label="从" state=from />
            <DayField id="emergency-to" label="到" state=to />
        </div>
        <Share filter=filter />
        <AsyncView remote=list let:page>
            {if page.items.is_empty() {
                view! { <EmptyState title="没有符合条件的紧急发布" hint="" /> }.into_any()
            } else {
                view! {
                    <ul class="evidence-list">
                        {page.items.into_iter().map(|row| view! { <Row row=row /> }).collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </AsyncView>
        <LoadMore remote=list state=pages unit="件" />
    }
}
