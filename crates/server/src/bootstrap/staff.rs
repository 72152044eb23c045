//! Who has an account at the first start. Names say what somebody does; nobody real is meant.

use lanmu_domain::role::Role;

/// An account to be made.
pub struct Planned {
    /// Login name.
    pub login: String,
    /// Name on pages.
    pub name: String,
    /// Department; `None` for posts of the whole site.
    pub department: Option<&'static str>,
    /// Role.
    pub role: Role,
    /// Title as the ledger keeps it.
    pub title: String,
}

/// Departments of the demonstration with the letters that their logins begin with.
const DEPARTMENTS: [(&str, &str); 6] = [
    ("县政府办公室", "zfb"),
    ("县财政局", "czj"),
    ("县农业农村局", "nyj"),
    ("县委宣传部", "xcb"),
    ("县文化广播电视和旅游局", "wlj"),
    ("桐子林镇", "tzl"),
];

/// The demonstration: officer, section head and leader of six departments, the coordinator and
/// the three administrators.
#[must_use]
pub fn demonstration() -> Vec<Planned> {
    let posts = [
        (Role::Officer, "officer", "填录员", "填录人员"),
        (Role::SectionHead, "head", "股长", "股室负责人"),
        (Role::Leader, "leader", "分管领导", "分管领导"),
    ];
    let mut planned: Vec<Planned> = DEPARTMENTS
        .iter()
        .flat_map(|(department, letters)| {
            posts
                .iter()
                .map(move |(role, suffix, name, title)| Planned {
                    login: format!("{letters}-{suffix}"),
                    name: format!("演示·{department}{name}"),
                    department: Some(*department),
                    role: *role,
                    title: format!("{department}{title}"),
                })
        })
        .collect();
    planned.extend(empty());
    planned
}

/// For real use: the coordinator and the three administrators.
#[must_use]
pub fn empty() -> Vec<Planned> {
    [
        (Role::Coordinator, "coordinator", "县政府办公室信息股协调人"),
        (Role::SystemAdministrator, "sysadmin", "系统管理员"),
        (Role::SecurityAdministrator, "secadmin", "安全管理员"),
        (Role::AuditAdministrator, "auditor", "审计管理员"),
    ]
    .into_iter()
    .map(|(role, login, title)| Planned {
        login: login.to_owned(),
        name: role.label().to_owned(),
        department: None,
        role,
        title: title.to_owned(),
    })
    .collect()
}
