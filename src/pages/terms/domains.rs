//! 允许链接的域名, besides `gov.cn`.

use lanmu_api::path;
use lanmu_api::secrecy::{AddLinkDomain, LinkDomainView};
use leptos::prelude::*;

use crate::api::secrecy::{add_link_domain, retire};
use crate::date::stamp;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::confirm::Confirm;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::toast::use_toasts;

/// The domains, and a form for another one.
#[component]
pub fn Domains(
    /// The domains.
    domains: Vec<LinkDomainView>,
    /// Follows when something was changed.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let domain = RwSignal::new(String::new());
    let note = RwSignal::new(String::new());
    let add = use_act(
        move |form: AddLinkDomain, key| add_link_domain(form, key),
        move |added: LinkDomainView| {
            let id = added.id;
            toasts.say_undoable(
                "域名已新增",
                move |key| async move { retire(&path::link_domain(id), key).await },
                move |_| {
                    done.try_run(());
                },
            );
            done.run(());
        },
    );
    let none = domains.is_empty();
    let error = move |field: &'static str| Signal::derive(move || add.field_error(field));
    view! {
        <section class="terms" aria-labelledby="domains-heading">
            <h2 id="domains-heading">"允许链接的域名"</h2>
            <p class="term__about">
                "政府网站（gov.cn）的链接不作提示；链接到其他网站的，登记后不再提示，下级域名一并适用。"
            </p>
            <form
                class="filters"
                on:submit=move |event| {
                    event.prevent_default();
                    add.run(AddLinkDomain {
                        domain: domain.get_untracked().trim().to_owned(),
                        note: note.get_untracked().trim().to_owned(),
                    });
                }
            >
                <Field id="link-domain" label="域名" value=domain error=error("domain") />
                <Field id="link-note" label="网站名称和理由" value=note error=error("note") />
                <Button submit=true busy=Signal::derive(move || add.pending())>"新增域名"</Button>
            </form>
            <ErrorLine message=Signal::derive(move || add.general_error(&["domain", "note"])) />
            {none.then(|| view! { <p class="term__about">"尚未登记其他域名。"</p> })}
            <ul class="article-list">
                {domains
                    .into_iter()
                    .map(|kept| view! { <DomainCard kept=kept done=done /> })
                    .collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn DomainCard(
    /// The domain.
    kept: LinkDomainView,
    /// Follows when it was retired.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let id = kept.id;
    let retiring = RwSignal::new(false);
    let again = StoredValue::new(AddLinkDomain {
        domain: kept.domain.clone(),
        note: kept.note.clone(),
    });
    let act = use_act(
        move |(), key| async move { retire(&path::link_domain(id), key).await },
        move |()| {
            retiring.set(false);
            let again = again.get_value();
            toasts.say_undoable(
                "域名已停用",
                move |key| add_link_domain(again.clone(), key),
                move |_| {
                    done.try_run(());
                },
            );
            done.run(());
        },
    );
    let message = format!("停用后，指向 {} 的链接重新提示。", kept.domain);
    let name = kept.domain.clone();
    view! {
        <li class="person-card">
            <div class="term">
                <p class="term__forms">{kept.domain}</p>
                <p class="term__about">{kept.note}</p>
                <p class="term__about">{kept.added_by} "　" {stamp(kept.added_at)}</p>
            </div>
            <div class="form__acts">
                <Button look=Look::Danger on_press=move |()| retiring.set(true)>
                    "停用"
                    <span class="visually-hidden">{name}</span>
                </Button>
            </div>
        </li>
        <Confirm open=retiring title="停用域名" message=message action="确认停用" act=act />
    }
}
