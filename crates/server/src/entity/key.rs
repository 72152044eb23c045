//! Closed lists in the database: stored by the key that JSON uses.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The key of a value of a closed list, e.g. `in_section_review`.
///
/// Values that are not plain names have no key and give an empty string; none of the stored lists
/// has such a value.
pub fn to_key<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(key)) => key,
        _ => String::new(),
    }
}

/// The value with this key.
///
/// # Errors
/// A key that the list does not know: the database was written by a newer version.
pub fn from_key<T: DeserializeOwned>(key: &str) -> Result<T, sea_orm::DbErr> {
    serde_json::from_value(Value::String(key.to_owned()))
        .map_err(|error| sea_orm::DbErr::Type(error.to_string()))
}

/// The value stored as JSON.
///
/// # Errors
/// JSON of another shape: the database was written by another version.
pub fn from_json<T: DeserializeOwned>(value: Value) -> Result<T, sea_orm::DbErr> {
    serde_json::from_value(value).map_err(|error| sea_orm::DbErr::Json(error.to_string()))
}
