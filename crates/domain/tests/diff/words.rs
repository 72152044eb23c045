//! Words of one text.

use lanmu_domain::article::{Content, PublicAttribute, Source};
use lanmu_domain::diff::{Change, Field, Note, Version, compare};

use crate::{only, written};

fn diff(old: &str, new: &str) -> String {
    written(&only(&format!("<p>{old}</p>"), &format!("<p>{new}</p>")))
}

#[test]
fn a_month_marks_one_character_and_a_number_is_whole() {
    assert_eq!(
        diff("请于三月五日前报送。", "请于四月五日前报送。"),
        "请于[-三-]{+四+}月五日前报送。"
    );
    assert_eq!(
        diff("2025年3月，共1,200亩", "2026年3月，共1,250.5亩"),
        "[-2025-]{+2026+}年3月，共[-1,200-]{+1,250.5+}亩"
    );
    assert_eq!(
        diff("运行Windows 10系统。", "运行Windows 11系统。"),
        "运行Windows [-10-]{+11+}系统。"
    );
    assert_eq!(diff("第3条", "第3条，试行"), "第3条{+，试行+}");
    assert_eq!(diff("共12个。", "共12个！"), "共12个[-。-]{+！+}");
}

#[test]
fn what_stays_by_accident_between_long_changes_is_read_as_changed() {
    assert_eq!(
        diff(
            "会议由王某某主持召开的工作会，地点在县政府。",
            "会议由李甲乙宣布开始的推进会，地点在县政府。"
        ),
        "会议由[-王某某主持召开的工作-]{+李甲乙宣布开始的推进+}会，地点在县政府。"
    );
    // Short ones stay apart.
    assert_eq!(
        diff("三月五日前", "四月六日前"),
        "[-三-]{+四+}月[-五-]{+六+}日前"
    );
}

#[test]
fn entities_and_breaks_are_what_is_read() {
    assert_eq!(diff("甲 &amp; 乙", "甲 &amp; 丙"), "甲 & [-乙-]{+丙+}");
    assert_eq!(diff("甲乙丙<br>丁戊", "甲乙丙丁戊"), "甲乙丙[-\n-]丁戊");
}

#[test]
fn a_link_that_leads_elsewhere_is_a_change_though_its_words_stay() {
    let old = "<p>见<a href=\"https://a.gov.cn/1\" rel=\"noopener\">附件</a>。</p>";
    let new = "<p>见<a href=\"https://a.gov.cn/2\" rel=\"noopener\">附件</a>。</p>";
    let segments = only(old, new);
    let link = segments
        .iter()
        .find(|segment| segment.text == "附件")
        .unwrap();
    assert_eq!(link.change, Change::Same);
    let (from, to) = (
        "https://a.gov.cn/1".to_owned(),
        "https://a.gov.cn/2".to_owned(),
    );
    assert_eq!(
        link.note,
        Some(Note::Link {
            from: Some(from),
            to: Some(to)
        })
    );
    assert!(
        segments
            .iter()
            .filter(|s| s.text != "附件")
            .all(|s| s.note.is_none())
    );
    let bold = only("<p>甲乙丙</p>", "<p>甲<strong>乙</strong>丙</p>");
    assert_eq!(bold[1].note, Some(Note::Marks));
}

#[test]
fn pictures_are_compared_by_where_they_lie_and_how_they_are_described() {
    let segments = only(
        "<p>图：<img src=\"/a/1\" alt=\"桥\">说明文字</p>",
        "<p>图：<img src=\"/a/2\" alt=\"桥\">说明文字</p>",
    );
    let pictures: Vec<_> = segments
        .iter()
        .filter(|s| s.style.picture.is_some())
        .collect();
    assert_eq!(pictures[0].change, Change::Deleted);
    assert_eq!(pictures[1].change, Change::Inserted);
    let segments = only(
        "<p>图：<img src=\"/a/1\" alt=\"桥\">说明文字</p>",
        "<p>图：<img src=\"/a/1\" alt=\"新桥\">说明文字</p>",
    );
    let described = segments.iter().find(|s| s.style.picture.is_some()).unwrap();
    assert_eq!(described.change, Change::Same);
    assert_eq!(
        described.note,
        Some(Note::Description {
            from: "桥".to_owned()
        })
    );
}

#[test]
fn fields_that_changed_are_named_in_the_order_of_the_form() {
    let old = Content {
        title: "关于三月工作的通知".to_owned(),
        document_number: String::new(),
        column_id: 1,
        source: Source::Original,
        body: "<p>甲</p>".to_owned(),
        attribute: Some(PublicAttribute::Proactive),
        attribute_reason: String::new(),
        legal_basis: String::new(),
    };
    let new = Content {
        title: "关于四月工作的通知".to_owned(),
        document_number: "盐农〔2026〕1号".to_owned(),
        column_id: 2,
        ..old.clone()
    };
    let paths = [
        vec!["政务公开".to_owned(), "通知".to_owned()],
        vec!["政务公开".to_owned(), "公告".to_owned()],
    ];
    let version = |content, path: usize| Version {
        content,
        column_path: &paths[path],
    };
    let diff = compare(version(&old, 0), version(&new, 1));
    let found: Vec<_> = diff
        .fields
        .iter()
        .map(|f| (f.field, written(&f.segments)))
        .collect();
    let expected = [
        (Field::Title, "关于[-三-]{+四+}月工作的通知"),
        (Field::DocumentNumber, "{+盐农〔2026〕1号+}"),
        (Field::Column, "政务公开 / [-通知-]{+公告+}"),
    ];
    let expected: Vec<_> = expected
        .map(|(field, text)| (field, text.to_owned()))
        .into();
    assert_eq!(found, expected);
    assert_eq!(diff.changes(), 3);
    assert_eq!(diff.fields[0].read(Change::is_old), old.title);
    assert_eq!(diff.fields[0].read(Change::is_new), new.title);
    assert_eq!(compare(version(&old, 0), version(&old, 0)).changes(), 0);
}
