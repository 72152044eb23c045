//! Titles that read like a county's. No real person, no telephone number, no real document.

use chrono::{Datelike, NaiveDate};

use super::dice::Dice;

/// The full name of a department as titles write it.
pub(super) fn full_name(department: &str) -> String {
    if department.starts_with("盐边") {
        department.to_owned()
    } else {
        format!("盐边{}", rest(department))
    }
}

fn rest(department: &str) -> String {
    if department.starts_with('县') {
        department.to_owned()
    } else {
        format!("县{department}")
    }
}

/// The title of something published in a column on a day.
pub(super) fn title(path: &[String], department: &str, day: NaiveDate, dice: &mut Dice) -> String {
    let name = full_name(department);
    let leaf = path.last().map_or("", String::as_str);
    let (year, month) = (day.year(), day.month());
    let one = |choices: &[&str], dice: &mut Dice| {
        dice.pick(choices).copied().unwrap_or_default().to_owned()
    };
    match leaf {
        "信息公开指南" => format!("{name}政府信息公开指南（{year}年修订）"),
        "信息公开目录" => format!("{name}政府信息公开目录（{year}年版）"),
        "信息公开规定" => format!("{name}政府信息公开工作规定"),
        "信息公开年报" => format!("{name}{}年政府信息公开工作年度报告", year - 1),
        "机构概况" => format!("{name}主要职责"),
        "领导信息" => format!("{name}领导班子成员分工（{year}年{month}月）"),
        "内设机构" => format!("{name}内设机构及其职责"),
        "行政事业收费" => format!("{name}行政事业性收费目录清单（{year}年）"),
        "办事指南" => format!("{name}{}", one(GUIDES, dice)),
        "联系方式" => format!("{name}办公地址与办公时间"),
        "法规公文" | "部门文件" => format!("{name}关于{}", one(DOCUMENTS, dice)),
        "工作动态" | "部门动态" | "乡镇动态" => {
            if dice.chance(12) {
                let (year, quarter) = last_quarter(day);
                format!("{name}{year}年第{quarter}季度工作动态")
            } else {
                format!("{name}{}", one(NEWS, dice))
            }
        }
        "县委文件" | "县委办文件" => format!("中共盐边县委关于{}", one(DOCUMENTS, dice)),
        "县人大文件" => format!("盐边县人大常委会关于{}", one(DOCUMENTS, dice)),
        "县政府文件" | "县政府办文件" => {
            format!("盐边县人民政府关于{}", one(DOCUMENTS, dice))
        }
        "盐边要闻" => format!("盐边县{}", one(COUNTY_NEWS, dice)),
        "领导活动" | "主要活动" => format!("县领导{}", one(VISITS, dice)),
        "主要讲话" => format!("在全县{}会议上的讲话", one(FIELDS, dice)),
        "公示公告" => format!("{name}关于{}的公告", one(ANNOUNCED, dice)),
        "三农工作情况" => format!("{name}{}", one(FARMING, dice)),
        "政府常务会议" => format!("县人民政府召开第{}次常务会议", dice.between(60, 120)),
        "采购公告" | "结果公告" | "更正公告" => {
            format!("盐边县{}项目{leaf}", one(PURCHASES, dice))
        }
        "征集调查结果" | "分析采纳情况" => {
            format!("关于《盐边县{}（征求意见稿）》的{leaf}", one(DRAFTS, dice))
        }
        "在线访谈" => format!("在线访谈：{}", one(INTERVIEWS, dice)),
        _ if path.iter().any(|part| part.contains("预决算")) => {
            format!(
                "{name}{year}年{}",
                one(&["部门预算", "决算公开说明", "预算调整情况"], dice)
            )
        }
        _ if path.iter().any(|part| part == "旅游指南") => {
            format!("游在盐边：{leaf}（{year}年{month}月）")
        }
        _ => format!("{leaf}（{year}年{month}月更新）"),
    }
}

/// What happened: the title of an event that obliges to publish.
pub(super) fn activity(leaf: &str, department: &str, dice: &mut Dice) -> String {
    if matches!(leaf, "主要活动" | "领导活动") {
        return format!("县领导{}", dice.pick(VISITS).copied().unwrap_or_default());
    }
    format!(
        "{}{}",
        full_name(department),
        dice.pick(NEWS).copied().unwrap_or_default()
    )
}

/// The title of a document that was issued.
pub(super) fn document(department: &str, dice: &mut Dice) -> String {
    let about = dice.pick(DOCUMENTS).copied().unwrap_or_default();
    format!("{}关于{about}", full_name(department))
}

