//! What stands around every plot.

use leptos::prelude::*;

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
    /// Width of the drawing, in its own units.
    width: u32,
    /// Height of the drawing.
    height: u32,
    /// Shapes and shades in words.
    #[prop(optional, into)]
    legend: Option<AnyView>,
    /// The same as a table.
    table: AnyView,
    /// The drawing.
    children: Children,
) -> impl IntoView {
    let heading = format!("{id}-title");
    let said = format!("{id}-summary");
    let labelled = format!("{heading} {said}");
    view! {
        <section class="figure card" aria-labelledby=heading.clone()>
            <h2 class="figure__title" id=heading.clone()>
                {title}
            </h2>
            <p class="figure__summary" id=said>
                {summary}
            </p>
            {legend.map(|legend| view! { <div class="figure__legend">{legend}</div> })}
            // What is wider than the page scrolls in its own box, with the keyboard too.
            <div class="figure__box" tabindex="0" role="group" aria-labelledby=labelled>
                <svg
                    class="plot"
                    viewBox=format!("0 0 {width} {height}")
                    width=width.to_string()
                    height=height.to_string()
                    role="img"
                    aria-labelledby=labelled.clone()
                >
                    {children()}
                </svg>
            </div>
            <details class="figure__data">
                <summary>"查看数据表"</summary>
                {table}
            </details>
        </section>
    }
}
