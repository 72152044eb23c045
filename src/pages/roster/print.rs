//! 附件 1 on paper: one form a page, with the places for the seal and the date.

use lanmu_api::roster::RosterForm;
use lanmu_domain::roster::{Listed, RosterRole};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::api::roster::forms;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;

/// Rows for staff at least, as on the form of the notice.
const STAFF_ROWS: usize = 2;

/// The page.
#[component]
pub fn PrintForms() -> impl IntoView {
    let asked = use_query_map();
    let number = move |name: &'static str| {
        asked.with(|asked| asked.get(name).and_then(|id| id.parse::<i64>().ok()))
    };
    let remote = use_remote(move || forms(number("department"), number("collection")));
    view! {
        <div class="screen-only">
            <PageHeader title="打印工作机构表" subtitle="请用 A4 纸纵向打印，每个部门一页。">
                <Button look=Look::Primary on_press=|()| drop(window().print())>
                    "打印"
                </Button>
            </PageHeader>
        </div>
        <AsyncView remote=remote let:forms>
            {forms.into_iter().map(|form| view! { <Form form=form /> }).collect_view()}
        </AsyncView>
    }
}

#[component]
fn Form(
    /// The form.
    form: RosterForm,
) -> impl IntoView {
    let RosterForm {
        department_name,
        lines,
        ..
    } = form;
    let rows = [
        (RosterRole::Leader, "分管领导", 1),
        (RosterRole::Staff, "具体负责工作人员", STAFF_ROWS),
    ]
    .map(|(role, words, least)| {
        let own: Vec<Listed> = lines
            .iter()
            .filter(|line| line.role == role)
            .cloned()
            .collect();
        part(words, own, least)
    });
    view! {
        <section class="sheet roster-sheet" aria-label=department_name.clone()>
            <p>"附件1"</p>
            <h2 class="roster-sheet__title">
                {format!("{department_name}关于政务公开、政府网站")} <br />
                "暨政府系统政务新媒体工作机构表"
            </h2>
            <table class="sheet__table roster-sheet__table">
                <thead>
                    <tr>
                        <td class="roster-sheet__part"></td>
                        <th scope="col">"姓　名"</th>
                        <th scope="col">"职　务"</th>
                        <th scope="col" class="roster-sheet__contact">"联系方式（包括座机和手机）"</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().collect_view()}</tbody>
            </table>
            <div class="roster-sheet__seal">
                <p>{format!("{department_name}（盖章）")}</p>
                <p>"年　　月　　日"</p>
            </div>
        </section>
    }
}

fn part(words: &'static str, own: Vec<Listed>, least: usize) -> impl IntoView {
    let count = own.len().max(least);
    let mut own = own.into_iter();
    (0..count)
        .map(|at| {
            let line = own.next();
            let text = |of: fn(&Listed) -> String| line.as_ref().map(of).unwrap_or_default();
            let (name, post, contact) = (
                text(|line| line.name.clone()),
                text(|line| line.post.clone()),
                text(contact),
            );
            view! {
                <tr>
                    {(at == 0)
                        .then(|| {
                            view! {
                                <th scope="rowgroup" rowspan=count.to_string()>
                                    {words}
                                </th>
                            }
                        })} <td>{name}</td> <td>{post}</td> <td>{contact}</td>
                </tr>
            }
        })
        .collect_view()
}

fn contact(line: &Listed) -> String {
    let both = [line.office_phone.as_str(), line.mobile.as_str()];
    let both: Vec<&str> = both.into_iter().filter(|text| !text.is_empty()).collect();
    both.join("　")
}
