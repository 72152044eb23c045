//! The page of a department.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_api::roster::{RosterEntryView, RosterPerson, RosterView};
use lanmu_domain::roster::{in_force, lacking};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::access::{is_own, may_keep};
use super::entries::{all, listed};
use super::overview::{departmental, vacant_roles};
use crate::clock::local;
use crate::entity::{department, person, post, roster_entry};
use crate::service::{department_document, roster_collection};
use crate::session::SignedIn;

/// The roster of a department as of a day. Numbers are whole for people of the department, and for
/// others where `numbers` was asked for, allowed and written down.
///
/// # Errors
/// The database does not answer.
pub async fn view<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    department: department::Model,
    (day, now): (NaiveDate, DateTime<FixedOffset>),
    numbers: bool,
) -> Result<RosterView, DbErr> {
    let id = department.id;
    let site_id = department.site_id;
    let today = now.date_naive();
    let keeps = may_keep(who, id);
    let numbers = is_own(who, id) || (numbers && keeps);
    let rows = all(db, site_id, Some(id)).await?;
    let on_form = rows
        .iter()
        .filter(|row| in_force(row.first_day, row.last_day, today))
        .map(listed)
        .collect::<Result<Vec<_>, _>>()?;
    let (mut entries, mut others) = (Vec::new(), Vec::new());
    for row in rows {
        let counts = in_force(row.first_day, row.last_day, day);
        let shown = entry_view(row, numbers)?;
        if counts {
            entries.push(shown);
        } else {
            others.push(shown);
        }
    }
    others.sort_by_key(|entry| std::cmp::Reverse((entry.first_day, entry.id)));
    let mut view = RosterView {
        department_id: id,
        department_name: department.name,
        day,
        today,
        numbers,
        may_see_numbers: keeps,
        may_change: keeps,
        entries,
        others,
        lacking: lacking(&on_form),
        vacant: Vec::new(),
        people: Vec::new(),
        asked: Vec::new(),
        hand_ins: Vec::new(),
        documents: Vec::new(),
    };
    if keeps {
        view.vacant = vacant_roles(db, site_id)
            .await?
            .remove(&id)
            .unwrap_or_else(departmental);
        view.people = people(db, id).await?;
        view.asked = roster_collection::asked(db, site_id, id).await?;
        view.documents = department_document::of_department(db, id).await?;
        view.hand_ins = roster_collection::hand_ins(db, id).await?;
    }
    Ok(view)
}

fn entry_view(row: roster_entry::Model, numbers: bool) -> Result<RosterEntryView, DbErr> {
    let whole = listed(&row)?;
    Ok(RosterEntryView {
        id: row.id,
        version: row.version,
        listed: if numbers { whole } else { whole.masked() },
        person_id: row.person_id,
        first_day: row.first_day,
        last_day: row.last_day,
        changed_by: row.changed_by_name,
        changed_at: local(row.changed_at),
    })
}

async fn people<C: ConnectionTrait>(
    db: &C,
    department_id: i64,
) -> Result<Vec<RosterPerson>, DbErr> {
    let posts = post::Entity::find()
        .filter(post::Column::DepartmentId.eq(department_id))
        .filter(post::Column::EndedAt.is_null())
        .order_by_asc(post::Column::Id)
        .all(db)
        .await?;
    let found = person::Entity::find()
        .filter(person::Column::Id.is_in(posts.iter().map(|post| post.person_id)))
        .filter(person::Column::Active.eq(true))
        .order_by_asc(person::Column::Name)
        .all(db)
        .await?;
    Ok(found
        .into_iter()
        .map(|person| RosterPerson {
            title: posts
                .iter()
                .find(|post| post.person_id == person.id)
                .map(|post| post.title.clone())
                .unwrap_or_default(),
            id: person.id,
            name: person.name,
        })
        .collect())
}
