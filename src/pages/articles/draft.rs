//! What stands in the form, field by field.

use lanmu_domain::article::{Content, PublicAttribute, Source};
use leptos::prelude::*;

use crate::date::{from_local_input, to_local_input};

/// Whether the text is one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// 原创.
    Original,
    /// 转载.
    Reprint,
}

/// The fields of the form.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The department for which it is written.
    pub department_id: RwSignal<Option<i64>>,
    /// 拟发布栏目.
    pub column_id: RwSignal<Option<i64>>,
    /// 标题.
    pub title: RwSignal<String>,
    /// 文号.
    pub document_number: RwSignal<String>,
    /// 来源.
    pub origin: RwSignal<Option<Origin>>,
    /// 来源名称 of a reprint.
    pub source_name: RwSignal<String>,
    /// 原文地址 of a reprint.
    pub source_url: RwSignal<String>,
    /// 原文发布时间 of a reprint, as a field has it.
    pub source_at: RwSignal<String>,
    /// 正文 as HTML.
    pub body: RwSignal<String>,
    /// 公开属性.
    pub attribute: RwSignal<Option<PublicAttribute>>,
    /// 理由.
    pub attribute_reason: RwSignal<String>,
    /// 法律依据.
    pub legal_basis: RwSignal<String>,
}

impl Draft {
    /// An empty form.
    #[must_use]
    pub fn new(department_id: Option<i64>, column_id: Option<i64>) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            department_id: RwSignal::new(department_id),
            column_id: RwSignal::new(column_id),
            title: text(),
            document_number: text(),
            origin: RwSignal::new(Some(Origin::Original)),
            source_name: text(),
            source_url: text(),
            source_at: text(),
            body: text(),
            attribute: RwSignal::new(None),
            attribute_reason: text(),
            legal_basis: text(),
        }
    }

    /// Fills the form. What is the same is left alone, and the cursor where it is.
    pub fn fill(self, content: &Content) {
        let column = (content.column_id > 0).then_some(content.column_id);
        put(self.column_id, column);
        put(self.title, content.title.clone());
        put(self.document_number, content.document_number.clone());
        match &content.source {
            Source::Original => put(self.origin, Some(Origin::Original)),
            Source::Reprint { name, url, at } => {
                put(self.origin, Some(Origin::Reprint));
                put(self.source_name, name.clone());
                put(self.source_url, url.clone());
                put(self.source_at, at.map(to_local_input).unwrap_or_default());
            }
        }
        put(self.body, content.body.clone());
        put(self.attribute, content.attribute);
        put(self.attribute_reason, content.attribute_reason.clone());
        put(self.legal_basis, content.legal_basis.clone());
    }

    /// Whether the form says what this content says, but for how it was cleaned when it was stored.
    #[must_use]
    pub fn says(self, stored: &Content) -> bool {
        let own = self.content_untracked();
        let same_words = own.plain_text() == stored.plain_text();
        let body = stored.body.clone();
        same_words && Content { body, ..own }.clean().as_ref() == Ok(stored)
    }

    /// What stands in the form now.
    #[must_use]
    pub fn content_untracked(self) -> Content {
        untrack(|| self.content())
    }

    /// What stands in the form now; reactive.
    #[must_use]
    pub fn content(self) -> Content {
        // A reprint has the attribute of the original, which is public.
        let attribute = match self.origin.get() {
            Some(Origin::Reprint) => Some(PublicAttribute::Proactive),
            Some(Origin::Original) | None => self.attribute.get(),
        };
        let reasons = attribute.is_some_and(PublicAttribute::needs_reason);
        Content {
            title: self.title.get(),
            document_number: self.document_number.get(),
            column_id: self.column_id.get().unwrap_or_default(),
            source: match self.origin.get() {
                Some(Origin::Reprint) => Source::Reprint {
                    name: self.source_name.get(),
                    url: self.source_url.get(),
                    at: from_local_input(&self.source_at.get()),
                },
                Some(Origin::Original) | None => Source::Original,
            },
            body: self.body.get(),
            attribute,
            attribute_reason: if reasons {
                self.attribute_reason.get()
            } else {
                String::new()
            },
            legal_basis: if reasons {
                self.legal_basis.get()
            } else {
                String::new()
            },
        }
    }
}

fn put<T: PartialEq + Send + Sync + 'static>(field: RwSignal<T>, value: T) {
    if field.with_untracked(|held| *held != value) {
        field.set(value);
    }
}
