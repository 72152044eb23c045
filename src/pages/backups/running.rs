//! The backup that is being made: how far it is, and a way to stop it.

use lanmu_api::backup::{BackupPhase, RunningBackup};
use lanmu_domain::text::file_size;
use leptos::prelude::*;

use crate::api::backup::cancel;
use crate::date::long_stamp;
use crate::ui::act::use_act;
use crate::ui::button::Button;
use crate::ui::error_state::ErrorLine;

/// Progress and 取消备份.
#[component]
pub fn Running(
    /// The backup.
    running: Memo<Option<RunningBackup>>,
    /// Follows when it was cancelled.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let stop = use_act(|(), key| cancel(key), move |_| done.run(()));
    let say = move |words: fn(&RunningBackup) -> String| {
        Memo::new(move |_| {
            running
                .with(|run| run.as_ref().map(words))
                .unwrap_or_default()
        })
    };
    let (begun, phase, amount) = (say(begun), say(phase), say(amount));
    let part = Memo::new(move |_| running.with(|run| run.as_ref().and_then(per_cent)));
    let stopping =
        Memo::new(move |_| running.with(|run| run.as_ref().is_some_and(|run| run.cancelling)));
    view! {
        <section class="card backup-run" aria-labelledby="backup-run">
            <h2 id="backup-run">"正在备份"</h2>
            <p>{move || begun.get()}</p>
            <div class="upload">
                // Without a value it only says that something is being done.
                <progress
                    class="upload__bar"
                    max="100"
                    value=move || part.get().map(|part| part.to_string())
                    aria-label="备份进度"
                ></progress>
                <span role="status">{move || phase.get()}</span>
                // Every second would be read out.
                <span>{move || amount.get()}</span>
                <Button
                    busy=Signal::derive(move || stop.pending())
                    disabled=stopping
                    on_press=move |()| stop.run(())
                >
                    "取消备份"
                </Button>
            </div>
            <ErrorLine message=Signal::derive(move || stop.error().map(|error| error.message())) />
        </section>
    }
}

fn begun(run: &RunningBackup) -> String {
    let at = long_stamp(run.started_at);
    format!("{}于{at}发起。可以离开本页，备份继续进行。", run.by)
}

fn phase(run: &RunningBackup) -> String {
    match run.phase {
        _ if run.cancelling => "正在取消……",
        BackupPhase::Copying => "正在复制数据……",
        BackupPhase::Checking => "正在检查备份文件……",
    }
    .to_owned()
}

fn amount(run: &RunningBackup) -> String {
    let written = format!("已写入 {}", file_size(run.bytes));
    match (run.phase, run.total) {
        (BackupPhase::Copying, Some(total)) => format!("{written}，共约 {}", file_size(total)),
        _ => written,
    }
}

/// How far the copying is; unknown while it is checked, and where the database does not say how
/// much it will be.
fn per_cent(run: &RunningBackup) -> Option<u64> {
    let total = run.total.filter(|_| run.phase == BackupPhase::Copying)?;
    // What is written meanwhile may make it larger than was expected.
    let part = u128::from(run.bytes) * 100 / u128::from(total.max(1));
    u64::try_from(part.min(100)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::browser_now;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn run(bytes: u64, total: Option<u64>, phase: BackupPhase) -> RunningBackup {
        RunningBackup {
            started_at: browser_now(),
            by: "甲".to_owned(),
            phase,
            bytes,
            total,
            cancelling: false,
        }
    }

    #[test]
    fn nothing_is_said_of_a_total_that_nobody_knows() {
        let unknown = run(3 << 20, None, BackupPhase::Copying);
        assert_eq!(amount(&unknown), "已写入 3.0 MB");
        assert_eq!(per_cent(&unknown), None);
        let known = run(3 << 20, Some(12 << 20), BackupPhase::Copying);
        assert_eq!(amount(&known), "已写入 3.0 MB，共约 12.0 MB");
        assert_eq!(per_cent(&known), Some(25));
        let larger = run(13 << 20, Some(12 << 20), BackupPhase::Copying);
        assert_eq!(per_cent(&larger), Some(100));
        let checked = run(12 << 20, Some(12 << 20), BackupPhase::Checking);
        assert_eq!(per_cent(&checked), None);
    }
}
