//! What stands around every plot.

use leptos::prelude::*;

use super::room::Drawing;

/// A heading, what the plot says in one sentence, the plot, and the table behind it.
#[component]
pub fn Figure(
    /// Id, unique on the page.
    id: &'static str,
    /// The heading.
    title: &'static str,
    /// What it says in one sentence; the accessible name of the plot has it too.
    #[prop(into)]
    summary: String,
    /// The plot, from the narrowest drawing.
    drawings: Vec<Drawing>,
    /// Shapes and shades in words.
    #[prop(optional, into)]
    legend: Option<AnyView>,
    /// The same as a table.
    table: AnyView,
) -> impl IntoView {
    let heading = format!("{id}-title");
    let said = format!("{id}-summary");
    let labelled = format!("{heading} {said}");
    let rooms: Vec<&str> = drawings.iter().map(|one| one.room.code()).collect();
    let drawings = drawings
        .into_iter()
        .enumerate()
        .map(|(index, one)| {
            // The narrowest is for all that is narrower, the widest for all that is wider.
            let from = (index > 0).then(|| format!("figure__drawing--from-{}", rooms[index]));
            let below = rooms.get(index + 1);
            let below = below.map(|room| format!("figure__drawing--below-{room}"));
            let class = [Some("figure__drawing".to_owned()), from, below];
            let class = class.into_iter().flatten().collect::<Vec<_>>().join(" ");
            drawn(class, one, &labelled)
        })
        .collect_view();
    view! {
        <section class="figure card" aria-labelledby=heading.clone()>
            <h2 class="figure__title" id=heading.clone()>
                {title}
            </h2>
            <p class="figure__summary" id=said>
                {summary}
            </p>
            {legend.map(|legend| view! { <div class="figure__legend">{legend}</div> })}
            <div class="figure__drawings">{drawings}</div>
            <details class="figure__data">
                <summary>"查看数据表"</summary>
                {table}
            </details>
        </section>
    }
}

fn drawn(class: String, drawing: Drawing, labelled: &str) -> impl IntoView + use<> {
    let labelled = labelled.to_owned();
    let Drawing {
        width,
        height,
        shapes,
        ..
    } = drawing;
    view! {
        <div class=class style=("--plot-units", width.to_string())>
            // For hands and eyes; the table behind the plot is there for everybody else.
            <p class="figure__hint" aria-hidden="true">
                "左右滑动查看全部"
            </p>
            // What is wider than the page scrolls in its own box, with the keyboard too.
            <div class="figure__box" tabindex="0" role="group" aria-labelledby=labelled.clone()>
                <svg
                    class="plot"
                    viewBox=format!("0 0 {width} {height}")
                    width=width.to_string()
                    height=height.to_string()
                    role="img"
                    aria-labelledby=labelled.clone()
                >
                    {shapes}
                </svg>
            </div>
        </div>
    }
}
