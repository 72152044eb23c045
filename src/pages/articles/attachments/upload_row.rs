//! A file on its way, and what becomes of it.

use lanmu_api::attachment::AttachmentView;
use lanmu_api::path;
use lanmu_domain::article::{file_html, picture_html};
use lanmu_domain::attachment::ALT_MAX_CHARS;
use leptos::prelude::*;
use web_sys::{File, XmlHttpRequest};

use crate::api::file::send_file;
use crate::ui::button::{Button, Look};
use crate::ui::field::Field;

/// How it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// On its way, per cent.
    Sending(u8),
    /// Stored.
    Done(AttachmentView),
    /// Not taken, and why.
    Failed(String),
}

/// A file that was chosen.
#[derive(Clone)]
pub struct Upload {
    /// Which of this form.
    pub id: u32,
    name: String,
    state: RwSignal<State>,
    request: StoredValue<Option<XmlHttpRequest>, LocalStorage>,
}

impl Upload {
    /// Begins.
    pub fn begin(id: u32, file: &File) -> Self {
        let state = RwSignal::new(State::Sending(0));
        let request = send_file(
            path::ATTACHMENTS,
            file,
            move |per_cent| drop(state.try_set(State::Sending(per_cent))),
            move |answer| {
                let ended = match answer {
                    Ok(view) => State::Done(view),
                    Err(error) => State::Failed(
                        error
                            .field("file")
                            .or_else(|| error.field("name"))
                            .unwrap_or_else(|| error.message()),
                    ),
                };
                state.try_set(ended);
            },
        );
        if request.is_none() {
            state.set(State::Failed("文件没有上传成功，请重试。".to_owned()));
        }
        Self {
            id,
            name: file.name(),
            state,
            request: StoredValue::new_local(request),
        }
    }

    fn cancel(&self) {
        if let Some(request) = self.request.get_value() {
            // What hears of the end is gone with the row.
            let _ = request.abort();
        }
    }
}

/// The row of a file.
#[component]
pub fn UploadRow(
    /// The file.
    upload: Upload,
    /// The HTML that puts it into the text.
    on_insert: impl Fn(String) + Copy + Send + Sync + 'static,
    /// It is not wanted.
    on_remove: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let state = upload.state;
    let name = upload.name.clone();
    let id = upload.id;
    let cancel = move || {
        upload.cancel();
        on_remove();
    };
    let cancel = StoredValue::new_local(cancel);
    view! {
        <li class="attachments__row">
            <span class="attachments__name">{name.clone()}</span>
            {move || match state.get() {
                State::Sending(per_cent) => {
                    view! {
                        <progress
                            class="attachments__progress"
                            max="100"
                            value=per_cent.to_string()
                            aria-label=format!("{name}上传进度")
                        ></progress>
                        <Button
                            look=Look::Quiet
                            on_press=move |()| cancel.with_value(|cancel| cancel())
                        >
                            "取消上传"
                        </Button>
                    }
                        .into_any()
                }
                State::Failed(why) => {
                    view! {
                        <p class="field__error" role="alert">
                            {why}
                        </p>
                        <Button look=Look::Quiet on_press=move |()| on_remove()>
                            "知道了"
                        </Button>
                    }
                        .into_any()
                }
                State::Done(view) => {
                    view! { <Stored id=id file=view on_insert=on_insert on_remove=on_remove /> }
                        .into_any()
                }
            }}
        </li>
    }
}

#[component]
fn Stored(
    /// Which of this form.
    id: u32,
    /// The file.
    file: AttachmentView,
    /// The HTML that puts it into the text.
    on_insert: impl Fn(String) + Copy + Send + Sync + 'static,
    /// It is not wanted.
    on_remove: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let alt = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    // What is being mended is no longer wrong.
    Effect::new(move |_| {
        alt.track();
        wrong.set(None);
    });
    let picture = file.kind.is_picture();
    let mut notes: Vec<&'static str> = file.warnings.iter().map(|one| one.message()).collect();
    if file.cleaned {
        notes.insert(0, "文件属性中的地点、作者等信息已去除。");
    }
    let insert = move || {
        if !picture {
            on_insert(file_html(&file.address, &file.name));
            return;
        }
        let words = alt.get_untracked();
        match alt_problem(&words) {
            None => on_insert(picture_html(&file.address, &words)),
            problem => wrong.set(problem),
        }
    };
    view! {
        {notes
            .into_iter()
            .map(|note| view! { <p class="field__hint">{note}</p> })
            .collect_view()}
        {picture
            .then(|| {
                view! {
                    <Field
                        id=format!("alt-{id}")
                        label="替代文字"
                        hint="写明图片内容，供看不到图片的人了解。"
                        value=alt
                        required=true
                        error=wrong
                    />
                }
            })}
        <Button look=Look::Primary on_press=move |()| insert()>
            "插入正文"
        </Button>
        <Button look=Look::Quiet on_press=move |()| on_remove()>
            "不用了"
        </Button>
    }
}

/// What is wrong with a description.
pub(super) fn alt_problem(alt: &str) -> Option<String> {
    let length = alt.trim().chars().count();
    if length == 0 {
        Some("请填写替代文字。".to_owned())
    } else if length > ALT_MAX_CHARS {
        Some(format!(
            "替代文字最多 {ALT_MAX_CHARS} 字，现有 {length} 字，请精简。"
        ))
    } else {
        None
    }
}
