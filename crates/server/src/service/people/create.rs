//! 建立账号, by the system administrator.

use lanmu_api::error::FieldError;
use lanmu_api::person::CreatePerson;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Actor;
use lanmu_domain::text::{clean_line, is_blank};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::issue::{Issued, remember};
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::person;
use crate::error::{Problem, is_unique_violation};
use crate::service::post_for;

/// Characters of a name at most.
const NAME_MAX: usize = 40;
/// Characters of a login name.
const LOGIN_LENGTH: std::ops::RangeInclusive<usize> = 3..=40;

/// A person whose fields are right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonDraft {
    name: String,
    login: String,
}

/// Checks name and login name. The login name is kept in lower case.
///
/// # Errors
/// 422 with every field that is wrong.
pub fn check_person(request: &CreatePerson) -> Result<PersonDraft, Problem> {
    let mut wrong = Vec::new();
    let mut say = |field: &str, message: String| {
        wrong.push(FieldError {
            field: field.to_owned(),
            message,
        });
    };
    let name = match clean_line(&request.name, NAME_MAX) {
        Ok(name) if is_blank(&name) => {
            say("name", "请填写姓名。".to_owned());
            name
        }
        Ok(name) => name,
        Err(problem) => {
            say("name", problem.message("姓名"));
            String::new()
        }
    };
    let login = request.login.trim().to_ascii_lowercase();
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    if !LOGIN_LENGTH.contains(&login.chars().count()) || !login.chars().all(allowed) {
        say(
            "login",
            "登录名须为 3 至 40 位的字母、数字、点或连字符。".to_owned(),
        );
    }
    if wrong.is_empty() {
        Ok(PersonDraft { name, login })
    } else {
        Err(Problem::invalid(wrong))
    }
}

/// Stores a person with a password that must be changed at the first sign-in. Gives the id.
///
/// # Errors
/// 403 without the permission, 422 if the login name is taken.
pub async fn create_person(
    write: &WriteTx,
    actor: &Actor,
    draft: PersonDraft,
    issued: &Issued,
) -> Result<i64, Problem> {
    if !Permission::ManagePeople.held(actor) {
        return Err(Problem::not_allowed());
    }
    let subject = format!("{}（{}）", draft.name, draft.login);
    let stored = person::ActiveModel {
        site_id: Set(write.site_id()),
        name: Set(draft.name),
        login: Set(draft.login),
        password_hash: Set(issued.hash.clone()),
        active: Set(true),
        must_change_password: Set(true),
        failed_attempts: Set(0),
        locked_until: Set(None),
        session_epoch: Set(0),
        created_at: Set(write.now_utc()),
        ..Default::default()
    }
    .insert(write.tx())
    .await
    .map_err(|error| {
        if is_unique_violation(&error) {
            Problem::invalid_field("login", "该登录名已被使用，请换一个。")
        } else {
            error.into()
        }
    })?;
    remember(write, stored.id, issued).await?;
    let entry = LedgerEntry {
        post: post_for(actor, None),
        subject,
        ..Default::default()
    };
    write.ledger(LedgerAct::PersonCreated, entry).await?;
    Ok(stored.id)
}
