//! 制度材料: the department's rules for the three reviews and its duty list.

use lanmu_api::path;
use lanmu_api::roster::{DocumentView, RosterView};
use lanmu_domain::roster::DocumentKind;
use lanmu_domain::text::file_size;
use leptos::prelude::*;

use super::super::upload::UploadButton;
use crate::api::ClientError;
use crate::api::roster::document_address;
use crate::date::{browser_now, long_stamp, plain_day};
use crate::ui::button::{Button, Look};
use crate::ui::day_picker::DayPicker;
use crate::ui::dialog::Dialog;
use crate::ui::field::Field;
use crate::ui::remote::Remote;
use crate::ui::toast::use_toasts;

const ACCEPT: &str = ".pdf,.doc,.docx,.wps,.ofd,.xls,.xlsx,.et,.jpg,.jpeg,.png";

/// The documents of the department, by kind.
#[component]
pub fn Documents(
    /// The documents, the newest first.
    documents: Vec<DocumentView>,
    /// The department.
    department_id: i64,
    /// Fetched again afterwards.
    remote: Remote<RosterView>,
) -> impl IntoView {
    let kinds = DocumentKind::OWN
        .map(|kind| {
            let own: Vec<DocumentView> = documents
                .iter()
                .filter(|document| document.kind == kind)
                .cloned()
                .collect();
            view! { <Kind kind=kind documents=own department_id=department_id remote=remote /> }
        })
        .into_iter()
        .collect_view();
    view! {
        <section class="card roster-part" aria-labelledby="roster-documents">
            <h2 class="roster-part__title" id="roster-documents">
                "制度材料"
            </h2>
            <ul class="roster-list">{kinds}</ul>
        </section>
    }
}

#[component]
fn Kind(
    /// Which document.
    kind: DocumentKind,
    /// Its versions, the newest first.
    documents: Vec<DocumentView>,
    /// The department.
    department_id: i64,
    /// Fetched again afterwards.
    remote: Remote<RosterView>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let mut versions = documents.into_iter();
    let words = if versions.len() == 0 {
        "上传"
    } else {
        "上传新版"
    };
    let current = match versions.next() {
        Some(document) => view! { <FileLink document=document /> }.into_any(),
        None => view! { <p class="field__hint">"尚未上传。"</p> }.into_any(),
    };
    let former: Vec<_> = versions
        .map(|document| view! { <FileLink document=document /> })
        .collect();
    let former = (!former.is_empty()).then(|| {
        view! {
            <details class="roster-former">
                <summary>{format!("历史版本（{} 个）", former.len())}</summary>
                {former}
            </details>
        }
    });
    view! {
        <li class="roster-list__item">
            <div>
                <p>{kind.label()}</p>
                {current}
                {former}
            </div>
            <Button on_press=move |()| open.set(true)>
                {words} <span class="visually-hidden">{kind.label()}</span>
            </Button>
            <FileDialog open=open kind=kind department_id=department_id remote=remote />
        </li>
    }
}

#[component]
fn FileDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Which document.
    kind: DocumentKind,
    /// The department.
    department_id: i64,
    /// Fetched again afterwards.
    remote: Remote<RosterView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let title = RwSignal::new(String::new());
    let day = RwSignal::new(browser_now().date_naive().to_string());
    let refused = RwSignal::new(None::<ClientError>);
    let untitled = RwSignal::new(false);
    let said = move |field: &'static str| {
        refused.with(|refused| refused.as_ref().and_then(|why| why.field(field)))
    };
    let address = move |()| {
        let (title, day) = (title.get_untracked(), day.get_untracked());
        untitled.set(title.trim().is_empty());
        refused.set(None);
        (!title.trim().is_empty() && !day.is_empty())
            .then(|| document_address(department_id, kind, &title, &day))
    };
    view! {
        <Dialog open=open title=format!("上传{}", kind.label())>
            <div class="form">
                <Field
                    id=format!("document-title-{}", kind.key())
                    label="文件名称"
                    value=title
                    hint="如“县财政局信息发布三审制度”。"
                    required=true
                    error=Signal::derive(move || {
                        untitled
                            .get()
                            .then(|| "请填写文件名称。".to_owned())
                            .or_else(|| said("title"))
                    })
                />
                <DayPicker
                    id=format!("document-day-{}", kind.key())
                    label="文件日期"
                    value=day
                    on_change=move |text| day.set(text)
                    required=true
                    error=Signal::derive(move || said("day"))
                />
                <p class="field__hint">"可上传 PDF、OFD、Word、Excel（含 WPS）文件和图片，新版本代替旧版本，旧版本保留。"</p>
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <UploadButton
                        words="选择文件并上传"
                        accept=ACCEPT
                        look=Look::Primary
                        address=address
                        on_fields=move |why| refused.set(Some(why))
                        on_done=move |()| {
                            open.set(false);
                            toasts.say(format!("{}已上传", kind.label()));
                            remote.refetch();
                        }
                    />
                </div>
            </div>
        </Dialog>
    }
}

/// A document with the way to its file.
#[component]
pub fn FileLink(
    /// The document.
    document: DocumentView,
) -> impl IntoView {
    let about = format!(
        "{}　{}　{}于{}上传",
        plain_day(document.day),
        file_size(document.bytes),
        document.by,
        long_stamp(document.at)
    );
    let href = path::department_document(document.id);
    view! {
        <p>
            <a href=href download=document.file_name rel="external">
                {document.title}
            </a>
            <span class="field__hint roster-file">{about}</span>
        </p>
    }
}
