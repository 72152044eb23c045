//! 核对无变化: looked at and found unchanged.

use lanmu_api::evidence::{Attest, Attested};
use leptos::prelude::*;

use crate::api;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::select::{Choice, Select};
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

const FIELDS: [&str; 2] = ["department_id", "note"];

/// The dialog. Refused, it stays open with what was written.
#[component]
pub fn AttestDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The duty.
    duty_id: i64,
    /// The departments for which the person may attest, at least one: id and name.
    departments: Vec<(i64, String)>,
    /// Follows when it was registered.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let note = RwSignal::new(String::new());
    let first = departments.first().map(|(id, _)| *id).unwrap_or_default();
    let department = RwSignal::new(first.to_string());
    let departments = StoredValue::new(departments);
    let act = use_act(
        move |form: Attest, key| api::evidence::attest(duty_id, form, key),
        move |stored: Attested| {
            open.set(false);
            toasts.say(match (stored.awaits, stored.nobody_confirms) {
                (false, _) => "已登记核对无变化",
                (true, false) => "已登记，待本部门股室领导确认后计入更新",
                (true, true) => "已登记，但本部门目前没有可以确认的股室领导，已告知协调人",
            });
            done.run(());
        },
    );
    let submit = move || {
        act.run(Attest {
            department_id: department.get_untracked().parse().unwrap_or(first),
            note: note.get_untracked(),
        });
    };
    view! {
        <Dialog open=open title="核对无变化">
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <p class="duty-note">
                    "已逐项核对栏目内容，确认没有变化时登记。连续登记两次以后，从第三次起须经本部门股室领导确认才计入更新；确认之前不能再次登记。"
                </p>
                {(departments.with_value(Vec::len) > 1)
                    .then(|| {
                        let choices: Vec<Choice> = departments
                            .get_value()
                            .into_iter()
                            .map(|(id, name)| Choice::new(id, name))
                            .collect();
                        view! {
                            <Select
                                id="attest-department"
                                label="核对部门"
                                choices=choices
                                value=department
                                on_change=move |value| department.set(value)
                                error=Signal::derive(move || act.field_error("department_id"))
                            />
                        }
                    })}
                <TextArea
                    id="attest-note"
                    label="核对说明"
                    value=note
                    hint="写明核对了哪些内容，例如：领导分工、联系电话均与现行文件一致。"
                    required=true
                    error=Signal::derive(move || act.field_error("note"))
                />
                <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <Button
                        look=Look::Primary
                        submit=true
                        busy=Signal::derive(move || act.pending())
                    >
                        "确认登记"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
