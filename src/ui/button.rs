//! Buttons.

use leptos::prelude::*;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// What one comes to the page for; one per view.
    Primary,
    /// Everything else.
    #[default]
    Plain,
    /// What cannot be undone or sends something back.
    Danger,
    /// Beside text, without a border.
    Quiet,
}

impl Look {
    /// The class of links that look like a button.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Plain => "button",
            Self::Danger => "button button--danger",
            Self::Quiet => "button button--quiet",
        }
    }
}

/// A button of at least 44 px. While busy it says so and cannot be pressed again.
#[component]
pub fn Button(
    /// How much it stands out.
    #[prop(optional)]
    look: Look,
    /// Submits the form it stands in instead of calling `on_press`.
    #[prop(optional)]
    submit: bool,
    /// Whether its act is being done.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The id of the text that says why it cannot be pressed.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// What it does.
    #[prop(optional, into)]
    on_press: Option<UnsyncCallback<()>>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=look.class()
            class:button--busy=move || busy.get()
            aria-busy=move || busy.get().to_string()
            aria-describedby=described_by
            disabled=move || busy.get() || disabled.get()
            on:click=move |_| {
                if let Some(on_press) = &on_press {
                    on_press.run(());
                }
            }
        >
            {children()}
        </button>
    }
}
