//! 工作机构表: who keeps it, who sees whole numbers, how it is collected, what is filed with it.

mod collecting;
mod documents;
mod keeping;
mod numbers;

use serde_json::{Value, json};

use crate::county::{Person, Site};

const FINANCE: &str = "县财政局";
/// Made-up numbers, as the tests of the secrecy check write them.
const MOBILE: &str = "13800138000";
const OFFICE: &str = "0812-5550000";

/// An entry as a form sends it.
fn entry(role: &str, name: &str) -> Value {
    json!({
        "role": role, "name": name, "post": "副局长",
        "office_phone": OFFICE, "mobile": MOBILE, "first_day": "2026-11-23",
    })
}

impl Site {
    /// The path of a department's roster.
    async fn roster_path(&self, department: &str) -> String {
        format!(
            "/departments/{}/roster",
            self.department_id(department).await
        )
    }

    /// The department has its leader and somebody who does the work.
    async fn fill(&self, who: &Person, department: &str) {
        let path = self.roster_path(department).await;
        who.post(&path, &entry("leader", "演示领导"))
            .await
            .created();
        who.post(&path, &entry("staff", "演示填录")).await.created();
    }
}
