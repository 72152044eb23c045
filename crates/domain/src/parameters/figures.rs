//! The figures by key: their names, the shape of their values, and what the shipped ones rest on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ParameterValue, Parameters};
use crate::rule::{Limit, Period};

/// Key, name in the interface, basis of the shipped value.
const FIGURES: [(&str, &str, &str); 26] = [
    (
        "document_issued",
        "文件发布后上网期限",
        "盐边县人民政府办公室2022年7月26日通知正文第二部分“主动公开文件应在文件发布后3个工作日内上网发布”；《政府信息公开条例》第二十六条规定20个工作日，通知更严，从通知",
    ),
    (
        "activity",
        "参加活动后更新期限",
        "盐边县人民政府办公室2022年7月26日通知附件2第72、78行“参加活动后一天内更新”；末日为休息日的顺延，依据《民法典》第二百零三条",
    ),
    (
        "work_news",
        "工作动态更新期限",
        "盐边县人民政府办公室2022年7月26日通知附件2第18至60行“工作动态在2日内需要更新”；末日为休息日的顺延，依据《民法典》第二百零三条",
    ),
    (
        "change_at_once",
        "变化后立即更新的期限",
        "盐边县人民政府办公室2022年7月26日通知正文第二部分“对机构职能调整、领导变更等信息应及时动态调整”；“立即”未写明天数，1个工作日为系统预设，由协调人确定",
    ),
    (
        "timely",
        "及时更新的期限",
        "盐边县人民政府办公室2022年7月26日通知附件2“及时更新”；“及时”未写明天数，3个工作日为系统预设，由协调人确定",
    ),
    (
        "after_change",
        "变化后更新的期限",
        "盐边县人民政府办公室2022年7月26日通知附件2“变化后更新”；未写明天数，5个工作日为系统预设，由协调人确定",
    ),
    (
        "floor_news",
        "动态要闻类底线",
        "盐边县人民政府办公室2022年7月26日通知正文第二部分“各动态、要闻类栏目信息必须在2周内更新”；国办秘函〔2019〕19号",
    ),
    (
        "floor_notice",
        "通知公告类底线",
        "盐边县人民政府办公室2022年7月26日通知正文第二部分“通知公告、政策文件类栏目信息必须在6个月内更新”；国办秘函〔2019〕19号",
    ),
    (
        "floor_policy",
        "政策文件类底线",
        "盐边县人民政府办公室2022年7月26日通知正文第二部分“通知公告、政策文件类栏目信息必须在6个月内更新”；国办秘函〔2019〕19号",
    ),
    (
        "floor_personnel",
        "人事类底线",
        "盐边县人民政府办公室2022年7月26日通知正文第二部分“人事、规划计划类栏目信息必须在1年内更新”",
    ),
    (
        "floor_planning",
        "规划计划类底线",
        "盐边县人民政府办公室2022年7月26日通知正文第二部分“人事、规划计划类栏目信息必须在1年内更新”",
    ),
    (
        "yearly",
        "只按事项更新的栏目每年核对",
        "盐边县人民政府办公室2022年7月26日通知正文第二部分“已开设的栏目要定期检查栏目更新情况”；未写明周期，1年为系统预设，由协调人确定",
    ),
    (
        "soon_short_days",
        "短周期临期提醒天数",
        "提醒提前量，无明文规定，3天为系统预设，由协调人确定",
    ),
    (
        "soon_long_days",
        "长周期临期提醒天数",
        "提醒提前量，无明文规定，14天为系统预设，由协调人确定",
    ),
    (
        "red_home_days",
        "首页不更新的天数",
        "国办秘函〔2019〕19号单项否决指标：首页栏目2周内没有更新",
    ),
    (
        "red_home_warning",
        "首页不更新的预警天数",
        "无明文规定，10天取自监测产品的预警等级，由协调人确定",
    ),
    (
        "red_news_days",
        "动态要闻类栏目不更新的天数",
        "国办秘函〔2019〕19号单项否决指标：动态要闻类栏目2周内没有更新",
    ),
    (
        "red_notice_months",
        "通知公告和政策文件类栏目不更新的月数",
        "国办秘函〔2019〕19号单项否决指标：通知公告、政策文件类栏目6个月内没有更新",
    ),
    (
        "red_not_updated",
        "栏目不更新的限值（个）",
        "国办秘函〔2019〕19号单项否决指标：两类栏目合计5个及以上",
    ),
    (
        "red_not_updated_warning",
        "栏目不更新的预警值（个）",
        "无明文规定，3个为系统预设，由协调人确定",
    ),
    (
        "red_overdue",
        "应更新未更新的限值（个）",
        "国办秘函〔2019〕19号单项否决指标：10个及以上",
    ),
    (
        "red_overdue_warning",
        "应更新未更新的预警值（个）",
        "无明文规定，超过6个取自监测产品的预警等级，由协调人确定",
    ),
    (
        "red_blank",
        "空白栏目的限值（个）",
        "国办秘函〔2019〕19号单项否决指标：5个及以上",
    ),
    (
        "red_blank_warning",
        "空白栏目的预警值（个）",
        "无明文规定，超过2个取自监测产品的预警等级，由协调人确定",
    ),
    (
        "emergency_review_hours",
        "紧急发布事后审核期限（小时）",
        "无明文规定，24小时为系统预设，按钟点计算，休息日照计，由协调人确定",
    ),
    (
        "withheld_assessment_months",
        "不予公开评估审查周期（月）",
        "《政府信息公开条例》第十八条“对本行政机关不予公开的政府信息进行定期评估审查”；未写明周期，12个月为系统预设，由协调人确定",
    ),
];

