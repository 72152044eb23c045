//! The last sheet: totals, how the chain ends, and room for names.

use std::collections::BTreeMap;

use lanmu_api::ledger::LedgerLineView;
use lanmu_domain::ledger::LedgerAct;
use leptos::prelude::*;

use crate::date::{browser_now, plain_day};

/// By act, by department, the last hash, 制表人 and 审核人.
#[component]
pub fn Totals(
    /// All lines that were printed, oldest first.
    lines: Vec<LedgerLineView>,
) -> impl IntoView {
    let acts: Vec<(String, usize)> = LedgerAct::ALL
        .into_iter()
        .map(|act| {
            let count = lines.iter().filter(|view| view.line.act == act).count();
            (act.label().to_owned(), count)
        })
        .filter(|(_, count)| *count > 0)
        .collect();
    let mut departments: BTreeMap<String, usize> = BTreeMap::new();
    for view in &lines {
        let name = match view.line.department_name.as_str() {
            "" => "全站",
            name => name,
        };
        *departments.entry(name.to_owned()).or_default() += 1;
    }
    let end = lines.last().map(|view| {
        format!(
            "本表末条为台账第 {} 条，校验值（SM3）：{}",
            view.line.sequence, view.hash
        )
    });
    let total = format!(
        "合计 {} 条，打印日期 {}。",
        lines.len(),
        plain_day(browser_now().date_naive())
    );
    view! {
        <p class="sheet__total">{total}</p>
        <div class="sheet__totals">
            {counts("按操作", acts)} {counts("按部门", departments.into_iter().collect())}
        </div>
        <p class="sheet__end">{end}</p>
        <p class="sheet__names">
            <span>"制表人："</span>
            <span>"审核人："</span>
            <span>"日期："</span>
        </p>
    }
}

fn counts(caption: &'static str, rows: Vec<(String, usize)>) -> impl IntoView {
    view! {
        <table class="sheet__table">
            <caption>{caption}</caption>
            <tbody>
                {rows
                    .into_iter()
                    .map(|(name, count)| {
                        view! {
                            <tr>
                                <th scope="row">{name}</th>
                                <td class="sheet__number">{count}</td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}
