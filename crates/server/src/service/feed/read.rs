//! What a calendar program gets.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use lanmu_domain::text::canonical::Canonical;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};

use super::token::Token;
use super::write::{Stamp, calendar};
use crate::entity::{calendar_feed, ledger_line, person, site};
use crate::error::Problem;
use crate::service::freshness::{Scope, standings};
use crate::session::{SignedIn, posts_of};
use crate::state::AppState;

/// How often the time of the last reading is written down.
const TOUCH: Duration = Duration::hours(1);

/// A feed as it is sent.
pub struct Feed {
    /// The file.
    pub body: String,
    /// Changes with what is due, not with the time of the reading.
    pub tag: String,
}

/// The feed under a token, with what its person sees now. `link` makes the address of a page.
///
/// # Errors
/// 404 for a token that is unknown or revoked, and for a person without account or posts.
pub async fn read(
    state: &AppState,
    token: &Token,
    link: impl Fn(&str) -> String,
) -> Result<Feed, Problem> {
    let db = state.db.conn();
    let feed = calendar_feed::Entity::find()
        .filter(calendar_feed::Column::TokenHash.eq(token.hash()))
        .filter(calendar_feed::Column::RevokedAt.is_null())
        .one(db)
        .await?
        .ok_or_else(Problem::not_found)?;
    let person = person::Entity::find_by_id(feed.person_id)
        .one(db)
        .await?
        .filter(|person| person.active)
        .ok_or_else(Problem::not_found)?;
    let posts = posts_of(db, person.id).await?;
    let who = SignedIn::holding(person, posts);
    let scope = Scope::of(&who.actor, feed.department_id).map_err(|_| Problem::not_found())?;
    let today = state.clock.today();
    let standings = standings(db, feed.site_id, today, &scope.filter()).await?;
    let site = site::Entity::find_by_id(feed.site_id).one(db).await?;
    let name = site.map(|site| site.name).unwrap_or_default();
    let items = standings.obligation_views(scope.departments());
    let stamp = stamp(state, feed.site_id, today).await?;
    let body = calendar(&name, feed.site_id, &items, stamp, link);
    touch(state, feed).await?;
    let told = items.iter().map(|item| format!("{item:?}"));
    let tag = Canonical::new("lanmu-feed-tag-v1")
        .text("items", &told.collect::<String>())
        .sm3();
    Ok(Feed { body, tag })
}

/// A number that grows with every act and every day, and the time that goes with it. A due date
/// moves by an act or by the turn of a day, in either direction; so a date that moved always
/// carries a higher number than before (RFC 5545, 3.8.7.4).
async fn stamp(state: &AppState, site_id: i64, today: NaiveDate) -> Result<Stamp, Problem> {
    let last = ledger_line::Entity::find()
        .filter(ledger_line::Column::SiteId.eq(site_id))
        .order_by_desc(ledger_line::Column::Sequence)
        .one(state.db.conn())
        .await?;
    let first_day = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap_or_default();
    let days = today.signed_duration_since(first_day).num_days();
    let acts = last.as_ref().map_or(0, |line| line.sequence);
    let midnight = today
        .and_time(chrono::NaiveTime::MIN)
        .and_local_timezone(crate::clock::shanghai())
        .single()
        .map_or_else(|| state.clock.now().to_utc(), |at| at.to_utc());
    let at: DateTime<Utc> = last.map_or(midnight, |line| line.at.max(midnight));
    Ok(Stamp {
        sequence: u32::try_from(days + acts).unwrap_or(u32::MAX),
        at,
    })
}

async fn touch(state: &AppState, feed: calendar_feed::Model) -> Result<(), Problem> {
    let now = state.clock.now().to_utc();
    if feed.last_read_at.is_some_and(|at| now - at < TOUCH) {
        return Ok(());
    }
    let _writer = state.db.alone().await;
    let mut read = feed.into_active_model();
    read.last_read_at = Set(Some(now));
    read.update(state.db.conn()).await?;
    Ok(())
}
