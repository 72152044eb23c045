//! A line of the form, and what the form lacks.

use serde::{Deserialize, Serialize};

use super::phone::{masked_mobile, masked_office_phone};

/// Which part of the form somebody stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RosterRole {
    /// 分管领导.
    Leader,
    /// 具体负责工作人员.
    Staff,
}

impl RosterRole {
    /// Both, as the form has them.
    pub const ALL: [Self; 2] = [Self::Leader, Self::Staff];

    /// The name on the form.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Leader => "分管领导",
            Self::Staff => "具体负责工作人员",
        }
    }

    /// The name as the database writes it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Staff => "staff",
        }
    }
}

/// A line of the form, as it is printed and as a hand-in keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Listed {
    /// Which part of the form.
    pub role: RosterRole,
    /// 姓名.
    pub name: String,
    /// 职务.
    pub post: String,
    /// 座机, empty for none.
    pub office_phone: String,
    /// 手机, empty for none.
    pub mobile: String,
}

impl Listed {
    /// The same for somebody who need not know the numbers.
    #[must_use]
    pub fn masked(self) -> Self {
        Self {
            office_phone: masked_office_phone(&self.office_phone),
            mobile: masked_mobile(&self.mobile),
            ..self
        }
    }
}

/// The title of the form of a department.
#[must_use]
pub fn form_title(department: &str) -> String {
    format!("{department}关于政务公开、政府网站暨政府系统政务新媒体工作机构表")
}

/// What the form lacks before it can be handed in; the notice asks for both parts, and for the fixed
/// and the mobile number of everybody.
#[must_use]
pub fn lacking(lines: &[Listed]) -> Vec<String> {
    let mut lacking = Vec::new();
    for role in RosterRole::ALL {
        if !lines.iter().any(|line| line.role == role) {
            lacking.push(format!("缺{}", role.label()));
        }
    }
    for line in lines {
        let missing = match (line.office_phone.is_empty(), line.mobile.is_empty()) {
            (true, true) => "座机和手机",
            (true, false) => "座机",
            (false, true) => "手机",
            (false, false) => continue,
        };
        lacking.push(format!("{}缺{missing}", line.name));
    }
    lacking
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(role: RosterRole, office_phone: &str, mobile: &str) -> Listed {
        Listed {
            role,
            name: "甲".to_owned(),
            post: "主任".to_owned(),
            office_phone: office_phone.to_owned(),
            mobile: mobile.to_owned(),
        }
    }

    #[test]
    fn a_form_needs_both_parts_and_both_numbers() {
        assert_eq!(lacking(&[]), ["缺分管领导", "缺具体负责工作人员"]);
        let leader = line(RosterRole::Leader, "5550000", "13800138000");
        assert_eq!(
            lacking(std::slice::from_ref(&leader)),
            ["缺具体负责工作人员"]
        );
        let staff = line(RosterRole::Staff, "", "13800138000");
        assert_eq!(lacking(&[leader.clone(), staff]), ["甲缺座机"]);
        let staff = line(RosterRole::Staff, "5550000", "");
        assert_eq!(lacking(&[leader.clone(), staff]), ["甲缺手机"]);
        let staff = line(RosterRole::Staff, "5550000", "13800138000");
        assert!(lacking(&[leader, staff]).is_empty());
    }

    #[test]
    fn keys_are_those_of_the_json() {
        for role in RosterRole::ALL {
            assert_eq!(serde_json::to_value(role).ok(), Some(role.key().into()));
        }
    }
}
