//! 添加、修改: somebody on the roster.

use lanmu_api::roster::{AddRosterEntry, ChangeRosterEntry, RosterEntryView, RosterView};
use lanmu_domain::roster::RosterRole;
use leptos::prelude::*;

use super::People;
use crate::api::roster::{add_entry, change_entry};
use crate::date::browser_now;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::day_picker::DayPicker;
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::radio_group::RadioGroup;
use crate::ui::remote::Remote;
use crate::ui::select::{Choice, Select};
use crate::ui::toast::use_toasts;

const FIELDS: [&str; 7] = [
    "role",
    "name",
    "post",
    "office_phone",
    "mobile",
    "first_day",
    "person_id",
];

/// The dialog. Refused, it stays open with what was filled in.
#[component]
pub fn EntryDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The department.
    department_id: i64,
    /// What is changed; `None` to add.
    entry: Option<RosterEntryView>,
    /// Fetched again afterwards.
    remote: Remote<RosterView>,
) -> impl IntoView {
    let title = if entry.is_some() {
        "修改人员"
    } else {
        "添加人员"
    };
    let entry = StoredValue::new(entry);
    view! {
        <Dialog open=open title=title>
            <Form open=open department_id=department_id entry=entry.get_value() remote=remote />
        </Dialog>
    }
}

#[component]
fn Form(
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    /// The department.
    department_id: i64,
    /// What is changed; `None` to add.
    entry: Option<RosterEntryView>,
    /// Fetched again afterwards.
    remote: Remote<RosterView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let people = use_context::<People>().map(|people| people.0.get_value());
    let before = entry.as_ref().map(|entry| (entry.id, entry.version));
    let listed = entry.as_ref().map(|entry| entry.listed.clone());
    let text = |of: fn(&lanmu_domain::roster::Listed) -> &String| {
        RwSignal::new(
            listed
                .as_ref()
                .map(|listed| of(listed).clone())
                .unwrap_or_default(),
        )
    };
    let role = RwSignal::new(Some(listed.as_ref().map_or(RosterRole::Staff, |l| l.role)));
    let (name, post) = (text(|l| &l.name), text(|l| &l.post));
    let (office_phone, mobile) = (text(|l| &l.office_phone), text(|l| &l.mobile));
    // Masked numbers are not what is to be stored.
    let masked = [office_phone, mobile]
        .iter()
        .any(|number| number.with_untracked(|text| text.contains('*')));
    let first_day = RwSignal::new(browser_now().date_naive().to_string());
    let person = RwSignal::new(entry.as_ref().and_then(|entry| entry.person_id));
    let hint = entry.map_or("从哪一天起在任。".to_owned(), |entry| {
        format!(
            "职务、电话变动的，填变动之日；更正笔误的，填原起始日期 {}。",
            entry.first_day
        )
    });
    let choices: Vec<Choice> =
        std::iter::once(Choice::new("", "不关联账号"))
            .chain(people.unwrap_or_default().into_iter().map(|person| {
                Choice::new(person.id, format!("{}（{}）", person.name, person.title))
            }))
            .collect();
    let undated = RwSignal::new(false);
    let act = use_act(
        move |form: AddRosterEntry, key| async move {
            match before {
                None => add_entry(department_id, form, key).await,
                Some((id, version)) => {
                    let form = ChangeRosterEntry {
                        version,
                        entry: form,
                    };
                    change_entry(id, form, key).await
                }
            }
        },
        move |()| {
            open.set(false);
            toasts.say("工作机构表已更新");
            remote.refetch();
        },
    );
    let send = move || {
        let day = first_day.get_untracked().parse();
        undated.set(day.is_err());
        let (Ok(day), Some(role)) = (day, role.get_untracked()) else {
            return;
        };
        act.run(AddRosterEntry {
            role,
            name: name.get_untracked(),
            post: post.get_untracked(),
            office_phone: office_phone.get_untracked(),
            mobile: mobile.get_untracked(),
            person_id: person.get_untracked(),
            first_day: day,
        });
    };
    let wrong = move |field: &'static str| Signal::derive(move || act.field_error(field));
    if masked {
        return view! {
            <p>"修改前请先点击“查看号码”，核对该部门的联系号码。"</p>
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"返回"</Button>
            </div>
        }
        .into_any();
    }
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <RadioGroup
                name="roster-role"
                legend="类别"
                choices=RosterRole::ALL.map(|role| (role, role.label())).to_vec()
                value=role
                required=true
                error=wrong("role")
            />
            <div class="field-pair">
                <Field id="roster-name" label="姓名" value=name required=true error=wrong("name") />
                <Field id="roster-post" label="职务" value=post required=true error=wrong("post") />
            </div>
            <div class="field-pair">
                <Field
                    id="roster-office"
                    label="座机"
                    value=office_phone
                    kind="tel"
                    hint="如 0812-5550000。"
                    error=wrong("office_phone")
                />
                <Field
                    id="roster-mobile"
                    label="手机"
                    value=mobile
                    kind="tel"
                    hint="11 位手机号。"
                    error=wrong("mobile")
                />
            </div>
            <DayPicker
                id="roster-first-day"
                label="起始日期"
                value=first_day
                on_change=move |text| first_day.set(text)
                hint=hint
                required=true
                error=Signal::derive(move || {
                    undated
                        .get()
                        .then(|| "请填写完整的日期。".to_owned())
                        .or_else(|| act.field_error("first_day"))
                })
            />
            <Select
                id="roster-person"
                label="关联账号"
                choices=choices
                value=Signal::derive(move || {
                    person.get().map(|id| id.to_string()).unwrap_or_default()
                })
                on_change=move |value| person.set(value.parse().ok())
                hint="关联后，办理工作交接时一并移交。"
                error=wrong("person_id")
            />
            <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Primary
                    submit=true
                    busy=Signal::derive(move || act.pending())
                >
                    "保存"
                </Button>
            </div>
        </form>
    }
    .into_any()
}
