//! 工作机构表: rosters, collections, hand-ins, documents.

use chrono::NaiveDate;
use gloo_net::http::Method;
use lanmu_api::path;
use lanmu_api::roster::{
    AddRosterEntry, ChangeRosterEntry, EndRosterEntry, RosterForm, RosterView, RostersView,
};
use lanmu_api::roster_collection::{
    CollectionRow, CollectionView, HandIn, OpenCollection, RemindDepartments, Reminded,
};
use lanmu_domain::roster::DocumentKind;
use serde::de::IgnoredAny;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

/// The overview.
pub async fn rosters() -> Result<RostersView, ClientError> {
    get(path::ROSTERS).await
}

/// The roster of a department as of a day; whole numbers of another one are written down.
pub async fn roster(
    department_id: i64,
    day: Option<NaiveDate>,
    numbers: bool,
) -> Result<RosterView, ClientError> {
    let query = query(&[
        ("day", day.map(|day| day.to_string())),
        ("numbers", numbers.then(|| "true".to_owned())),
    ]);
    get(&format!("{}{query}", path::roster(department_id))).await
}

/// Adds an entry.
pub async fn add_entry(
    department_id: i64,
    form: AddRosterEntry,
    key: IdempotencyKey,
) -> Result<(), ClientError> {
    done(send(Method::POST, &path::roster(department_id), &form, &key).await)
}

/// Changes an entry.
pub async fn change_entry(
    id: i64,
    form: ChangeRosterEntry,
    key: IdempotencyKey,
) -> Result<(), ClientError> {
    done(send(Method::PUT, &path::roster_entry(id), &form, &key).await)
}

/// Ends an entry.
pub async fn end_entry(
    id: i64,
    form: EndRosterEntry,
    key: IdempotencyKey,
) -> Result<(), ClientError> {
    done(send(Method::POST, &path::roster_entry_end(id), &form, &key).await)
}

/// The address of the forms, and of the same as a document.
#[must_use]
pub fn forms_query(department_id: Option<i64>, collection_id: Option<i64>) -> String {
    let text = |id: Option<i64>| id.map(|id| id.to_string());
    query(&[
        ("department_id", text(department_id)),
        ("collection_id", text(collection_id)),
    ])
}

/// The forms with whole numbers; every other department's is written down.
pub async fn forms(
    department_id: Option<i64>,
    collection_id: Option<i64>,
) -> Result<Vec<RosterForm>, ClientError> {
    let query = forms_query(department_id, collection_id);
    get(&format!("{}{query}", path::ROSTER_FORMS)).await
}

/// All collections.
pub async fn collections() -> Result<Vec<CollectionRow>, ClientError> {
    get(path::ROSTER_COLLECTIONS).await
}

/// A collection.
pub async fn collection(id: i64) -> Result<CollectionView, ClientError> {
    get(&path::roster_collection(id)).await
}

/// Opens a collection.
pub async fn open_collection(form: OpenCollection, key: IdempotencyKey) -> Result<(), ClientError> {
    done(send(Method::POST, path::ROSTER_COLLECTIONS, &form, &key).await)
}

/// Reminds departments.
pub async fn remind(
    id: i64,
    form: RemindDepartments,
    key: IdempotencyKey,
) -> Result<Reminded, ClientError> {
    let path = path::roster_collection_act(id, "remind");
    send(Method::POST, &path, &form, &key).await
}

/// Closes a collection.
pub async fn close_collection(id: i64, key: IdempotencyKey) -> Result<(), ClientError> {
    let path = path::roster_collection_act(id, "close");
    done(send(Method::POST, &path, &(), &key).await)
}

/// Hands in a department's roster.
pub async fn hand_in(
    collection_id: i64,
    form: HandIn,
    key: IdempotencyKey,
) -> Result<(), ClientError> {
    let path = path::roster_collection_act(collection_id, "hand-ins");
    done(send(Method::POST, &path, &form, &key).await)
}

/// Where a document is sent.
#[must_use]
pub fn document_address(department_id: i64, kind: DocumentKind, title: &str, day: &str) -> String {
    let query = query(&[
        ("kind", Some(kind.key().to_owned())),
        ("title", Some(title.to_owned())),
        ("day", Some(day.to_owned())),
    ]);
    format!("{}{query}", path::department_documents(department_id))
}

fn done(answer: Result<IgnoredAny, ClientError>) -> Result<(), ClientError> {
    answer.map(|_| ())
}
