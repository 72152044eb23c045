//! The head of the printed list: whose it is, as of when, and what was left out.

use lanmu_api::matrix::MatrixView;
use lanmu_domain::column::ColumnKind;
use lanmu_domain::freshness::Status;
use leptos::prelude::*;

use super::filters::Filters;
use crate::date::{long_day, plain_day};
use crate::session::use_session;

/// Seen on paper only.
#[component]
pub fn PaperHead(
    /// The matrix.
    view: StoredValue<MatrixView>,
    /// What was chosen.
    filters: Filters,
    /// How many duties are shown.
    number: Memo<usize>,
) -> impl IntoView {
    let session = use_session();
    let own = move || match session.departments().as_slice() {
        [(_, name)] => Some(name.clone()),
        _ => None,
    };
    let title = move || {
        let chosen = filters.department.number();
        let whose = match chosen {
            Some(id) => view.with_value(|view| name_of(view, id)),
            None => own(),
        };
        format!("{}网站栏目内容保障责任表", whose.unwrap_or_default())
    };
    let line = move || {
        let site = session
            .site_view()
            .map(|site| site.name)
            .unwrap_or_default();
        view.with_value(|view| {
            format!(
                "{site}　截至{}　第 {} 版，{}起施行　共 {} 项责任",
                long_day(view.today),
                view.version.number,
                plain_day(view.version.effective_from),
                number.get(),
            )
        })
    };
    let reason = view.with_value(|view| view.version.reason.clone());
    view! {
        <div class="paper__head">
            <p class="paper__title">{title}</p>
            <p>{line}</p>
            {(!reason.is_empty()).then(|| view! { <p>{format!("依据：{reason}")}</p> })}
            {move || left_out(filters).map(|words| view! { <p>{words}</p> })}
        </div>
    }
}

fn name_of(view: &MatrixView, id: i64) -> Option<String> {
    let mut departments = view.departments.iter();
    let department = departments.find(|department| department.id == id)?;
    Some(department.name.clone())
}

/// What was filtered by, besides the department.
fn left_out(filters: Filters) -> Option<String> {
    let status = filters.status.one_of::<Status>().map(Status::label);
    let kind = filters.kind.one_of::<ColumnKind>().map(ColumnKind::label);
    let doubtful = filters.filter().doubtful.then_some("待确认");
    let parts: Vec<String> = [status, kind, doubtful]
        .into_iter()
        .flatten()
        .map(str::to_owned)
        .chain([filters.top.get(), filters.words.get()])
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| format!("只列：{}", parts.join("；")))
}
