//! A column of a table.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

type Cell<T> = Arc<dyn Fn(&T) -> AnyView + Send + Sync>;

/// What a column shows, and what can be done with it.
#[derive(Clone)]
pub struct Column<T: 'static> {
    /// As the address and the browser's storage write it.
    pub(super) key: Cow<'static, str>,
    pub(super) label: Cow<'static, str>,
    pub(super) class: &'static str,
    pub(super) fixed: bool,
    pub(super) names: bool,
    pub(super) order: Option<fn(&T, &T) -> Ordering>,
    pub(super) number: bool,
    cell: Cell<T>,
    href: Option<fn(&T) -> String>,
}

impl<T: 'static> Column<T> {
    /// A column of text.
    pub fn new<V: IntoView + 'static>(
        key: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        cell: impl Fn(&T) -> V + Send + Sync + 'static,
    ) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            class: "",
            fixed: false,
            names: false,
            order: None,
            number: false,
            cell: Arc::new(move |row| cell(row).into_any()),
            href: None,
        }
    }

    /// The same for figures.
    #[must_use]
    pub const fn number(mut self) -> Self {
        self.number = true;
        self.class("table__number")
    }

    /// It can be sorted by; rows that are equal stay in their order.
    #[must_use]
    pub fn sorted_by(mut self, order: fn(&T, &T) -> Ordering) -> Self {
        self.order = Some(order);
        self
    }

    /// It names its row; it is always shown.
    #[must_use]
    pub const fn names(mut self) -> Self {
        self.names = true;
        self.fixed()
    }

    /// It is always shown: a row is of no use without it.
    #[must_use]
    pub const fn fixed(mut self) -> Self {
        self.fixed = true;
        self
    }

    /// The class of its cells.
    #[must_use]
    pub const fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// Its words lead to the page of the row.
    #[must_use]
    pub fn leads_to(mut self, href: fn(&T) -> String) -> Self {
        self.href = Some(href);
        self
    }

    /// The cell of a row. Its label stands before it where a row is a card.
    pub(super) fn cell(&self, row: &T) -> AnyView {
        let content = (self.cell)(row);
        let content = match self.href {
            Some(href) => view! { <A href=href(row)>{content}</A> }.into_any(),
            None => content,
        };
        cell(self.names, self.class, self.label.to_string(), content)
    }
}

// Not generic: a copy for every type would make the SPA larger.
fn cell(names: bool, class: &'static str, label: String, content: AnyView) -> AnyView {
    if names {
        view! {
            <th role="rowheader" scope="row" class=class data-label=label>
                {content}
            </th>
        }
        .into_any()
    } else {
        view! {
            <td role="cell" class=class data-label=label>
                {content}
            </td>
        }
        .into_any()
    }
}
