//! What the signs in the cells mean, and how far the columns are folded.

use lanmu_domain::freshness::Status;
use leptos::prelude::*;

use super::State;
use crate::ui::badge::{status_class, status_shape};
use crate::ui::select::{Choice, Select};

/// The levels of columns as the table calls them.
const LEVELS: [&str; 4] = ["首页栏目", "一级栏目", "二级栏目", "三级栏目"];

/// The choice of a level, and the signs.
#[component]
pub fn Legend(
    /// What is shown.
    state: State,
) -> impl IntoView {
    let levels = state.tree.levels();
    let choices: Vec<Choice> = std::iter::once(Choice::new("", "全部"))
        .chain(
            LEVELS
                .iter()
                .take(levels)
                .enumerate()
                .map(|(at, name)| Choice::new(at + 1, *name)),
        )
        .collect();
    let signs = Status::ALL
        .map(|status| {
            view! {
                <li class="grid-legend__item">
                    <span
                        class=format!("grid-legend__mark grid-cell--{}", status_class(status))
                        aria-hidden="true"
                    >
                        {status_shape(status)}
                    </span>
                    {status.label()}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="filters grid-tools">
            <Select
                id="grid-level"
                label="展开到"
                choices=choices
                value=state.level.text
                on_change=move |level| {
                    state.nodes.set("");
                    state.level.set(level);
                }
            />
            <ul class="grid-legend" aria-label="图例">
                {signs}
            </ul>
        </div>
        <p class="grid-hint">
            "空格表示该部门不负责该栏目；收起的栏目按部门汇总，显示最急的状态和项数。可用方向键、翻页键、Home、End 移动，回车打开或者展开，Esc 收起刚展开的汇总。"
        </p>
    }
}
