//! Which section of the manual helps at which page.

/// Pages by the beginning of their address, the longest first where one begins another.
const TOPICS: [(&str, &str); 31] = [
    ("/inbox/", "审核"),
    ("/inbox", "审核"),
    ("/articles/new", "写稿"),
    ("/articles", "填报的步骤"),
    ("/calendar", "每天看什么"),
    ("/red-lines", "每天看什么"),
    ("/matrix/annex", "分工表的导入和导出"),
    ("/matrix/check", "责任表核查"),
    ("/matrix/duties", "调整单个栏目"),
    ("/matrix/versions", "责任表调整"),
    ("/matrix/drafts", "责任表调整"),
    ("/matrix", "责任矩阵"),
    ("/evidence", "存疑发布"),
    ("/emergencies", "紧急发布"),
    ("/events", "触发事件"),
    ("/ledger/verification", "台账核验"),
    ("/ledger/print", "打印"),
    ("/ledger", "台账"),
    ("/work-calendar", "工作日历和期限参数"),
    ("/figures", "工作日历和期限参数"),
    ("/terms", "用语库"),
    ("/people/", "工作交接"),
    ("/people", "人员账号"),
    ("/backups", "数据备份"),
    ("/roster/collections", "工作机构和收集"),
    ("/roster/print", "工作机构和收集"),
    ("/roster/", "报送工作机构表"),
    ("/roster", "工作机构和收集"),
    ("/delegations", "外出时委托代办"),
    ("/overview", "统计分析"),
    ("/notifications", "消息"),
];

/// The section for a page; 今日待办 for what has none of its own.
#[must_use]
pub fn topic_of(page: &str) -> &'static str {
    TOPICS
        .iter()
        .find(|(start, _)| page.starts_with(start))
        .map_or("今日待办", |(_, topic)| *topic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::help::chapter_of;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn every_topic_is_a_section_of_the_manual() {
        for (page, topic) in TOPICS {
            assert!(chapter_of(topic).is_some(), "{page} {topic}");
            assert_eq!(topic_of(page), topic);
        }
        assert!(chapter_of(topic_of("/")).is_some());
    }
}
