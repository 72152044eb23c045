//! The column tree: which columns stand above one another, which are closed, what was set where.

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_domain::column::ColumnKind;
use lanmu_domain::freshness::Closure;
use lanmu_domain::rule::{ColumnSetting, Reach};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::key::{from_json, from_key};
use crate::entity::{column_closure, column_place, column_rule, site_column};

/// A node.
#[derive(Clone, Debug)]
pub struct Node {
    /// The column above it.
    pub parent_id: Option<i64>,
    /// The names from the root down.
    pub path: Vec<String>,
    /// What the column is for.
    pub kind: ColumnKind,
    /// Where on the website it stands, where known.
    pub address: Option<String>,
}

/// The columns of a site with everything that was ever closed or set.
#[derive(Clone, Debug, Default)]
pub struct ColumnTree {
    nodes: HashMap<i64, Node>,
    closures: HashMap<i64, Vec<Closure>>,
    /// By column, oldest first.
    settings: HashMap<i64, Vec<column_rule::Model>>,
}

impl ColumnTree {
    /// Reads it with the names and places of a day.
    ///
    /// # Errors
    /// The database cannot be reached, or holds keys that this version does not know.
    pub async fn load_on<C: ConnectionTrait>(
        db: &C,
        site_id: i64,
        day: NaiveDate,
    ) -> Result<Self, DbErr> {
        let mut tree = Self::load(db, site_id).await?;
        let mut places: HashMap<i64, column_place::Model> = HashMap::new();
        let rows = column_place::Entity::find()
            .filter(column_place::Column::SiteId.eq(site_id))
            .filter(column_place::Column::EffectiveFrom.lte(day))
            .order_by_asc(column_place::Column::EffectiveFrom)
            .order_by_asc(column_place::Column::Id);
        for row in rows.all(db).await? {
            places.insert(row.column_id, row);
        }
        tree.put(places);
        Ok(tree)
    }

    /// Reads it as it stands today.
    ///
    /// # Errors
    /// The database cannot be reached, or holds keys that this version does not know.
    pub async fn load<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<Self, DbErr> {
        let mut tree = Self::default();
        let columns = site_column::Entity::find().filter(site_column::Column::SiteId.eq(site_id));
        for row in columns.all(db).await? {
            let node = Node {
                parent_id: row.parent_id,
                path: from_json(row.path)?,
                kind: from_key(&row.kind)?,
                address: row.address,
            };
            tree.nodes.insert(row.id, node);
        }
        let closures =
            column_closure::Entity::find().filter(column_closure::Column::SiteId.eq(site_id));
        for row in closures.all(db).await? {
            tree.closures
                .entry(row.column_id)
                .or_default()
                .push(Closure {
                    closed_on: row.closed_on,
                    reopened_on: row.reopened_on,
                });
        }
        let settings = column_rule::Entity::find()
            .filter(column_rule::Column::SiteId.eq(site_id))
            .order_by_asc(column_rule::Column::EffectiveFrom)
            .order_by_asc(column_rule::Column::Id);
        for row in settings.all(db).await? {
            tree.settings.entry(row.column_id).or_default().push(row);
        }
        Ok(tree)
    }

    /// Puts columns where they stood; the paths follow.
    fn put(&mut self, places: HashMap<i64, column_place::Model>) {
        let mut differs = false;
        let mut names: HashMap<i64, String> = HashMap::new();
        for (id, place) in places {
            let Some(node) = self.nodes.get_mut(&id) else {
                continue;
            };
            let same = node.parent_id == place.parent_id && node.path.last() == Some(&place.name);
            if !same {
                differs = true;
                node.parent_id = place.parent_id;
                names.insert(id, place.name);
            }
        }
        if !differs {
            return;
        }
        let name = |id: &i64| {
            let now = self
                .nodes
                .get(id)
                .and_then(|node| node.path.last().cloned());
            names.get(id).cloned().or(now).unwrap_or_default()
        };
        let ids: Vec<i64> = self.nodes.keys().copied().collect();
        let paths: Vec<(i64, Vec<String>)> = ids
            .into_iter()
            .map(|id| (id, self.chain(id).iter().map(name).collect()))
            .collect();
        for (id, path) in paths {
            if let Some(node) = self.nodes.get_mut(&id) {
                node.path = path;
            }
        }
    }

    /// A column.
    #[must_use]
    pub fn node(&self, column_id: i64) -> Option<&Node> {
        self.nodes.get(&column_id)
    }

    /// The column and those above it, root first. Ends where the tree is not one.
    #[must_use]
    pub fn chain(&self, column_id: i64) -> Vec<i64> {
        let mut chain = Vec::new();
        let mut next = Some(column_id);
        while let Some(id) = next.filter(|id| !chain.contains(id)) {
            chain.push(id);
            next = self.nodes.get(&id).and_then(|node| node.parent_id);
        }
        chain.reverse();
        chain
    }

    /// The column and all those below it, ascending.
    #[must_use]
    pub fn below(&self, column_id: i64) -> Vec<i64> {
        let mut ids: Vec<i64> = self.nodes.keys().copied().collect();
        ids.retain(|id| self.chain(*id).contains(&column_id));
        ids.sort_unstable();
        ids
    }

    /// When the column was closed, by itself or with one above it.
    #[must_use]
    pub fn closures(&self, column_id: i64) -> Vec<Closure> {
        if self.closures.is_empty() {
            return Vec::new();
        }
        let chain = self.chain(column_id);
        let of_column = |id: &i64| self.closures.get(id).into_iter().flatten().copied();
        chain.iter().flat_map(of_column).collect()
    }

    /// What is set for a column on a day, at it and above it, root first.
    ///
    /// # Errors
    /// Rules of another shape.
    pub fn settings_on(&self, column_id: i64, day: NaiveDate) -> Result<Vec<ColumnSetting>, DbErr> {
        let mut found = Vec::new();
        if self.settings.is_empty() {
            return Ok(found);
        }
        for id in self.chain(column_id) {
            for reach in [Reach::Floor, Reach::Default] {
                if let Some(setting) = self.setting(id, reach, day)? {
                    found.push(ColumnSetting {
                        own: id == column_id,
                        ..setting
                    });
                }
            }
        }
        Ok(found)
    }

    /// The days on which what is set for a column changed, ascending.
    #[must_use]
    pub fn changes(&self, column_id: i64) -> Vec<NaiveDate> {
        let chain = self.chain(column_id);
        let of_column = |id: &i64| self.settings.get(id).into_iter().flatten();
        let mut days: Vec<NaiveDate> = chain
            .iter()
            .flat_map(of_column)
            .map(|row| row.effective_from)
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The latest setting of one kind at one column; `None` where there is none or it was taken
    /// back.
    ///
    /// # Errors
    /// Rules of another shape.
    pub fn setting(
        &self,
        column_id: i64,
        reach: Reach,
        day: NaiveDate,
    ) -> Result<Option<ColumnSetting>, DbErr> {
        let mut latest = None;
        for row in self.settings.get(&column_id).into_iter().flatten() {
            if row.effective_from <= day && from_key::<Reach>(&row.reach)? == reach {
                latest = Some(row);
            }
        }
        let Some(row) = latest.filter(|row| !row.rules.is_null()) else {
            return Ok(None);
        };
        let path = self.node(column_id).map(|node| node.path.join(" / "));
        Ok(Some(ColumnSetting {
            column: path.unwrap_or_default(),
            own: true,
            reach,
            rules: from_json(row.rules.clone())?,
            basis: row.basis.clone(),
            words: row.words.clone(),
            effective_from: row.effective_from,
        }))
    }
}