/// A made-up document number.
pub(super) fn document_number(department: &str, day: NaiveDate, dice: &mut Dice) -> String {
    let body = match department {
        "县政府办公室" => "盐府办发",
        "县委办公室" => "盐委办发",
        "县财政局" => "盐财发",
        "县农业农村局" => "盐农发",
        "县教育和体育局" => "盐教体发",
        _ if department.ends_with('镇') || department.ends_with('乡') => "盐乡发",
        _ => "盐发",
    };
    format!("{body}〔{}〕{}号", day.year(), dice.between(1, 160))
}

/// What changed in a column.
pub(super) fn change(leaf: &str, dice: &mut Dice) -> String {
    let what = dice.pick(CHANGES).copied().unwrap_or_default();
    format!("{leaf}：{what}")
}

/// Year and name of the quarter that has just ended: it is the one that is reported.
fn last_quarter(day: NaiveDate) -> (i32, &'static str) {
    match day.month() {
        1..=3 => (day.year() - 1, "四"),
        4..=6 => (day.year(), "一"),
        7..=9 => (day.year(), "二"),
        _ => (day.year(), "三"),
    }
}

const NEWS: &[&str] = &[
    "召开安全生产专题会议",
    "开展“办实事、解民忧”走访活动",
    "组织学习政务公开工作要求",
    "开展节前安全隐患排查",
    "推进重点项目建设",
    "开展普法宣传进社区活动",
    "召开季度工作推进会",
    "开展防汛减灾应急演练",
    "组织开展业务培训",
    "深入乡镇调研乡村振兴工作",
    "开展森林草原防灭火宣传",
    "召开党风廉政建设工作会议",
    "开展窗口服务质量提升行动",
    "到企业走访问需",
    "开展环境卫生集中整治",
    "组织开展志愿服务活动",
];

const DOCUMENTS: &[&str] = &[
    "印发年度工作要点的通知",
    "做好汛期安全防范工作的通知",
    "进一步规范办事流程的通知",
    "开展专项检查的通知",
    "印发应急预案的通知",
    "加强冬春季森林草原防灭火工作的通知",
    "公布行政规范性文件清理结果的通知",
    "印发政务公开工作实施方案的通知",
    "组织申报年度项目的通知",
    "调整工作领导小组成员单位的通知",
];

const COUNTY_NEWS: &[&str] = &[
    "召开经济运行分析会",
    "举行重点项目集中开工仪式",
    "部署秋冬季森林草原防灭火工作",
    "推进乡村振兴示范片建设",
    "芒果产业迎来丰收季",
    "桑蚕产业带动群众增收",
    "开展营商环境提升行动",
    "举行文化惠民演出",
    "农村公路提档升级",
    "健全基层医疗服务网络",
];

const VISITS: &[&str] = &[
    "调研安全生产工作",
    "到乡镇调研产业发展",
    "督导防汛减灾工作",
    "走访慰问困难群众",
    "现场推进重点项目建设",
    "调研教育教学工作",
    "接待来访群众",
];

const FIELDS: &[&str] = &[
    "安全生产",
    "经济工作",
    "乡村振兴",
    "防汛减灾",
    "教育工作",
    "政务服务",
];

const ANNOUNCED: &[&str] = &[
    "公开征求城镇管理办法意见",
    "部分路段施工期间交通管制",
    "建设项目环境影响评价受理情况",
    "节假日值班安排",
    "集中式饮用水水源水质状况",
];

const FARMING: &[&str] = &[
    "开展晚熟芒果管护技术指导",
    "部署冬春农业生产",
    "组织桑蚕养殖技术培训",
    "推进高标准农田建设",
    "开展农产品质量安全抽检",
    "发布病虫害防治提示",
    "落实耕地地力保护补贴政策",
];

const PURCHASES: &[&str] = &[
    "农村饮水工程监理",
    "学校教学设备",
    "乡镇卫生院医疗设备",
    "公路养护",
    "档案数字化",
];

const DRAFTS: &[&str] = &[
    "城镇供水管理办法",
    "养老服务设施规划",
    "公共停车管理办法",
    "烟花爆竹燃放管理规定",
];

const INTERVIEWS: &[&str] = &[
    "医保政策解读",
    "惠农补贴怎么领",
    "义务教育招生答疑",
    "如何办理不动产登记",
];

const GUIDES: &[&str] = &[
    "办事指南：申请材料与办理时限",
    "办事指南（最多跑一次事项）",
    "政务服务事项办事指南",
];

const CHANGES: &[&str] = &[
    "有关内容发生变化",
    "职责分工作了调整",
    "数据有更新",
    "名单有变动",
    "办理流程有调整",
];
