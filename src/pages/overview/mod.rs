//! 统计分析: how the county, or the own departments, stand, as plots with the tables behind them.

mod ahead;
mod freshness;
mod heat;
mod months;
mod waiting;

use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use crate::date::long_day;
use crate::session::use_session;
use crate::ui::button::Button;
use crate::ui::page_header::PageHeader;
use ahead::Ahead;
use heat::Freshness;
use months::Months;
use waiting::Waiting;

/// The page. Each plot is loaded by itself: one that is slow keeps nobody from the others.
#[component]
pub fn Overview() -> impl IntoView {
    let session = use_session();
    let subtitle = Signal::derive(move || {
        let whose = if session.may(Permission::ViewWholeMatrix) {
            "全县".to_owned()
        } else {
            let own = session.departments().into_iter().map(|(_, name)| name);
            own.collect::<Vec<_>>().join("、")
        };
        let today = session.site_view().map(|site| long_day(site.today));
        format!("{whose}　截至{}", today.unwrap_or_default())
    });
    view! {
        <PageHeader title="统计分析" subtitle=subtitle>
            <Button on_press=|()| drop(window().print())>"打印"</Button>
        </PageHeader>
        <div class="overview">
            <div class="overview__low">
                <Waiting />
                <Ahead />
                <Months />
            </div>
            <Freshness />
        </div>
    }
}
