//! What lies in the folder.

use lanmu_api::backup::BackupFile;
use lanmu_domain::text::file_size;
use leptos::prelude::*;

use crate::api::backup::delete;
use crate::date::{long_stamp, stamp};
use crate::ui::act::use_act;
use crate::ui::button::Button;
use crate::ui::confirm::Confirm;
use crate::ui::data_table::{Column, DataTable};
use crate::ui::toast::use_toasts;

/// Where they lie, and the files.
#[component]
pub fn List(
    /// The folder on the server's machine.
    folder: String,
    /// The files, the newest first.
    files: Vec<BackupFile>,
    /// Follows when one was deleted.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    view! {
        <section class="backup-files" aria-labelledby="backup-files">
            <h2 id="backup-files">"备份文件"</h2>
            <p class="backup-folder">
                "备份文件保存在服务器的 " <code>{folder}</code>
                " 目录，不能从网页下载，由服务器管理人员按制度转存。"
            </p>
            <DataTable
                name="backups"
                label="备份文件"
                columns=columns(files.len() == 1, done)
                rows=Signal::stored(files)
                unit="份"
                empty="还没有备份"
                empty_hint="点“立即备份”开始。"
            />
        </section>
    }
}

fn columns(
    // Whether there is one only.
    only: bool,
    // Follows when one was deleted.
    done: UnsyncCallback<()>,
) -> Vec<Column<BackupFile>> {
    vec![
        Column::new("at", "备份时间", |file: &BackupFile| stamp(file.at))
            .class("table__time")
            .names(),
        Column::new("name", "文件名", |file: &BackupFile| file.name.clone()).class("backup-name"),
        Column::new("size", "大小", |file: &BackupFile| file_size(file.bytes)).number(),
        Column::new("checked", "检查", |_: &BackupFile| {
            view! {
                <span class="badge badge--published">
                    <span class="badge__shape" aria-hidden="true">"●"</span>
                    "检查通过"
                </span>
            }
        }),
        Column::new("acts", "操作", move |file: &BackupFile| {
            if only {
                view! { <span class="backup-only">"仅有的一份，不能删除"</span> }.into_any()
            } else {
                view! { <Delete file=file.clone() done=done /> }.into_any()
            }
        })
        .class("screen-only")
        .fixed(),
    ]
}

#[component]
fn Delete(
    /// The file.
    file: BackupFile,
    /// Follows when it was deleted.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let asking = RwSignal::new(false);
    let at = long_stamp(file.at);
    let message = format!(
        "将从服务器删除{at}的备份（{}，{}），删除后不能恢复。",
        file.name,
        file_size(file.bytes)
    );
    let name = file.name;
    let act = use_act(
        move |(), key| {
            let name = name.clone();
            async move { delete(&name, key).await }
        },
        move |_| {
            asking.set(false);
            toasts.say("已删除备份");
            done.run(());
        },
    );
    view! {
        <Button on_press=move |()| asking.set(true)>
            "删除" <span class="visually-hidden">{format!("{at}的备份")}</span>
        </Button>
        <Confirm open=asking title="删除备份" message=message action="确认删除" act=act />
    }
}
