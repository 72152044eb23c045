//! Which passwords will do.

/// Shortest password (audited practice for 等保).
pub const LENGTH_MIN: usize = 8;
/// Longest password: hashing a novel is a way to keep a server busy.
pub const LENGTH_MAX: usize = 128;
/// So many former passwords are not used again.
pub const HISTORY: u64 = 5;

/// What is wrong with a new password, in Chinese.
#[must_use]
pub fn policy_problem(password: &str, login: &str) -> Option<String> {
    let length = password.chars().count();
    if length < LENGTH_MIN {
        return Some(format!("密码至少 {LENGTH_MIN} 位。"));
    }
    if length > LENGTH_MAX {
        return Some(format!("密码最多 {LENGTH_MAX} 位。"));
    }
    let classes: [fn(char) -> bool; 4] = [
        |c| c.is_ascii_lowercase(),
        |c| c.is_ascii_uppercase(),
        |c| c.is_ascii_digit(),
        |c| !c.is_ascii_alphanumeric(),
    ];
    if classes
        .iter()
        .filter(|class| password.chars().any(**class))
        .count()
        < 3
    {
        return Some("密码须包含大写字母、小写字母、数字、符号中的至少三类。".to_owned());
    }
    if password.to_lowercase().contains(&login.to_lowercase()) {
        return Some("密码不能包含登录名。".to_owned());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::policy_problem;

    #[test]
    fn the_policy_asks_for_length_classes_and_no_login() {
        for bad in [
            "Short1!",
            "alllowercase",
            "lower-and-symbol",
            "Czj-Officer-2026",
            "12345678",
        ] {
            assert!(policy_problem(bad, "czj-officer").is_some(), "{bad}");
        }
        assert!(policy_problem(&"Aa1-".repeat(40), "czj-officer").is_some());
        for good in ["Abcdefg1", "abc-defg-1", "密码Abc123456"] {
            assert_eq!(policy_problem(good, "czj-officer"), None);
        }
    }
}
