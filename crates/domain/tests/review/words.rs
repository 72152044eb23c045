//! The keys of the wire, and the words of a return.

use lanmu_domain::review::{ActKind, ArticleState, Refusal, ReturnReason, ReturnTo};

#[test]
fn keys_are_those_of_the_json_and_lead_back() {
    for state in ArticleState::ALL {
        assert_eq!(serde_json::to_value(state).unwrap(), state.key());
        assert_eq!(ArticleState::from_key(state.key()), Some(state));
    }
    for kind in ActKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.key());
    }
    for refusal in Refusal::ALL {
        assert_eq!(serde_json::to_value(refusal).unwrap(), refusal.key());
    }
    for to in ReturnTo::ALL {
        assert_eq!(serde_json::to_value(to).unwrap(), to.key());
    }
    assert_eq!(ArticleState::from_key("approved"), None);
}

#[test]
fn chips_and_words_make_one_reason_and_other_says_nothing_alone() {
    use ReturnReason as R;
    let words = ReturnReason::words;
    assert_eq!(words(&[R::Basis, R::Content], ""), "内容有误、依据不足");
    assert_eq!(words(&[R::Format], "缺落款"), "格式不规范：缺落款");
    assert_eq!(words(&[R::Other], "缺落款"), "缺落款");
    assert_eq!(words(&[R::Other], " "), " ");
    assert_eq!(words(&[], ""), "");
}
