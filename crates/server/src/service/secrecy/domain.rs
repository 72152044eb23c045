//! 调整链接域名: adding and retiring a domain to which links may lead.

use lanmu_api::secrecy::{AddLinkDomain, LinkDomainView};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::secrecy::{TERM_NOTE_MAX_CHARS, clean_domain};
use lanmu_domain::text::{clean_line, is_blank};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::list::domain_view;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::link_domain;
use crate::error::Problem;
use crate::service::post_for;
use crate::session::SignedIn;

/// Links may lead to this domain and what lies below it.
///
/// # Errors
/// 422 for the domain, also one that is allowed already, or the note.
pub async fn add_domain(
    write: &WriteTx,
    who: &SignedIn,
    request: &AddLinkDomain,
) -> Result<LinkDomainView, Problem> {
    let domain = clean_domain(&request.domain).ok_or_else(|| {
        Problem::invalid_field("domain", "请填写域名，如 example.com，不带 http:// 和路径")
    })?;
    let note = clean_line(&request.note, TERM_NOTE_MAX_CHARS)
        .map_err(|problem| Problem::invalid_field("note", problem.message("说明")))?;
    if is_blank(&note) {
        return Err(Problem::invalid_field("note", "请写明是哪个网站、为何允许"));
    }
    let known = link_domain::Entity::find()
        .filter(link_domain::Column::SiteId.eq(write.site_id()))
        .filter(link_domain::Column::RetiredAt.is_null())
        .filter(link_domain::Column::Domain.eq(&domain))
        .one(write.tx())
        .await?;
    if known.is_some() {
        return Err(Problem::invalid_field("domain", "该域名已在允许之列"));
    }
    let stored = link_domain::ActiveModel {
        site_id: Set(write.site_id()),
        domain: Set(domain.clone()),
        note: Set(note.clone()),
        added_by: Set(who.person.id),
        added_by_name: Set(who.person.name.clone()),
        added_at: Set(write.now_utc()),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    line(write, who, &domain, format!("新增。{note}")).await?;
    Ok(domain_view(stored))
}

/// Links to the domain are found again.
///
/// # Errors
/// 404.
pub async fn retire_domain(write: &WriteTx, who: &SignedIn, id: i64) -> Result<(), Problem> {
    let kept = link_domain::Entity::find_by_id(id)
        .filter(link_domain::Column::SiteId.eq(write.site_id()))
        .filter(link_domain::Column::RetiredAt.is_null())
        .one(write.tx())
        .await?
        .ok_or_else(Problem::not_found)?;
    let domain = kept.domain.clone();
    let mut row = kept.into_active_model();
    row.retired_at = Set(Some(write.now_utc()));
    row.update(write.tx()).await?;
    line(write, who, &domain, "停用。".to_owned()).await
}

async fn line(write: &WriteTx, who: &SignedIn, subject: &str, note: String) -> Result<(), Problem> {
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        subject: subject.to_owned(),
        note,
        ..Default::default()
    };
    write.ledger(LedgerAct::LinkDomainsChanged, entry).await
}
