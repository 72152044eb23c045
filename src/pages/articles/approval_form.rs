//! 审批表: one item on A4, with its opinions and signatures.

use lanmu_api::article::{ArticleView, OpinionView, Verdict};
use lanmu_api::ledger::{LedgerLineView, LedgerQuery};
use lanmu_domain::review::Stage;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::api::article::article;
use crate::api::ledger::ledger;
use crate::date::{browser_now, long_stamp, plain_day};
use crate::session::use_session;
use crate::ui::article_body::ArticleBody;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::handwriting::Handwriting;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;

/// The page.
#[component]
pub fn ApprovalForm() -> impl IntoView {
    let params = use_params_map();
    let id = move || {
        params
            .with(|params| params.get("id")?.parse::<i64>().ok())
            .unwrap_or_default()
    };
    let remote = use_remote(move || article(id()));
    let lines = use_remote(move || {
        ledger(LedgerQuery {
            article_id: Some(id()),
            ..LedgerQuery::default()
        })
    });
    let numbers = Signal::derive(move || {
        let found = lines.get().and_then(Result::ok);
        found.map(|page| in_words(&page.items)).unwrap_or_default()
    });
    view! {
        <div class="screen-only">
        <PageHeader title="审批表" subtitle="请用 A4 纸纵向打印。">
            <Button look=Look::Primary on_press=|()| drop(window().print())>"打印"</Button>
        </PageHeader>
        </div>
        <AsyncView remote=remote let:view>
            <Form view=view numbers=numbers />
        </AsyncView>
    }
}

/// The numbers of the ledger's lines, oldest first.
fn in_words(lines: &[LedgerLineView]) -> String {
    let numbers: Vec<String> = lines
        .iter()
        .rev()
        .map(|view| view.line.sequence.to_string())
        .collect();
    numbers.join("、")
}

