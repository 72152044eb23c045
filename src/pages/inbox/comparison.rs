//! What changed, on the card.

use lanmu_api::article::ArticleView;
use lanmu_api::review_card::{Against, Comparison};
use lanmu_domain::diff::{ContentDiff, Version, compare};
use leptos::prelude::*;

use crate::api::review_card::comparison;
use crate::date::long_stamp;
use crate::ui::async_view::AsyncView;
use crate::ui::diff::{BodyDiffView, Segments};
use crate::ui::remote::use_remote;

/// The article with what changed in it.
#[component]
pub fn ComparisonView(
    /// The article.
    view: ArticleView,
    /// What it is compared with.
    against: Against,
) -> impl IntoView {
    let id = view.row.id;
    let other = use_remote(move || comparison(id, against));
    let view = StoredValue::new(view);
    view! {
        <AsyncView remote=other let:answer>
            {view.with_value(|view| compared(view, answer))}
        </AsyncView>
    }
}

fn compared(view: &ArticleView, answer: Comparison) -> AnyView {
    let Some(former) = answer.former else {
        return view! { <p class="diff__none">{nothing(answer.against)}</p> }.into_any();
    };
    let diff = compare(
        Version {
            content: &former.content,
            column_path: &former.column_path,
        },
        Version {
            content: &view.content,
            column_path: &answer.column_path,
        },
    );
    let with_what = match answer.against {
        Against::Live => format!("与{}发布的版本相比", long_stamp(former.at)),
        Against::Seen => "与您上次看到的版本相比".to_owned(),
        Against::Submitted => format!("与{}提交的版本相比", long_stamp(former.at)),
    };
    let changes = diff.changes();
    let summary = if changes == 0 {
        format!("{with_what}，没有变动。")
    } else {
        format!("{with_what}，共 {changes} 处变动。")
    };
    view! {
        <p class="diff__summary" role="status">
            {summary} " "
            <span class="diff__legend">
                <ins class="diff__ins">"下划线"</ins> "为新增，"
                <del class="diff__del">"删除线"</del> "为删除。"
            </span>
        </p>
        {diff
            .body
            .coarse
            .then(|| {
                view! {
                    <p class="diff__note">"变动过多，部分内容按整句或整段对比。"</p>
                }
            })}
        <Difference diff=diff />
    }
    .into_any()
}

#[component]
fn Difference(
    /// What changed.
    diff: ContentDiff,
) -> impl IntoView {
    let fields = diff
        .fields
        .into_iter()
        .map(|field| {
            view! {
                <dt>{field.field.label()}</dt>
                <dd>
                    <Segments segments=field.segments />
                </dd>
            }
        })
        .collect_view();
    view! {
        <dl class="diff__fields">{fields}</dl>
        <BodyDiffView diff=diff.body />
    }
}

const fn nothing(against: Against) -> &'static str {
    match against {
        Against::Live => "首次发布，网站上尚无此稿。",
        Against::Seen => "您此前没有看过本稿的其他版本。",
        Against::Submitted => "本稿此前没有提交过其他版本。",
    }
}
