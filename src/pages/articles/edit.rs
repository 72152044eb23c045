//! Writing a new article and changing one.

use lanmu_api::article::Verdict;
use lanmu_api::working_copy::Slot;
use lanmu_domain::review::{ActKind, ArticleState, WithheldVerdict};
use lanmu_domain::role::Role;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::assessment::assessment_line;
use super::form::ArticleForm;
use super::returned::Returned;
use crate::api::ClientError;
use crate::api::article::article;
use crate::api::working_copy::working_copy;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::review_case::availabilities;

/// Writing: department and column come from the address, e.g. from 今日待办.
#[component]
pub fn NewArticle() -> impl IntoView {
    let session = use_session();
    let query = use_query_map();
    let number = |name: &str| query.with_untracked(|query| query.get(name)?.parse::<i64>().ok());
    let departments = session.departments_as(Role::Officer);
    if departments.is_empty() {
        return view! {
            <PageHeader title="写稿" />
            <p>"只有填录人员可以写稿。如需岗位，请联系安全管理员。"</p>
        }
        .into_any();
    }
    let asked = number("department").filter(|id| departments.iter().any(|(own, _)| own == id));
    let department_id = asked.or_else(|| departments.first().map(|(id, _)| *id));
    let column_id = number("column");
    let remote = use_remote(move || working_copy(Slot::New(column_id.unwrap_or_default())));
    view! {
        <PageHeader title="写稿" />
        <AsyncView remote=remote let:kept>
            <ArticleForm
                stored=None
                department_id=department_id
                column_id=column_id
                kept=kept
            />
        </AsyncView>
    }
    .into_any()
}

/// Changing: says so where it voids what was approved.
#[component]
pub fn EditArticle() -> impl IntoView {
    let session = use_session();
    let params = use_params_map();
    let id = move || {
        params
            .with(|params| params.get("id")?.parse::<i64>().ok())
            .unwrap_or_default()
    };
    // What was typed before is asked for only once the article is there.
    let remote = use_remote(move || {
        let id = id();
        async move {
            let view = article(id).await?;
            // Whoever may not write it has typed nothing.
            let kept = match working_copy(Slot::Article(id)).await {
                Err(ClientError::Api(_)) => None,
                other => other?,
            };
            Ok((view, kept))
        }
    });
    view! {
        <PageHeader title="修改稿件" />
        <AsyncView remote=remote let:found>
            {
                let (view, kept) = found;
                let refusals = session
                    .actor()
                    .map(|actor| availabilities(&view, &actor))
                    .unwrap_or_default()
                    .into_iter()
                    .find(|availability| availability.act == ActKind::Edit)
                    .map(|availability| availability.refusals)
                    .unwrap_or_default();
                if refusals.is_empty() {
                    let department_id = Some(view.row.department_id);
                    let column_id = Some(view.content.column_id);
                    let returned = (view.row.state == ArticleState::Returned)
                        .then(|| {
                            let mut said = view.opinions.iter();
                            said.find(|opinion| opinion.verdict == Verdict::Returned).cloned()
                        })
                        .flatten();
                    let voids = view.row.state.awaited_stage().is_some()
                        || matches!(view.row.state, ArticleState::Released | ArticleState::Filed);
                    let reopened = (view.row.state == ArticleState::Returned)
                        .then(|| view.assessments.first().cloned())
                        .flatten()
                        .filter(|found| {
                            found.verdict == WithheldVerdict::Reopened
                                && returned.as_ref().is_none_or(|opinion| opinion.at < found.at)
                        });
                    let returned = returned.filter(|_| reopened.is_none());
                    view! {
                        {reopened
                            .map(|found| {
                                view! { <p class="notice notice--warning">{assessment_line(&found)}</p> }
                            })}
                        {returned.map(|opinion| view! { <Returned opinion=opinion /> })}
                        {voids
                            .then(|| {
                                view! {
                                    <p class="notice notice--warning">
                                        "稿件已签署审核意见。保存修改后，已签署的意见和保密审查结论全部作废，须重新提交三审。"
                                    </p>
                                }
                            })}
                        <ArticleForm
                            stored=Some(view)
                            department_id=department_id
                            column_id=column_id
                            kept=kept
                        />
                    }
                        .into_any()
                } else {
                    view! {
                        {refusals
                            .into_iter()
                            .map(|refusal| view! { <p class="notice">{refusal.message()}</p> })
                            .collect_view()}
                        <p>
                            <A href=format!("/articles/{}", view.row.id)>"查看稿件"</A>
                        </p>
                    }
                        .into_any()
                }
            }
        </AsyncView>
    }
}