#[component]
fn Form(
    /// The article.
    view: ArticleView,
    /// The numbers of its lines in the ledger; empty where the person does not read it.
    numbers: Signal<String>,
) -> impl IntoView {
    let site = use_session()
        .site_view()
        .map(|site| site.name)
        .unwrap_or_default();
    let content = view.content;
    let attribute = content
        .attribute
        .map_or("未选择", |attribute| attribute.label());
    let grounds = [content.attribute_reason, content.legal_basis];
    let grounds = grounds.into_iter().filter(|text| !text.is_empty());
    let attribute = std::iter::once(attribute.to_owned())
        .chain(grounds)
        .collect::<Vec<_>>()
        .join("；");
    let source = content.source.words();
    let emergency = view.emergency.map(|release| {
        let reviewed = release.review.map_or_else(
            || format!("待事后审核（{}前）", long_stamp(release.due)),
            |review| {
                format!(
                    "{}（{}）于{}事后审核：{}　{}",
                    review.by,
                    review.post,
                    long_stamp(review.at),
                    review.verdict.label(),
                    review.opinion
                )
            },
        );
        format!(
            "{}（{}）于{}紧急发布：{}。{reviewed}",
            release.by,
            release.post,
            long_stamp(release.at),
            release.reason
        )
    });
    let assessed = view.row.assess_by.map(|day| {
        let last = view.assessments.first().map_or(String::new(), |last| {
            let at = long_stamp(last.at);
            format!(
                "{}（{}）于{at}{}：{}；",
                last.by,
                last.post,
                last.verdict.label(),
                last.opinion
            )
        });
        format!("{last}须在{}前评估审查", plain_day(day))
    });
    let published = view.publication.map(|publication| {
        let withdrawal = publication.withdrawal.map(|taken| {
            let replaced = taken.replaced_by.unwrap_or_else(|| "无".to_owned());
            format!(
                "；{}撤稿，网站撤下时间为{}：{}；替代内容：{replaced}",
                taken.by,
                long_stamp(taken.at),
                taken.reason
            )
        });
        let at = long_stamp(publication.at);
        format!(
            "{at}　{}{}",
            publication.url,
            withdrawal.unwrap_or_default()
        )
    });
    let (standing, past): (Vec<_>, Vec<_>) = view
        .opinions
        .into_iter()
        .rev()
        .partition(|opinion| !opinion.voided && opinion.verdict == Verdict::Approved);
    let stages = Stage::ALL
        .into_iter()
        .map(|stage| {
            let given = standing.iter().rfind(|opinion| opinion.stage == stage);
            stage_row(stage, given.cloned())
        })
        .collect_view();
    let past = past.iter().map(past_line).collect::<Vec<_>>();
    let row = |name: &'static str, text: Option<String>| {
        text.filter(|text| !text.is_empty()).map(|text| {
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td colspan="3">{text}</td>
                </tr>
            }
        })
    };
    view! {
        <article class="form-sheet">
            <h2 class="form-sheet__title">{format!("{site}信息发布审批表")}</h2>
            <table class="form-sheet__table">
                <tbody>
                    {row("标题", Some(content.title))}
                    {row("栏目", Some(view.row.column_path.join(" / ")))}
                    {row("部门", Some(view.row.department_name))}
                    {row("文号", Some(content.document_number))}
                    {row("公开属性", Some(attribute))} {row("来源", Some(source))}
                    {row("撰写", Some(view.author_name))}
                    {row("状态", Some(view.row.state.label().to_owned()))} {stages}
                    {row("评估审查", assessed)} {row("紧急发布", emergency)}
                    {(!past.is_empty())
                        .then(|| {
                            view! {
                                <tr>
                                    <th scope="row">"退回及作废"</th>
                                    <td colspan="3">
                                        {past
                                            .into_iter()
                                            .map(|line| view! { <p>{line}</p> })
                                            .collect_view()}
                                    </td>
                                </tr>
                            }
                        })}
                    {row("发布", published)} {row("版本校验值", Some(view.revision))}
                    {move || row("台账序号", Some(numbers.get()))}
                    {row("打印日期", Some(plain_day(browser_now().date_naive())))}
                </tbody>
            </table>
            <h3>"正文"</h3>
            <ArticleBody html=content.body />
        </article>
    }
}

fn stage_row(stage: Stage, given: Option<OpinionView>) -> impl IntoView {
    let given = given.as_ref();
    let said = given.map_or_else(String::new, |opinion| {
        let secrecy = opinion
            .secrecy
            .map(|secrecy| format!("保密审查：{}。", secrecy.label()));
        format!("同意。{}{}", secrecy.unwrap_or_default(), opinion.text)
    });
    let who = given.map(|opinion| format!("{}（{}）", opinion.signed_name(), opinion.post));
    let at = given.map(|opinion| long_stamp(opinion.at));
    let name = given.map(OpinionView::signed_name).unwrap_or_default();
    let signature = given.and_then(|opinion| opinion.signature.clone());
    view! {
        <tr class="form-sheet__stage">
            <th scope="row">{stage.label()}</th>
            <td>{said}</td>
            <td>
                {who} <br /> {at}
            </td>
            <td class="form-sheet__signature">
                {match signature {
                    Some(path) => {
                        view! { <Handwriting path=path label=format!("{name}的手写签名") /> }.into_any()
                    }
                    None => view! { <span class="form-sheet__sign">"签名："</span> }.into_any(),
                }}
            </td>
        </tr>
    }
}

fn past_line(opinion: &OpinionView) -> String {
    let verdict = match opinion.verdict {
        Verdict::Returned => "退回",
        Verdict::Approved => "同意（已作废）",
    };
    let said = if opinion.text.is_empty() {
        "。".to_owned()
    } else {
        format!("：{}", opinion.text)
    };
    format!(
        "{}　{}（{}）　{}{verdict}{said}",
        long_stamp(opinion.at),
        opinion.signed_name(),
        opinion.post,
        opinion.stage.label()
    )
}
