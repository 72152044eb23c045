//! 法律依据: why something need not be public, as the regulation lists it.

/// A basis of 《中华人民共和国政府信息公开条例》 (国务院令第711号).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LegalBasis {
    /// 第十四条: 依法确定为国家秘密.
    StateSecret,
    /// 第十四条: 法律、行政法规禁止公开.
    Prohibited,
    /// 第十四条: 可能危及国家安全、公共安全、经济安全、社会稳定.
    Safety,
    /// 第十五条: 商业秘密.
    TradeSecret,
    /// 第十五条: 个人隐私.
    Privacy,
    /// 第十六条第一款: 内部事务信息.
    Internal,
    /// 第十六条第二款: 过程性信息.
    Process,
    /// 第十六条第二款: 行政执法案卷信息.
    EnforcementFile,
    /// 第二十七条: whoever needs it asks for it.
    OnRequest,
}

impl LegalBasis {
    /// All of them, in the order of the regulation.
    pub const ALL: [Self; 9] = [
        Self::StateSecret,
        Self::Prohibited,
        Self::Safety,
        Self::TradeSecret,
        Self::Privacy,
        Self::Internal,
        Self::Process,
        Self::EnforcementFile,
        Self::OnRequest,
    ];

    /// The short name in a list of choices.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::StateSecret => "第十四条：国家秘密",
            Self::Prohibited => "第十四条：法律、行政法规禁止公开",
            Self::Safety => "第十四条：危及国家安全、公共安全、经济安全、社会稳定",
            Self::TradeSecret => "第十五条：商业秘密",
            Self::Privacy => "第十五条：个人隐私",
            Self::Internal => "第十六条第一款：内部事务信息",
            Self::Process => "第十六条第二款：过程性信息",
            Self::EnforcementFile => "第十六条第二款：行政执法案卷信息",
            Self::OnRequest => "第二十七条：依申请公开",
        }
    }

    /// The words that stand in the form and on paper.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::StateSecret => "《中华人民共和国政府信息公开条例》第十四条（依法确定为国家秘密）",
            Self::Prohibited => {
                "《中华人民共和国政府信息公开条例》第十四条（法律、行政法规禁止公开）"
            }
            Self::Safety => {
                "《中华人民共和国政府信息公开条例》第十四条（公开后可能危及国家安全、公共安全、经济安全、社会稳定）"
            }
            Self::TradeSecret => "《中华人民共和国政府信息公开条例》第十五条（涉及商业秘密）",
            Self::Privacy => "《中华人民共和国政府信息公开条例》第十五条（涉及个人隐私）",
            Self::Internal => "《中华人民共和国政府信息公开条例》第十六条第一款（内部事务信息）",
            Self::Process => "《中华人民共和国政府信息公开条例》第十六条第二款（过程性信息）",
            Self::EnforcementFile => {
                "《中华人民共和国政府信息公开条例》第十六条第二款（行政执法案卷信息）"
            }
            Self::OnRequest => {
                "《中华人民共和国政府信息公开条例》第二十七条（除主动公开外，可以申请获取）"
            }
        }
    }

    /// What stands in the field once this basis was chosen: another basis of the list is replaced,
    /// own words stay before it.
    #[must_use]
    pub fn chosen(self, before: &str) -> String {
        let before = before.trim();
        let listed = Self::ALL.into_iter().any(|basis| basis.text() == before);
        if before.is_empty() || listed {
            return self.text().to_owned();
        }
        if before.contains(self.text()) {
            return before.to_owned();
        }
        let apart = before.trim_end_matches(['。', '；', ';']);
        format!("{apart}；{}", self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::LegalBasis;

    #[test]
    fn a_chosen_basis_replaces_another_of_the_list_and_keeps_own_words() {
        let (privacy, process) = (LegalBasis::Privacy, LegalBasis::Process);
        assert_eq!(privacy.chosen("  "), privacy.text());
        assert_eq!(process.chosen(privacy.text()), process.text());
        let own = "《档案法》第二十七条。";
        let both = privacy.chosen(own);
        assert_eq!(both, format!("《档案法》第二十七条；{}", privacy.text()));
        assert_eq!(privacy.chosen(&both), both);
    }

    #[test]
    fn every_basis_fits_the_field() {
        for basis in LegalBasis::ALL {
            assert!(basis.text().chars().count() < crate::article::LEGAL_BASIS_MAX_CHARS);
        }
    }
}
