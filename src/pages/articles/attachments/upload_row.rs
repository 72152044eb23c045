//! A file on its way, and what becomes of it.

use lanmu_api::attachment::AttachmentView;
use lanmu_api::path;
use lanmu_domain::article::{file_html, picture_html};
use lanmu_domain::attachment::ALT_MAX_CHARS;
use leptos::prelude::*;
use web_sys::File;

use crate::ui::button::{Button, Look};
use crate::ui::field::Field;
use crate::ui::upload::{Upload, UploadProgress, file_problem, use_upload};

/// How it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// On its way.
    Sending,
    /// Stored.
    Done(AttachmentView),
    /// Not taken, and why.
    Failed(String),
}

/// A file that was chosen.
#[derive(Clone)]
pub struct Chosen {
    /// Which of this form.
    pub id: u32,
    name: String,
    state: RwSignal<State>,
    on_way: Upload,
}

impl Chosen {
    /// Begins.
    pub fn begin(id: u32, file: &File) -> Self {
        let state = RwSignal::new(State::Sending);
        let on_way = use_upload();
        on_way.send(path::ATTACHMENTS, file, move |answer| {
            state.set(match answer {
                Ok(view) => State::Done(view),
                Err(error) => State::Failed(file_problem(&error)),
            });
        });
        Self {
            id,
            name: file.name(),
            state,
            on_way,
        }
    }
}

/// The row of a file.
#[component]
pub fn UploadRow(
    /// The file.
    upload: Chosen,
    /// The HTML that puts it into the text.
    on_insert: impl Fn(String) + Copy + Send + Sync + 'static,
    /// It is not wanted.
    on_remove: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let state = upload.state;
    let name = upload.name.clone();
    let id = upload.id;
    let on_way = upload.on_way;
    view! {
        <li class="attachments__row">
            <span class="attachments__name">{name.clone()}</span>
            {move || match state.get() {
                State::Sending => {
                    view! {
                        <UploadProgress
                            upload=on_way
                            name=name.clone()
                            on_cancel=move |()| on_remove()
                        />
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
