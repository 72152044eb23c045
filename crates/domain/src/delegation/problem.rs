//! Why a delegation cannot be made, in words.

/// A reason against a delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DelegationProblem {
    /// The principal does not hold the post, or the account is closed.
    PostNotHeld,
    /// The post reviews nothing.
    PostStays,
    /// It would begin before now.
    StartsInPast,
    /// It would begin too far ahead.
    StartsTooLate,
    /// It would end before it begins.
    EndsBeforeStart,
    /// It would last too long.
    TooLong,
    /// To oneself.
    Oneself,
    /// The security administrator would give somebody's post to himself.
    Administrator,
    /// The delegate holds neither a post in the department nor the same role in another one, or the
    /// account is closed.
    DelegateUnfit,
    /// The post is passed on already in this time.
    DelegatedAlready,
    /// The delegate has passed on own posts in this time.
    DelegateIsAway,
    /// The principal stands in for somebody else in this time.
    PrincipalStandsIn,
}

impl DelegationProblem {
    /// All reasons, in the order in which they are listed.
    pub const ALL: [Self; 12] = [
        Self::PostNotHeld,
        Self::PostStays,
        Self::StartsInPast,
        Self::StartsTooLate,
        Self::EndsBeforeStart,
        Self::TooLong,
        Self::Oneself,
        Self::Administrator,
        Self::DelegateUnfit,
        Self::DelegatedAlready,
        Self::DelegateIsAway,
        Self::PrincipalStandsIn,
    ];

    /// The reason in words, and what to do about it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::PostNotHeld => "委托人现未担任该岗位，请重新选择岗位。",
            Self::PostStays => "只有股室领导和分管领导的岗位可以委托代办。",
            Self::StartsInPast => "开始时间不能早于现在。",
            Self::StartsTooLate => "开始时间最晚为一年以内。",
            Self::EndsBeforeStart => "结束时间须晚于开始时间。",
            Self::TooLong => "一次委托最长 90 天，离岗更久的请由安全管理员调整岗位。",
            Self::Oneself => "不能委托给委托人自己，请另选人员。",
            Self::Administrator => "安全管理员不能将他人岗位委托给自己，请另选人员。",
            Self::DelegateUnfit => {
                "代办人须为账号正常的本部门人员，或其他部门担任相同岗位的人员，请另选人员。"
            }
            Self::DelegatedAlready => "该岗位在此期间已委托他人代办，请先终止原委托或另选时间。",
            Self::DelegateIsAway => {
                "该人员在此期间已将本人岗位委托他人代办，不能转委托，请另选人员。"
            }
            Self::PrincipalStandsIn => {
                "委托人在此期间正代他人办理，不能转委托，请先终止该项代办，再委托本人岗位。"
            }
        }
    }

    /// The field of the request that it is about.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::PostNotHeld
            | Self::PostStays
            | Self::DelegatedAlready
            | Self::PrincipalStandsIn => "post_ids",
            Self::StartsInPast | Self::StartsTooLate => "starts_at",
            Self::EndsBeforeStart | Self::TooLong => "ends_at",
            Self::Oneself | Self::Administrator | Self::DelegateUnfit | Self::DelegateIsAway => {
                "delegate_id"
            }
        }
    }
}
