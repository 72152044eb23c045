//! What is set at the column and above it, in force or planned.

use lanmu_api::column::SettingView;
use leptos::prelude::*;

use crate::date::long_day;

/// The settings; nothing where nothing is set.
#[component]
pub fn Settings(
    /// The settings, root first.
    settings: Vec<SettingView>,
    /// The column of the duty.
    column_id: i64,
) -> impl IntoView {
    if settings.is_empty() {
        return ().into_any();
    }
    let items = settings
        .into_iter()
        .map(|setting| {
            let place = if setting.column_id == column_id {
                "本栏目".to_owned()
            } else {
                format!("上级栏目“{}”", setting.column_path.join(" / "))
            };
            let what = if setting.rules.is_some() {
                setting.words
            } else {
                "收回设定".to_owned()
            };
            let day = long_day(setting.effective_from);
            let since = if setting.planned {
                format!("定于{day}起执行")
            } else {
                format!("自{day}起执行")
            };
            view! {
                <li>
                    <p class="duty-rule__head">
                        <strong>{what}</strong>
                        <span class="tag">{setting.reach.label()}</span>
                    </p>
                    <p class="duty-note">
                        {format!("{place}　{since}　{}", setting.recorded_by_name)}
                    </p>
                </li>
            }
        })
        .collect_view();
    view! {
        <h3 class="duty-manage__title">"已设定的更新要求"</h3>
        <ul class="duty-items">{items}</ul>
    }
    .into_any()
}
