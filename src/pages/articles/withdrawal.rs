//! 撤稿: why, when it was taken down on the website, and what replaced it.

use lanmu_api::article::{ArticleView, WithdrawArticle, WithdrawalView};
use lanmu_domain::review::ActKind;
use leptos::prelude::*;

use crate::api::article::withdraw;
use crate::date::{browser_now, from_local_input, long_stamp, to_local_input};
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::day_picker::DayPicker;
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::remote::Remote;
use crate::ui::stands_for::StandsFor;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// The fields that an answer may name.
const FIELDS: [&str; 3] = ["reason", "taken_down_at", "replaced_by"];

/// What was taken down, on the article.
#[component]
pub fn WithdrawalNote(
    /// The withdrawal.
    withdrawal: WithdrawalView,
) -> impl IntoView {
    let words = format!(
        "{}撤稿，网站撤下时间为{}：{}",
        withdrawal.by,
        long_stamp(withdrawal.at),
        withdrawal.reason
    );
    view! {
        <dt>"撤稿"</dt>
        <dd>{words}</dd>
        {withdrawal
            .replaced_by
            .map(|url| {
                view! {
                    <dt>"替代内容"</dt>
                    <dd>
                        <a href=url.clone() target="_blank" rel="noopener noreferrer">
                            {url.clone()}
                        </a>
                    </dd>
                }
            })}
    }
}

/// The dialog.
#[component]
pub fn WithdrawDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The article.
    view: ArticleView,
    /// Where the article comes from.
    remote: Remote<ArticleView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let (article_id, version) = (view.row.id, view.version);
    let (reason, replaced_by) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let at = RwSignal::new(to_local_input(browser_now()));
    let time_wrong = RwSignal::new(false);
    let act = use_act(
        move |form: WithdrawArticle, key| withdraw(article_id, form, key),
        move |_| {
            open.set(false);
            toasts.say("已撤稿");
            remote.refetch();
        },
    );
    let send = move || {
        let time = from_local_input(&at.get_untracked());
        time_wrong.set(time.is_none());
        if time.is_some() {
            act.run(WithdrawArticle {
                version,
                reason: reason.get_untracked(),
                taken_down_at: time,
                replaced_by: replaced_by.get_untracked().trim().to_owned(),
            });
        }
    };
    view! {
        <Dialog open=open title="撤稿">
            <StandsFor view=view.clone() act=ActKind::Withdraw />
            <p>"请先在网站上撤下稿件，再在此登记。撤稿后不能恢复，栏目更新不再计入本稿。"</p>
            <TextArea
                id="withdraw-reason"
                label="撤稿理由"
                value=reason
                required=true
                error=Signal::derive(move || act.field_error("reason"))
            />
            <DayPicker
                id="withdraw-time"
                label="网站撤下时间"
                value=at
                on_change=move |text| at.set(text)
                timed=true
                required=true
                error=Signal::derive(move || {
                    time_wrong
                        .get()
                        .then(|| "请填写完整的日期和时间。".to_owned())
                        .or_else(|| act.field_error("taken_down_at"))
                })
            />
            <Field
                id="withdraw-replaced-by"
                label="替代内容的网址（可不填）"
                value=replaced_by
                kind="url"
                error=Signal::derive(move || act.field_error("replaced_by"))
            />
            <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Danger
                    busy=Signal::derive(move || act.pending())
                    on_press=move |()| send()
                >
                    "确认撤稿"
                </Button>
            </div>
        </Dialog>
    }
}
