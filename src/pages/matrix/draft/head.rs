//! Why, by which document, from which day on.

use leptos::prelude::*;

use super::stale::Refused;
use super::work::Work;
use crate::ui::button::{Button, Look};
use crate::ui::day_picker::DayPicker;
use crate::ui::field::Field;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

const FIELDS: &[&str] = &["reason", "document_number", "effective_from"];

/// The form.
#[component]
pub fn Head(
    /// The draft.
    work: Work,
) -> impl IntoView {
    let toasts = use_toasts();
    let save = work.use_save(move || toasts.say("草案已保存"));
    let error = move |field: &'static str| Signal::derive(move || save.field_error(field));
    view! {
        <section class="card version-part" aria-label="调整依据">
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    save.run(work.form(work.changes()));
                }
            >
                <TextArea
                    id="draft-reason"
                    label="调整原因"
                    value=work.reason
                    rows=2
                    required=true
                    error=error("reason")
                />
                <div class="field-pair draft-pair">
                    <Field
                        id="draft-document"
                        label="文号"
                        value=work.document
                        error=error("document_number")
                    />
                    <DayPicker
                        id="draft-day"
                        label="生效日期"
                        value=work.day
                        on_change=move |text| work.day.set(text)
                        error=error("effective_from")
                    />
                </div>
                <Refused act=save work=work fields=FIELDS />
                <div class="form__acts">
                    <Button
                        look=Look::Plain
                        submit=true
                        busy=Signal::derive(move || work.is_busy(save))
                        disabled=Signal::derive(move || !work.is_typed())
                    >
                        "保存"
                    </Button>
                </div>
            </form>
        </section>
    }
}
