//! New versions of the matrix: a coordinator drafts, looks, puts into force; the day comes.

mod bad_files;
mod coordinators;
mod department;
mod drafts;
mod groups;
mod merger;
mod midnight;
mod propose;
mod reform;
mod remarks;
mod table;
mod whole_reform;

use serde_json::{Value, json};

use crate::county::{Person, Site};

/// A reason, a document and a day, with changes by their place as key.
fn draft(day: &str, changes: &[Value]) -> Value {
    let changes: Vec<Value> = (1..)
        .zip(changes)
        .map(|(key, change)| json!({"key": key, "change": change}))
        .collect();
    json!({
        "reason": "机构改革",
        "document_number": "盐府办发〔2026〕12号",
        "effective_from": day,
        "changes": changes,
    })
}

/// Makes a draft; the answer is its view.
async fn drafted(person: &Person, day: &str, changes: &[Value]) -> Value {
    let body = draft(day, changes);
    person.post("/matrix/drafts", &body).await.created()
}

fn act(view: &Value, verb: &str) -> String {
    format!("/matrix/drafts/{}/{verb}", view["id"])
}

/// Puts a draft into force as it was seen.
async fn put(person: &Person, view: &Value) -> Value {
    let body = json!({"version": view["version"], "seen": view["seen"]});
    person
        .post(&act(view, "put-in-force"), &body)
        .await
        .created()
}

/// What stands against putting a draft into force: the fields.
async fn against(person: &Person, view: &Value) -> Vec<(String, String)> {
    let body = json!({"version": view["version"], "seen": view["seen"]});
    let error = person.post(&act(view, "put-in-force"), &body).await;
    let error = error.refused(422, "invalid");
    let fields = error["fields"].as_array().expect("fields").iter();
    fields
        .map(|field| (text(&field["field"]), text(&field["message"])))
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The id of a column by its path.
async fn column(person: &Person, path: &[&str]) -> i64 {
    let columns = person.get("/columns").await.ok();
    let found = columns
        .as_array()
        .expect("columns")
        .iter()
        .find(|column| column["path"] == json!(path));
    let found = found.unwrap_or_else(|| panic!("no column {path:?}"));
    found["id"].as_i64().expect("an id")
}

fn id(id: i64) -> Value {
    json!({"id": id})
}

/// The matrix of a day, or of today.
async fn matrix(person: &Person, query: &str) -> Value {
    person.get(&format!("/matrix{query}")).await.ok()
}

/// The row of a column in the matrix.
fn row<'a>(matrix: &'a Value, path: &[&str]) -> Option<&'a Value> {
    let duties = matrix["duties"].as_array().expect("duties");
    duties
        .iter()
        .find(|duty| duty["column_path"] == json!(path))
}

/// The names of those who answer for a row.
fn owners(matrix: &Value, path: &[&str]) -> Vec<String> {
    let row = row(matrix, path).unwrap_or_else(|| panic!("no row {path:?}"));
    let departments = matrix["departments"].as_array().expect("departments");
    let name = |id: &Value| {
        let found = departments.iter().find(|d| d["id"] == *id);
        found.map_or_else(String::new, |d| text(&d["name"]))
    };
    let owners = row["owners"].as_array().expect("owners").iter();
    owners.map(|owner| name(&owner["department_id"])).collect()
}

/// The coordinator of a site.
async fn coordinator(site: &Site) -> Person {
    site.sign_in("coordinator").await
}

/// The day of the changes: in a week.
const DAY: &str = "2026-12-01";
