//! 显示: the choice of colours and letters.

use leptos::prelude::*;

use crate::appearance::{Letters, Theme, use_appearance};
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::radio_group::RadioGroup;

/// The button and its dialog. What is chosen shows at once.
#[component]
pub fn DisplayChoice() -> impl IntoView {
    let appearance = use_appearance();
    let open = RwSignal::new(false);
    view! {
        <Button look=Look::Quiet on_press=move |()| open.set(true)>
            "显示"
        </Button>
        <Dialog open=open title="显示">
            <RadioGroup
                name="theme"
                legend="颜色"
                choices=Theme::CHOICES.to_vec()
                value=appearance.theme
            />
            <RadioGroup
                name="letters"
                legend="字号"
                choices=Letters::CHOICES.to_vec()
                value=appearance.letters
            />
            <p class="muted">"仅对您本人生效，保存在本机浏览器中；打印时一律使用浅色。"</p>
            <div class="dialog__acts">
                <Button look=Look::Primary on_press=move |()| open.set(false)>
                    "完成"
                </Button>
            </div>
        </Dialog>
    }
}
