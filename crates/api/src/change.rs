//! 实时更新: what has changed since somebody looked, by ids only.

use lanmu_domain::ledger::LedgerAct;
use serde::{Deserialize, Serialize};

/// A part of the site whose pages are to be fetched again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Area {
    /// Items and their reviews.
    Articles,
    /// What is owed: publications, events, rules, figures, the calendar.
    Duties,
    /// Accounts and posts.
    People,
}

impl Area {
    /// All areas.
    pub const ALL: [Self; 3] = [Self::Articles, Self::Duties, Self::People];

    /// What a line of the ledger touches. An act that this version does not know is taken to touch
    /// what it is about: fetching once too often is no fault.
    #[must_use]
    pub const fn touched(act: Option<LedgerAct>, about_article: bool) -> &'static [Self] {
        use LedgerAct as L;
        match act {
            Some(
                L::SignedIn
                | L::PasswordChanged
                | L::PasswordReset
                | L::FeedCreated
                | L::FeedRevoked
                | L::RosterChanged
                | L::NumbersSeen
                | L::CollectionOpened
                | L::CollectionReminded
                | L::CollectionClosed
                | L::RosterHandedIn
                | L::DocumentFiled
                | L::BackupMade
                | L::BackupFailed
                | L::BackupCancelled
                | L::BackupDeleted
                | L::Refused,
            ) => &[],
            Some(
                L::PersonCreated
                | L::PostGranted
                | L::PostEnded
                | L::AccountActivated
                | L::AccountDeactivated,
            ) => &[Self::People],
            // Who stands in sees other items, and what was empty is not.
            Some(L::DelegationCreated | L::DelegationEnded | L::HandedOver) => {
                &[Self::Articles, Self::People]
            }
            Some(
                L::PublicationRecorded
                | L::Withdrawn
                | L::EmergencyWithdrawalOrdered
                | L::Corrected,
            ) => &[Self::Articles, Self::Duties],
            // A reform moves posts and items too.
            Some(L::MatrixInForce) => &Self::ALL,
            _ if about_article => &[Self::Articles],
            _ => &[Self::Duties],
        }
    }
}

/// An event of `GET /changes`, and the answer of `GET /changes/since?sequence=`. It names only what
/// the person may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Changes {
    /// The last line of the ledger that is taken into account; give it as `sequence` next time.
    pub sequence: i64,
    /// The items that changed, each once, in ascending order.
    pub article_ids: Vec<i64>,
    /// What is to be fetched again, each once.
    pub areas: Vec<Area>,
    /// More happened than is listed: whatever is shown is to be fetched again.
    pub everything: bool,
}

impl Changes {
    /// Whether nothing happened that concerns the person.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.areas.is_empty() && !self.everything
    }

    /// Whether something in this area is to be fetched again.
    #[must_use]
    pub fn touches(&self, area: Area) -> bool {
        self.everything || self.areas.contains(&area)
    }

    /// Whether this item is to be fetched again.
    #[must_use]
    pub fn touches_article(&self, id: i64) -> bool {
        self.everything || self.article_ids.contains(&id)
    }
}
