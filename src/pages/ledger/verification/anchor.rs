//! 比对: a hash that was printed and filed earlier, against the ledger.

use lanmu_api::ledger::AnchorAnswer;
use leptos::prelude::*;

use crate::api::ledger::anchor;
use crate::date::stamp;
use crate::ui::act::use_act;
use crate::ui::button::Button;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;

/// Hexadecimal digits of a hash.
const HASH_LENGTH: usize = 64;

/// Two fields and the answer.
#[component]
pub fn Anchor() -> impl IntoView {
    let (sequence, hash) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new((None::<String>, None::<String>));
    let answer = RwSignal::new(None::<AnchorAnswer>);
    let compare = use_act(
        |(sequence, hash): (i64, String), _key| async move { anchor(sequence, &hash).await },
        move |found| answer.set(Some(found)),
    );
    let send = move || {
        answer.set(None);
        let number = sequence.get_untracked().trim().parse::<i64>().ok();
        let typed: String =
            hash.with_untracked(|hash| hash.chars().filter(|c| !c.is_whitespace()).collect());
        let is_hash = typed.len() == HASH_LENGTH && typed.chars().all(|c| c.is_ascii_hexdigit());
        wrong.set((
            number.is_none().then(|| "请填写台账序号。".to_owned()),
            (!is_hash).then(|| format!("请填写完整的{HASH_LENGTH}位校验值。")),
        ));
        if let (Some(number), true) = (number, is_hash) {
            compare.run((number, typed));
        }
    };
    let words = move || {
        answer
            .get()
            .map(|found| match (found.exists, found.matches) {
                (false, _) => format!("台账没有第 {} 条记录，不符。", found.sequence),
                (true, true) => format!(
                    "相符：第 {} 条记录（{}）的校验值与填写的一致。",
                    found.sequence,
                    found.at.map(stamp).unwrap_or_default()
                ),
                (true, false) => {
                    format!("不符：第 {} 条记录的校验值与填写的不一致。", found.sequence)
                }
            })
    };
    let bad = move || answer.with(|found| found.as_ref().is_some_and(|found| !found.matches));
    view! {
        <section class="card verification-anchor" aria-labelledby="verification-anchor">
            <h2 id="verification-anchor">"与归档的校验值比对"</h2>
            <form
                class="verification-anchor__form"
                on:submit=move |event| {
                    event.prevent_default();
                    send();
                }
            >
                <Field
                    id="anchor-sequence"
                    label="序号"
                    value=sequence
                    error=Signal::derive(move || wrong.get().0)
                />
                <Field
                    id="anchor-hash"
                    label="校验值"
                    value=hash
                    error=Signal::derive(move || wrong.get().1)
                />
                <Button submit=true busy=Signal::derive(move || compare.pending())>
                    "比对"
                </Button>
            </form>
            <p role="status" class="verification-anchor__answer" class:verification-anchor__answer--wrong=bad>
                {words}
            </p>
            <ErrorLine message=Signal::derive(move || compare.error().map(|e| e.message())) />
        </section>
    }
}
