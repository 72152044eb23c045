//! The staff of the site under test.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use argon2::password_hash::{PasswordHasher, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use chrono::{DateTime, Utc};
use lanmu_domain::role::Role;
use lanmu_server::entity::{department, person, post, site};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter,
};

/// Everybody's password.
pub const PASSWORD: &str = "Right-Password-1";

/// Departments with an officer, a section head and a leader.
pub const STAFFED: [&str; 3] = ["县政府办公室", "县财政局", "县农业农村局"];

/// Roles of the whole site, each held by one person.
const CENTRAL: [Role; 4] = [
    Role::Coordinator,
    Role::SystemAdministrator,
    Role::SecurityAdministrator,
    Role::AuditAdministrator,
];

/// A real hash of [`PASSWORD`], with the smallest parameters that Argon2 takes: hundreds of tests
/// sign in.
static HASH: LazyLock<String> = LazyLock::new(|| {
    let params = Params::new(8, 1, 1, None).expect("parameters");
    let salt = SaltString::from_b64("bGFubXUtdGVzdHM").expect("a salt");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(PASSWORD.as_bytes(), &salt)
        .expect("a hash")
        .to_string()
});

static LOGINS: AtomicU64 = AtomicU64::new(1);

/// Fills the posts that every test finds filled.
pub async fn staff(db: &DatabaseConnection, now: DateTime<Utc>) {
    for role in CENTRAL {
        hire(db, role, None, now).await;
    }
    for name in STAFFED {
        for role in [Role::Officer, Role::SectionHead, Role::Leader] {
            hire(db, role, Some(name), now).await;
        }
    }
}

/// The login of somebody who holds the post; a new person where nobody does.
pub async fn holder(
    db: &DatabaseConnection,
    role: Role,
    name: Option<&str>,
    now: DateTime<Utc>,
) -> String {
    let mut held = post::Entity::find()
        .filter(post::Column::Role.eq(role.key()))
        .filter(post::Column::EndedAt.is_null());
    if let Some(name) = name {
        held = held.filter(post::Column::DepartmentId.eq(department_id(db, name).await));
    }
    let Some(held) = held.one(db).await.expect("posts") else {
        return hire(db, role, name, now).await;
    };
    let person = person::Entity::find_by_id(held.person_id)
        .one(db)
        .await
        .expect("people");
    person.expect("the person exists").login
}

/// A new person with this post; gives the login.
pub async fn hire(
    db: &DatabaseConnection,
    role: Role,
    name: Option<&str>,
    now: DateTime<Utc>,
) -> String {
    let site_id = site::Entity::find()
        .one(db)
        .await
        .expect("sites")
        .expect("a site")
        .id;
    let department_id = match name {
        Some(name) => Some(department_id(db, name).await),
        None => None,
    };
    let number = LOGINS.fetch_add(1, Ordering::Relaxed);
    let login = format!("{}-{number}", role.key().replace('_', "-"));
    let title = format!("{}{}", name.unwrap_or_default(), role.label());
    let person = person::ActiveModel {
        site_id: Set(site_id),
        name: Set(format!("{title}{number}号")),
        login: Set(login.clone()),
        password_hash: Set(HASH.clone()),
        active: Set(true),
        must_change_password: Set(false),
        failed_attempts: Set(0),
        locked_until: Set(None),
        session_epoch: Set(0),
        created_at: Set(now),
        ..Default::default()
    };
    let person_id = person.insert(db).await.expect("a person").id;
    let post = post::ActiveModel {
        site_id: Set(site_id),
        person_id: Set(person_id),
        role: Set(role.key().to_owned()),
        department_id: Set(department_id),
        title: Set(title),
        granted_at: Set(now),
        ended_at: Set(None),
        ..Default::default()
    };
    post.insert(db).await.expect("a post");
    login
}

/// The id of a department.
pub async fn department_id(db: &DatabaseConnection, name: &str) -> i64 {
    department::Entity::find()
        .filter(department::Column::Name.eq(name))
        .one(db)
        .await
        .expect("departments")
        .unwrap_or_else(|| panic!("no department {name}"))
        .id
}
