//! 期限参数: the figures by which deadlines are judged.

mod cancel;
mod edit;
mod row;

use lanmu_api::figure::FigureView;
use lanmu_domain::parameters::FigureGroup;
use leptos::prelude::*;

use crate::api::figure::figures;
use crate::ui::async_view::AsyncView;
use crate::ui::data_table::DataTable;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use cancel::{CancelDialog, Cancelling};
use edit::EditDialog;
use row::columns;

/// What the page is doing, for its dialogs.
#[derive(Clone, Copy)]
struct Doing {
    /// The figure that is being changed.
    editing: RwSignal<Option<FigureView>>,
    /// The planned value that is being cancelled.
    cancelling: RwSignal<Option<Cancelling>>,
}

/// The page.
#[component]
pub fn Figures() -> impl IntoView {
    let list = use_remote(figures);
    let doing = Doing {
        editing: RwSignal::new(None),
        cancelling: RwSignal::new(None),
    };
    let done = UnsyncCallback::new(move |()| list.refetch());
    view! {
        <PageHeader
            title="期限参数"
            subtitle="调整自生效日期起执行，不追溯既往；事项按发生当日的参数计算期限。"
        />
        <AsyncView remote=list let:figures>
            {FigureGroup::ALL
                .into_iter()
                .map(|group| {
                    let of_group = figures.iter().filter(|figure| figure.group == group);
                    view! { <Group group=group figures=of_group.cloned().collect() doing=doing /> }
                })
                .collect_view()}
        </AsyncView>
        <EditDialog editing=doing.editing done=done />
        <CancelDialog cancelling=doing.cancelling done=done />
    }
}

/// The figures of one group; nothing where there are none.
#[component]
fn Group(
    /// The group.
    group: FigureGroup,
    /// Its figures.
    figures: Vec<FigureView>,
    /// What the page is doing.
    doing: Doing,
) -> impl IntoView {
    if figures.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="figures-group" aria-label=group.label()>
            <h2>{group.label()}</h2>
            <DataTable
                name="figures"
                label=group.label()
                class="figures-table"
                columns=columns(doing)
                rows=Signal::stored(figures)
                empty="没有参数"
            />
        </section>
    }
    .into_any()
}
