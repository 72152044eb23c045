//! 催报: one department, several, or all that have not handed in.

use lanmu_api::error::ErrorCode;
use lanmu_api::roster_collection::{CollectionView, RemindDepartments, Reminded};
use leptos::prelude::*;

use crate::api::roster::remind;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::remote::Remote;
use crate::ui::toast::use_toasts;

/// A button; refused because of a second time on a day, it asks back.
#[component]
pub fn Remind(
    /// The collection.
    collection_id: i64,
    /// Only these departments; all that have not handed in where there are none.
    #[prop(optional, into)]
    department_ids: Signal<Vec<i64>>,
    /// The words of the button.
    #[prop(into)]
    words: Signal<String>,
    /// How much the button stands out.
    #[prop(optional)]
    look: Look,
    /// Fetched again afterwards.
    remote: Remote<CollectionView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let asking = RwSignal::new(false);
    let act = use_act(
        move |again: bool, key| {
            let form = RemindDepartments {
                department_ids: department_ids.get_untracked(),
                again,
            };
            remind(collection_id, form, key)
        },
        move |answer: Reminded| {
            asking.set(false);
            let mut said = format!(
                "已催报 {} 个部门，通知 {} 人",
                answer.departments, answer.people
            );
            if !answer.without_people.is_empty() {
                said.push_str(&format!(
                    "；{} 个部门没有账号，请另行联系",
                    answer.without_people.len()
                ));
            }
            toasts.say(said);
            remote.refetch();
        },
    );
    // Refused: why is said where one can also confirm.
    Effect::new(move |_| {
        let refused = act
            .error()
            .is_some_and(|why| why.code() == Some(ErrorCode::Refused));
        if refused {
            asking.set(true);
        }
    });
    view! {
        <Button
            look=look
            busy=Signal::derive(move || act.pending())
            on_press=move |()| act.run(false)
        >
            {move || words.get()}
        </Button>
        <Dialog open=asking title="催报">
            <ErrorLine message=Signal::derive(move || act.error().map(|why| why.message())) />
            <div class="dialog__acts">
                <Button on_press=move |()| asking.set(false)>"取消"</Button>
                <Button
                    look=Look::Primary
                    busy=Signal::derive(move || act.pending())
                    on_press=move |()| act.run(true)
                >
                    "确认再次催报"
                </Button>
            </div>
        </Dialog>
    }
}
