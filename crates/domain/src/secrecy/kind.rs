//! What can be found.

use serde::{Deserialize, Serialize};

/// How much weighs against leaving a finding as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Severity {
    /// 严重: belongs into no public text but for the rarest reasons.
    Serious,
    /// 提示: often right as it stands, e.g. the telephone of an office.
    Notice,
}

impl Severity {
    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Serious => "严重",
            Self::Notice => "提示",
        }
    }
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum FindingKind {
    /// 密级标志, e.g. 秘密★10年.
    SecretMark,
    /// 内部资料, 不得公开 and the like.
    InternalMark,
    /// 居民身份证号.
    Identity,
    /// 银行卡号.
    BankCard,
    /// 护照号.
    Passport,
    /// 含个人信息的名单.
    NameList,
    /// 手机号.
    Mobile,
    /// 固定电话.
    Telephone,
    /// 电子邮箱.
    Email,
    /// 地址.
    Address,
    /// 站外链接: leads out of government domains.
    Link,
    /// 错敏词 of the site's list.
    Term,
}

impl FindingKind {
    /// All kinds, the gravest first.
    pub const ALL: [Self; 12] = [
        Self::SecretMark,
        Self::InternalMark,
        Self::Identity,
        Self::BankCard,
        Self::Passport,
        Self::NameList,
        Self::Mobile,
        Self::Telephone,
        Self::Email,
        Self::Address,
        Self::Link,
        Self::Term,
    ];

    /// The name as the database writes it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::SecretMark => "secret_mark",
            Self::InternalMark => "internal_mark",
            Self::Identity => "identity",
            Self::BankCard => "bank_card",
            Self::Passport => "passport",
            Self::NameList => "name_list",
            Self::Mobile => "mobile",
            Self::Telephone => "telephone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Link => "link",
            Self::Term => "term",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::SecretMark => "密级标志",
            Self::InternalMark => "内部标识",
            Self::Identity => "身份证号",
            Self::BankCard => "银行卡号",
            Self::Passport => "护照号",
            Self::NameList => "个人信息名单",
            Self::Mobile => "手机号",
            Self::Telephone => "固定电话",
            Self::Email => "电子邮箱",
            Self::Address => "地址",
            Self::Link => "站外链接",
            Self::Term => "错敏词",
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::SecretMark => "标有密级的内容不得上网，请核实来源；确属普通用语的，说明理由。",
            Self::InternalMark => "标有内部标识的内容一般不得公开，请核实后删除，或说明理由。",
            Self::Identity => "请脱敏，保留前6位和后4位。",
            Self::BankCard => "请脱敏，只保留后4位。",
            Self::Passport => "请脱敏，只保留后4位。",
            Self::NameList => "公开名单只列必要内容，请对姓名脱敏，或说明公开的依据。",
            Self::Mobile => "请脱敏，或改为单位办公电话。",
            Self::Telephone => "单位对外公布的电话可以说明理由后保留；个人电话请脱敏。",
            Self::Email => "单位对外公布的邮箱可以说明理由后保留；个人邮箱请脱敏。",
            Self::Address => "单位办公地址可以说明理由后保留；个人住址请脱敏。",
            Self::Link => "链接指向政府网站以外，请核对后去除链接，或说明理由。",
            Self::Term => "请核对用语，改为规范表述，或说明理由。",
        }
    }

    /// How grave it is.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::SecretMark
            | Self::InternalMark
            | Self::Identity
            | Self::BankCard
            | Self::Passport
            | Self::NameList
            | Self::Mobile => Severity::Serious,
            Self::Telephone | Self::Email | Self::Address | Self::Link | Self::Term => {
                Severity::Notice
            }
        }
    }
}
