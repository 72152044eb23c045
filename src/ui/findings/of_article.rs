//! The findings of a stored article, as reviewers and readers see them.

use lanmu_api::article::ArticleView;
use lanmu_api::secrecy::{FindingView, OverrideFinding, TakeBackOverride};
use lanmu_domain::review::{ActKind, ArticleState, Availability};
use lanmu_domain::secrecy::Finding;
use leptos::prelude::*;

use super::{
    FindingActs, FindingList, KeepDialog, Keeping, mark_findings, show_finding, unmark_findings,
};
use crate::api::secrecy::{override_finding, take_back_override};
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::error_state::ErrorLine;
use crate::ui::remote::Remote;
use crate::ui::review_case::availabilities;
use crate::ui::toast::use_toasts;

/// What shows the text on the page.
const TEXT: &str = ".article-body";

/// The findings with what was said about them; whoever may settle them at this state can.
#[component]
pub fn ArticleFindings(
    /// The article.
    view: ArticleView,
    /// Where it comes from.
    remote: Remote<ArticleView>,
) -> impl IntoView {
    let actor = use_session().actor();
    let toasts = use_toasts();
    let open_acts = actor
        .as_ref()
        .map(|actor| availabilities(&view, actor))
        .unwrap_or_default();
    let may = |act| {
        let mut open = open_acts
            .iter()
            .filter(|open: &&Availability| open.act == act);
        open.any(Availability::is_allowed)
    };
    let edits = matches!(view.row.state, ArticleState::Draft | ArticleState::Returned);
    let (id, version) = (view.row.id, view.version);
    let keeping = RwSignal::new(None::<Keeping>);
    let keep = use_act(
        move |(key, reason), retry| {
            override_finding(
                id,
                OverrideFinding {
                    version,
                    key,
                    reason,
                },
                retry,
            )
        },
        move |_| {
            keeping.set(None);
            toasts.say("已记录保留理由");
            remote.refetch();
        },
    );
    let take_back = use_act(
        move |key: String, retry| take_back_override(id, TakeBackOverride { version, key }, retry),
        move |_| {
            toasts.say("已收回说明");
            remote.refetch();
        },
    );
    let body = StoredValue::new(view.content.body);
    let findings = StoredValue::new(view.findings);
    mark_while_shown(body, findings);
    let acts = FindingActs {
        locate: UnsyncCallback::new(move |(key, at): (String, usize)| {
            let nth = findings.with_value(|all| {
                let mut same = all.iter().filter(|found| found.key == key);
                same.nth(at).map(|found| found.finding.clone())
            });
            if let (Some(finding), Some(text)) = (nth, text()) {
                body.with_value(|body| show_finding(&text, body, &finding));
            }
        }),
        mask: None,
        keep: may(ActKind::OverrideFinding)
            .then(|| UnsyncCallback::new(move |found| keeping.set(Some(found)))),
        take_back: may(ActKind::TakeBackOverride)
            .then(|| UnsyncCallback::new(move |key| take_back.run(key))),
        only_of: actor.filter(|_| !edits).map(|actor| actor.person_id),
    };
    view! {
        <section class="article-findings" aria-labelledby="findings-heading">
            <h2 id="findings-heading">"保密预检"</h2>
            <FindingList findings=Signal::derive(move || findings.get_value()) acts=acts />
            <ErrorLine message=Signal::derive(move || take_back.general_error(&[])) />
            <KeepDialog keeping=keeping act=keep />
        </section>
    }
}

fn text() -> Option<leptos::web_sys::Element> {
    document().query_selector(TEXT).ok()?
}

/// The text is drawn after this part: the marks wait for it, and go with it.
fn mark_while_shown(body: StoredValue<String>, findings: StoredValue<Vec<FindingView>>) {
    Effect::new(move |_| {
        request_animation_frame(move || {
            let found: Option<Vec<Finding>> = findings
                .try_with_value(|all| all.iter().map(|found| found.finding.clone()).collect());
            if let (Some(found), Some(text)) = (found, text()) {
                body.with_value(|body| mark_findings(&text, body, &found));
            }
        });
    });
    on_cleanup(unmark_findings);
}
