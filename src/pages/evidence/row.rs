//! A doubtful publication with all that speaks for and against its time.

use chrono::{DateTime, FixedOffset};
use lanmu_api::publication::PublicationRow;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::date::{long_stamp, stamp};
use crate::session::use_session;
use crate::ui::button::{Button, Look};
use crate::ui::doubt_mark::DoubtMark;

/// The row.
#[component]
pub fn Row(
    /// What it shows.
    row: PublicationRow,
    /// Asks for the verdict: the publication, and whether to accept it.
    choose: UnsyncCallback<(PublicationRow, bool)>,
) -> impl IntoView {
    let place = format!("{}　{}", row.column_path.join(" / "), row.department_name);
    let title = row.title.clone();
    let title = match row.article_id {
        Some(id) => view! { <A href=format!("/articles/{id}")>{title}</A> }.into_any(),
        None => title.into_any(),
    };
    let time = |at: Option<DateTime<FixedOffset>>, none: &str| at.map_or(none.to_owned(), stamp);
    let verdict = row.verdict.as_ref().map(|verdict| verdict.verdict);
    let given = row.verdict.as_ref().map(|given| {
        format!(
            "{}于{}{}：{}",
            given.by,
            long_stamp(given.at),
            given.verdict.label(),
            given.note
        )
    });
    let withdrawn = row
        .withdrawn_at
        .map(|at| format!("稿件已于{}撤稿。", long_stamp(at)));
    let open = row.verdict.is_none() && row.withdrawn_at.is_none();
    view! {
        <li class="evidence-item card">
            <h2 class="evidence-item__title">{title}</h2>
            <p class="evidence-item__minor">{place}</p>
            <p>
                <a href=row.url.clone() target="_blank" rel="noopener noreferrer" class="evidence-item__url">
                    {row.url.clone()}
                    <span class="visually-hidden">"（在新窗口打开）"</span>
                </a>
            </p>
            <dl class="evidence-item__times">
                <div>
                    <dt>"登记的发布时间"</dt>
                    <dd>{long_stamp(row.published_at)}</dd>
                </div>
                <div>
                    <dt>"审发时间"</dt>
                    <dd>{time(row.released_at, "未经本平台审核")}</dd>
                </div>
                <div>
                    <dt>"登记时间"</dt>
                    <dd>{long_stamp(row.recorded_at)}</dd>
                </div>
                <div>
                    <dt>"登记人"</dt>
                    <dd>{row.recorded_by.clone()}</dd>
                </div>
            </dl>
            <DoubtMark doubts=row.doubts.clone() verdict=verdict />
            {given.map(|given| view! { <p>{given}</p> })}
            {withdrawn.map(|text| view! { <p class="evidence-item__minor">{text}</p> })}
            {open.then(|| view! { <Acts row=row choose=choose /> })}
        </li>
    }
}

#[component]
fn Acts(
    /// The publication.
    row: PublicationRow,
    /// Asks for the verdict.
    choose: UnsyncCallback<(PublicationRow, bool)>,
) -> impl IntoView {
    let session = use_session();
    let own =
        untrack(|| session.who()).is_some_and(|who| row.recorded_by_id == Some(who.person_id));
    if own {
        return view! {
            <p class="evidence-item__minor">"该记录由您本人登记，须由其他协调人认定。"</p>
        }
        .into_any();
    }
    let (accept, reject) = (row.clone(), row);
    view! {
        <div class="evidence-item__acts">
            <Button look=Look::Primary on_press=move |()| choose.run((accept.clone(), true))>
                "认定有效"
            </Button>
            <Button look=Look::Danger on_press=move |()| choose.run((reject.clone(), false))>
                "认定无效"
            </Button>
        </div>
    }
    .into_any()
}