/// The name of a figure in the interface; `None` for a key that is no figure.
#[must_use]
pub fn parameter_label(key: &str) -> Option<&'static str> {
    FIGURES
        .iter()
        .find(|(known, _, _)| *known == key)
        .map(|(_, label, _)| *label)
}

/// What a figure is for, as the page of figures groups them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum FigureGroup {
    /// 事项期限: how long after an event an update is due.
    Event,
    /// 栏目底线: how long a column may go without an update.
    Floor,
    /// 提醒: how long before the due date is warned.
    Reminder,
    /// 红线阈值: from where on a lapse is a red line.
    Redline,
    /// 审核期限: how long a review of an item may take.
    Review,
}

impl FigureGroup {
    /// All groups, in the order in which the page shows them.
    pub const ALL: [Self; 5] = [
        Self::Event,
        Self::Floor,
        Self::Reminder,
        Self::Redline,
        Self::Review,
    ];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Event => "事项期限",
            Self::Floor => "栏目底线",
            Self::Reminder => "提醒",
            Self::Redline => "红线阈值",
            Self::Review => "审核期限",
        }
    }

    /// The group of a figure, by its key.
    #[must_use]
    pub fn of(key: &str) -> Self {
        if key.starts_with("red_") {
            Self::Redline
        } else if key.starts_with("emergency_") || key.starts_with("withheld_") {
            Self::Review
        } else if key.starts_with("soon_") {
            Self::Reminder
        } else if key.starts_with("floor_") || key == "yearly" {
            Self::Floor
        } else {
            Self::Event
        }
    }
}

/// What a figure that is a plain number counts; empty for figures that are none.
#[must_use]
pub fn number_unit(key: &str) -> &'static str {
    match FigureGroup::of(key) {
        FigureGroup::Reminder => "天",
        FigureGroup::Redline if key.ends_with("_months") => "个月",
        FigureGroup::Redline if key.ends_with("_days") || key == "red_home_warning" => "天",
        FigureGroup::Redline => "个",
        FigureGroup::Review if key.ends_with("_months") => "个月",
        FigureGroup::Review => "小时",
        FigureGroup::Event | FigureGroup::Floor => "",
    }
}

/// The value of a figure in words: 3个工作日, 14日, 6个月, 3天; as JSON where it has another shape.
#[must_use]
pub fn value_label(key: &str, value: &Value) -> String {
    if let Ok(limit) = Limit::deserialize(value) {
        return limit.label();
    }
    if let Ok(period) = Period::deserialize(value) {
        return period.label();
    }
    match number_unit(key) {
        "" => value.to_string(),
        unit => format!("{value}{unit}"),
    }
}

/// The shipped figures with their bases, in force since 2022-07-26, the date of the notice.
#[must_use]
pub fn default_values() -> Vec<ParameterValue> {
    let fields = serde_json::to_value(Parameters::default()).unwrap_or_default();
    let effective_from = NaiveDate::from_ymd_opt(2022, 7, 26).unwrap_or_default();
    FIGURES
        .iter()
        .filter_map(|(key, _, basis)| {
            Some(ParameterValue {
                key: (*key).to_owned(),
                value: fields.get(*key)?.clone(),
                basis: (*basis).to_owned(),
                effective_from,
            })
        })
        .collect()
}

/// What a figure of the same shape as `example` must look like.
pub(super) fn shape(example: &Value) -> &'static str {
    match example.get("unit").and_then(Value::as_str) {
        Some("working_days" | "calendar_days") => "应为0至366个工作日或者日",
        Some(_) => "应为1至3660日或者1至120个月",
        None => "应为0至366的整数",
    }
}

/// Whether a value of the right shape lies within the bounds that [`shape`] names.
pub(super) fn is_sensible(value: &Value) -> bool {
    let unit = value.get("unit").and_then(Value::as_str);
    let count = value.get("count").unwrap_or(value).as_u64();
    count.is_some_and(|count| match unit {
        Some("days") => (1..=3_660).contains(&count),
        Some("months") => (1..=120).contains(&count),
        _ => count <= 366,
    })
}
