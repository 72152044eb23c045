//! New lines of the ledger, as far as it matters here, and what of them a person may know.

use std::collections::BTreeSet;

use lanmu_api::change::{Area, Changes};
use lanmu_domain::permission::Permission;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::entity::key::from_key;
use crate::entity::{ledger_head, ledger_line};
use crate::session::SignedIn;

/// More lines than this are not told one by one.
const LINES_MAX: u64 = 500;

/// The lines after one and up to another.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// The last line.
    pub sequence: i64,
    lines: Vec<Line>,
    /// There were too many.
    too_many: bool,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    sequence: i64,
    department_id: Option<i64>,
    article_id: Option<i64>,
    areas: &'static [Area],
}

/// The last line of a site's ledger, 0 where there is none.
///
/// # Errors
/// The database does not answer.
pub async fn head<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<i64, DbErr> {
    let head = ledger_head::Entity::find_by_id(site_id).one(db).await?;
    Ok(head.map_or(0, |head| head.sequence))
}

impl Lines {
    /// The lines after `from` up to and with `to`.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn read<C: ConnectionTrait>(
        db: &C,
        site_id: i64,
        from: i64,
        to: i64,
    ) -> Result<Self, DbErr> {
        if from == to {
            return Ok(Self {
                sequence: to,
                ..Self::default()
            });
        }
        // Whoever saw more than there is looked at another database: one restored since.
        let far = to.saturating_sub(from);
        if far < 0 || far.unsigned_abs() > LINES_MAX {
            return Ok(Self {
                sequence: to,
                too_many: true,
                ..Self::default()
            });
        }
        use ledger_line::Column;
        let rows: Vec<(i64, String, Option<i64>, Option<i64>)> = ledger_line::Entity::find()
            .select_only()
            .columns([
                Column::Sequence,
                Column::Act,
                Column::DepartmentId,
                Column::ArticleId,
            ])
            .filter(Column::SiteId.eq(site_id))
            .filter(Column::Sequence.gt(from))
            .filter(Column::Sequence.lte(to))
            .order_by_asc(Column::Sequence)
            .into_tuple()
            .all(db)
            .await?;
        let line = |(sequence, act, department_id, article_id): (_, String, _, Option<i64>)| Line {
            sequence,
            department_id,
            article_id,
            areas: Area::touched(from_key(&act).ok(), article_id.is_some()),
        };
        Ok(Self {
            sequence: to,
            lines: rows.into_iter().map(line).collect(),
            too_many: false,
        })
    }

    /// Whether somebody's posts may have changed.
    #[must_use]
    pub fn touch_people(&self) -> bool {
        self.too_many || self.lines.iter().any(|l| l.areas.contains(&Area::People))
    }

    /// What of the lines after `seen` this person may know.
    #[must_use]
    pub fn for_person(&self, who: &SignedIn, seen: i64) -> Changes {
        let mut articles = BTreeSet::new();
        let mut areas = BTreeSet::new();
        let new = self.lines.iter().filter(|line| line.sequence > seen);
        for line in new.filter(|line| concerns(line, who)) {
            let visible = line.areas.iter().filter(|area| may_know(**area, who));
            areas.extend(visible.copied());
            articles.extend(
                line.article_id
                    .filter(|_| line.areas.contains(&Area::Articles)),
            );
        }
        Changes {
            sequence: self.sequence,
            article_ids: articles.into_iter().collect(),
            areas: areas.into_iter().collect(),
            everything: self.too_many,
        }
    }
}

/// Whether what a line is about belongs to a department of the person's, or to no department.
fn concerns(line: &Line, who: &SignedIn) -> bool {
    match line.department_id {
        Some(id) => who.sees(id) || line.areas.contains(&Area::People),
        None => line.article_id.is_none(),
    }
}

fn may_know(area: Area, who: &SignedIn) -> bool {
    let any: &[Permission] = match area {
        Area::Articles => &[
            Permission::WriteArticles,
            Permission::ReviewArticles,
            Permission::ViewWholeMatrix,
        ],
        Area::Duties => &[Permission::ViewOwnMatrix, Permission::ViewWholeMatrix],
        Area::People => &[Permission::ManagePeople, Permission::GrantPosts],
    };
    any.iter().any(|permission| permission.held(&who.actor))
}

/// What happened after a line, as far as the person may know it; without a line, only where the
/// ledger stands.
///
/// # Errors
/// The database does not answer.
pub async fn changes_since<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    seen: Option<i64>,
) -> Result<Changes, DbErr> {
    let site_id = who.person.site_id;
    let end = head(db, site_id).await?;
    let seen = seen.unwrap_or(end);
    let lines = Lines::read(db, site_id, seen, end).await?;
    Ok(lines.for_person(who, seen))
}
