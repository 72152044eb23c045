//! A sheet of the printed ledger.

use lanmu_api::ledger::LedgerLineView;
use leptos::prelude::*;

use super::super::table::ending;
use crate::date::stamp;

/// How much of a hash is printed with a line; the last one is printed whole.
const HASH_SHOWN: usize = 12;

/// What stands over every sheet.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The name of the site.
    pub site: String,
    /// The period in words.
    pub period: String,
}

/// The sheet: head, content, and 第 x 页 共 y 页.
#[component]
pub fn Sheet(
    /// What stands over it.
    heading: Heading,
    /// Which sheet it is.
    number: usize,
    /// How many there are.
    count: usize,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let label = format!("第 {number} 页");
    view! {
        <section class="sheet" aria-label=label>
            <header class="sheet__head">
                <h2>{format!("{}信息发布台账", heading.site)}</h2>
                <p>{heading.period}</p>
            </header>
            {children()}
            <footer class="sheet__foot">{format!("第 {number} 页　共 {count} 页")}</footer>
        </section>
    }
}

/// Some lines as a table.
#[component]
pub fn Rows(
    /// The lines.
    lines: Vec<LedgerLineView>,
) -> impl IntoView {
    view! {
        <table class="sheet__table">
            <thead>
                <tr>
                    <th scope="col" class="sheet__number">"序号"</th>
                    <th scope="col" class="sheet__time">"时间"</th>
                    <th scope="col" class="sheet__act">"操作"</th>
                    <th scope="col">"事项、栏目"</th>
                    <th scope="col" class="sheet__who">"部门、人员"</th>
                    <th scope="col">"说明"</th>
                    <th scope="col" class="sheet__hash">"校验值"</th>
                </tr>
            </thead>
            <tbody>{lines.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

fn row(view: LedgerLineView) -> impl IntoView {
    let LedgerLineView { line, hash } = view;
    let ending = ending(&line);
    let who = [line.department_name, line.person_name, line.post];
    let who = who.into_iter().filter(|part| !part.is_empty());
    let who = who.collect::<Vec<_>>().join("　");
    let what = [line.subject, line.column_path];
    let what = what.into_iter().filter(|part| !part.is_empty());
    let what = what.collect::<Vec<_>>().join("　");
    let short: String = hash.chars().take(HASH_SHOWN).collect();
    view! {
        <tr>
            <td class="sheet__number">{line.sequence}</td>
            <td>{stamp(line.at)}</td>
            <td>
                {line.act.label()} <br /> {ending}
            </td>
            <td>{what}</td>
            <td>{who}</td>
            <td>{line.note}</td>
            <td class="sheet__hash">{short}</td>
        </tr>
    }
}
