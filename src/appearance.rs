//! How the interface looks: theme and size of the letters, remembered for each person in the
//! browser, and for the sign-in page as it was last.

use leptos::prelude::*;

use crate::session::use_session;
use crate::storage::{keep, kept, key_of};

const STORED: &str = "lanmu.appearance";

/// The colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// 浅色.
    #[default]
    Light,
    /// 深色.
    Dark,
    /// 高对比度.
    Contrast,
}

impl Theme {
    /// All of them, with their words.
    pub const CHOICES: [(Self, &'static str); 3] = [
        (Self::Light, "浅色"),
        (Self::Dark, "深色"),
        (Self::Contrast, "高对比度"),
    ];

    /// As the page's root and the browser's storage write it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// The size of the letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// 标准.
    #[default]
    Normal,
    /// 大字（适老）.
    Large,
}

impl Letters {
    /// Both, with their words.
    pub const CHOICES: [(Self, &'static str); 2] =
        [(Self::Normal, "标准"), (Self::Large, "大字（适老）")];

    /// As the page's root and the browser's storage write it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
        }
    }
}

/// What somebody chose, for everything below the app.
#[derive(Clone, Copy)]
pub struct Appearance {
    /// The colours.
    pub theme: RwSignal<Option<Theme>>,
    /// The letters.
    pub letters: RwSignal<Option<Letters>>,
}

/// Puts what was chosen on the page's root, and remembers it. Somebody who signs in gets what they
/// chose last on this computer.
pub fn provide_appearance() {
    let (theme, letters) = stored(STORED).unwrap_or_default();
    let appearance = Appearance {
        theme: RwSignal::new(Some(theme)),
        letters: RwSignal::new(Some(letters)),
    };
    provide_context(appearance);
    let session = use_session();
    let person = Memo::new(move |_| session.who().map(|who| who.person_id));
    Effect::new(move |_| {
        if let Some((theme, letters)) = person.get().and_then(|id| stored(&key_of(STORED, id))) {
            appearance.theme.set(Some(theme));
            appearance.letters.set(Some(letters));
        }
    });
    Effect::new(move |_| {
        let theme = appearance.theme.get().unwrap_or_default();
        let letters = appearance.letters.get().unwrap_or_default();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", theme.key());
            let _ = root.set_attribute("data-letters", letters.key());
        }
        remember(STORED, theme, letters);
        if let Some(id) = person.get_untracked() {
            remember(&key_of(STORED, id), theme, letters);
        }
    });
}

/// What was chosen.
///
/// # Panics
/// Outside the app.
#[must_use]
pub fn use_appearance() -> Appearance {
    expect_context()
}

/// What is remembered.
fn stored(key: &str) -> Option<(Theme, Letters)> {
    let text = kept(key)?;
    let (theme, letters) = text.split_once(' ')?;
    let theme = Theme::CHOICES.into_iter().find(|(t, _)| t.key() == theme)?;
    let letters = Letters::CHOICES
        .into_iter()
        .find(|(l, _)| l.key() == letters)?;
    Some((theme.0, letters.0))
}

fn remember(key: &str, theme: Theme, letters: Letters) {
    keep(key, &format!("{} {}", theme.key(), letters.key()));
}
