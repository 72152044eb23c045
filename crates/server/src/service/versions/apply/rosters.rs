//! 工作机构 of a department that ends: who is on its roster goes on in the one into which it goes.

use chrono::{Days, NaiveDate};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::roster::{CleanEntry, RosterRole, in_force};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ModelTrait, QueryFilter,
    QueryOrder,
};

use super::Reform;
use crate::db::LedgerEntry;
use crate::entity::key::from_key;
use crate::entity::{
    department, roster_collection, roster_collection_department, roster_entry, roster_hand_in,
};
use crate::error::Problem;
use crate::service::post_for;
use crate::service::roster::{end, insert};

/// What became of the entries.
#[derive(Default)]
struct Passed {
    gone_over: usize,
    doubled: usize,
    leaders_left: usize,
}

impl Reform<'_> {
    /// Entries end the day before and begin in the other department. Nobody is on it twice, and it
    /// has one 分管领导: that of the department that goes on, or else of the first that comes.
    pub(super) async fn rosters(
        &mut self,
        from: &department::Model,
        into: &department::Model,
    ) -> Result<(), Problem> {
        let mut passed = Passed::default();
        for row in self.counting(from.id).await? {
            self.entry_over(row, into.id, &mut passed).await?;
        }
        self.collections(from.id, into.id).await?;
        let mut words = Vec::new();
        if passed.gone_over > 0 {
            words.push(format!("{}人转入“{}”", passed.gone_over, into.name));
        }
        if passed.doubled > 0 {
            words.push(format!("{}人已在名单中，不重复列入", passed.doubled));
        }
        if passed.leaders_left > 0 {
            let message = format!("分管领导未转入，因“{}”已有分管领导", into.name);
            words.push(message);
        }
        if !words.is_empty() {
            let note = format!("“{}”工作机构表中的{}。", from.name, words.join("；"));
            let entry = LedgerEntry {
                post: post_for(&self.who.actor, None),
                department_id: Some(into.id),
                department_name: into.name.clone(),
                subject: into.name.clone(),
                note: note.clone(),
                ..Default::default()
            };
            self.write.ledger(LedgerAct::RosterChanged, entry).await?;
            self.notes.push(note);
        }
        self.notes.push(format!(
            "“{}”的三审制度、值班表和报送记录仍存于原部门名下，“{}”须另行上传、报送。",
            from.name, into.name
        ));
        Ok(())
    }

    /// The entries of a department that count on the day or later.
    async fn counting(&self, department_id: i64) -> Result<Vec<roster_entry::Model>, Problem> {
        let mut rows = roster_entry::Entity::find()
            .filter(roster_entry::Column::DepartmentId.eq(department_id))
            .filter(roster_entry::Column::Replaced.eq(false))
            .order_by_asc(roster_entry::Column::FirstDay)
            .order_by_asc(roster_entry::Column::Id)
            .all(self.write.tx())
            .await?;
        rows.retain(|row| row.last_day.is_none_or(|last| last >= self.day));
        Ok(rows)
    }

    async fn entry_over(
        &self,
        row: roster_entry::Model,
        into: i64,
        passed: &mut Passed,
    ) -> Result<(), Problem> {
        let role: RosterRole = from_key(&row.role)?;
        let first_day = row.first_day.max(self.day);
        let entry = CleanEntry {
            role,
            name: row.name.clone(),
            post: row.post.clone(),
            office_phone: row.office_phone.clone(),
            mobile: row.mobile.clone(),
            first_day,
        };
        let rest = (row.person_id, row.last_day);
        let there = self.counting(into).await?;
        let meets = |other: &roster_entry::Model| {
            other.role == row.role && overlap(other, (first_day, row.last_day))
        };
        let same = there
            .iter()
            .any(|other| meets(other) && other.name == row.name);
        let led = role == RosterRole::Leader && there.iter().any(meets);
        let eve = self.day.checked_sub_days(Days::new(1));
        end(self.write, self.who, row, eve.unwrap_or(self.day)).await?;
        if same {
            passed.doubled += 1;
        } else if led {
            passed.leaders_left += 1;
        } else {
            insert(self.write, self.who, into, &entry, rest).await?;
            passed.gone_over += 1;
        }
        Ok(())
    }

    /// An open collection asks the department that goes on; the one that ends only as far as it has
    /// handed in.
    async fn collections(&self, from: i64, into: i64) -> Result<(), Problem> {
        let tx = self.write.tx();
        let open = roster_collection::Entity::find()
            .filter(roster_collection::Column::SiteId.eq(self.write.site_id()))
            .filter(roster_collection::Column::ClosedAt.is_null())
            .all(tx)
            .await?;
        for collection in open {
            let asked = |department_id: i64| {
                roster_collection_department::Entity::find_by_id((collection.id, department_id))
                    .one(tx)
            };
            let Some(row) = asked(from).await? else {
                continue;
            };
            let handed_in = roster_hand_in::Entity::find()
                .filter(roster_hand_in::Column::CollectionId.eq(collection.id))
                .filter(roster_hand_in::Column::DepartmentId.eq(from))
                .one(tx)
                .await?;
            if handed_in.is_none() {
                row.delete(tx).await?;
            }
            if asked(into).await?.is_none() {
                let place = roster_collection_department::ActiveModel {
                    collection_id: Set(collection.id),
                    department_id: Set(into),
                    reminded_at: Set(None),
                    reminders: Set(0),
                };
                place.insert(tx).await?;
            }
        }
        Ok(())
    }
}

/// Whether an entry counts on any day of a span.
fn overlap(row: &roster_entry::Model, (first, last): (NaiveDate, Option<NaiveDate>)) -> bool {
    in_force(row.first_day, row.last_day, first)
        || (row.first_day > first && last.is_none_or(|last| row.first_day <= last))
}
