//! What counts now.

use lanmu_api::secrecy::{LinkDomainView, TermView, TermsView};
use lanmu_domain::secrecy::{Term, Terms};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::clock::local;
use crate::entity::{link_domain, term};

/// The lists with who keeps them, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn terms<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<TermsView, DbErr> {
    let terms = term::Entity::find()
        .filter(term::Column::SiteId.eq(site_id))
        .filter(term::Column::RetiredAt.is_null())
        .order_by_desc(term::Column::Id)
        .all(db)
        .await?;
    let domains = link_domain::Entity::find()
        .filter(link_domain::Column::SiteId.eq(site_id))
        .filter(link_domain::Column::RetiredAt.is_null())
        .order_by_desc(link_domain::Column::Id)
        .all(db)
        .await?;
    Ok(TermsView {
        terms: terms.into_iter().map(term_view).collect(),
        domains: domains.into_iter().map(domain_view).collect(),
    })
}

/// The lists as the check takes them.
///
/// # Errors
/// The database does not answer.
pub async fn kept_lists<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<Terms, DbErr> {
    Ok(terms(db, site_id).await?.lists())
}

pub(super) fn term_view(row: term::Model) -> TermView {
    TermView {
        id: row.id,
        version: row.version,
        term: Term {
            wrong: row.wrong,
            right: row.right_form,
            category: row.category,
            note: row.note,
        },
        changed_by: row.changed_by_name,
        changed_at: local(row.changed_at),
    }
}

pub(super) fn domain_view(row: link_domain::Model) -> LinkDomainView {
    LinkDomainView {
        id: row.id,
        domain: row.domain,
        note: row.note,
        added_by: row.added_by_name,
        added_at: local(row.added_at),
    }
}
