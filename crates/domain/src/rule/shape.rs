//! The shapes that one clause of a requirement may have. A clause is read whole or not at all.

use super::Trigger;
use super::scan::{Scanner, Span};

/// What one clause says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// 一周内更新, 每月更新一次.
    Within(Span),
    /// 每年不少于4次; not `yearly` when the clause before must say so.
    Count { times: u16, yearly: bool },
    /// 文件发布后3天内更新, 参加活动后一天内更新, 变化后更新.
    After(Trigger, Pace),
    /// 如有变化; the next clause says how fast.
    IfChanged,
    /// 立即更新, 及时更新.
    Soon(Pace),
    /// 按信访要求回复.
    Reply,
    /// 不能超过一年.
    NotOlderThan(Span),
    /// 专题专栏由县政府办公室统一管理: says who looks after it, asks for nothing.
    Managed,
    /// 全市统一更新.
    External,
}

/// How fast after an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    Unsaid,
    AtOnce,
    Timely,
    Within(Span),
}

/// Reads what follows the names of a clause.
pub(super) fn read_shape(clause: Scanner<'_>) -> Option<Shape> {
    const SHAPES: [fn(Scanner<'_>) -> Option<Shape>; 8] = [
        within, count, after, if_changed, soon, reply, not_older, external,
    ];
    SHAPES.iter().find_map(|shape| shape(clause))
}

fn within(mut s: Scanner<'_>) -> Option<Shape> {
    s.eat("在");
    s.eat("原则上");
    if s.eat_any(&["更新周期", "更新间隔", "更新时间"]) {
        s.eat_any(AT_MOST).then_some(())?;
        let span = s.span(false)?;
        return s.is_done().then_some(Shape::Within(span));
    }
    let every = s.eat_any(&["每隔", "每"]);
    let span = s.span(every)?;
    let inside = s.eat_any(INSIDE);
    s.eat_any(&["至少", "最少"]);
    let updated = update_words(&mut s);
    (s.is_done() && (every || inside || updated)).then_some(Shape::Within(span))
}

fn count(mut s: Scanner<'_>) -> Option<Shape> {
    let yearly = s.eat_any(&[
        "每年度",
        "每年",
        "全年",
        "年内",
        "一年内",
        "1年内",
        "一年",
        "1年",
    ]);
    let updated = s.eat_any(&["更新", "公开", "发布", "开展"]);
    let least = s.eat_any(AT_LEAST);
    s.eat("更新");
    let times = s.number()?;
    s.eat("次").then_some(())?;
    let or_more = s.eat_any(&["以上", "及以上"]);
    let says_least = least || or_more || (yearly && updated);
    (s.is_done() && says_least).then_some(Shape::Count { times, yearly })
}

fn after(mut s: Scanner<'_>) -> Option<Shape> {
    s.eat("在");
    let trigger = if eat_document(&mut s) {
        Trigger::DocumentIssued
    } else if eat_activity(&mut s) {
        Trigger::Activity
    } else if eat_change(&mut s) {
        Trigger::Change
    } else {
        return None;
    };
    let follows = s.eat_any(&["之日起", "之后", "以后", "后", "时"]);
    let pace = pace(&mut s)?;
    // 变化更新 without 后 says nothing about when.
    (s.is_done() && (follows || pace != Pace::Unsaid)).then_some(Shape::After(trigger, pace))
}

fn eat_document(s: &mut Scanner<'_>) -> bool {
    let mut after = *s;
    let named = after.eat_any(&[
        "法规公文",
        "政策文件",
        "规范性文件",
        "主动公开文件",
        "公文",
        "文件",
    ]);
    let issued = after.eat_any(&["正式印发", "印发", "发布", "制定", "出台", "公布", "形成"]);
    eaten(s, after, named && issued)
}

fn eat_activity(s: &mut Scanner<'_>) -> bool {
    let mut after = *s;
    after.eat_any(&["参加", "开展", "举办", "组织", "出席"]);
    let named = after.eat_any(&["活动", "会议", "调研"]);
    after.eat("结束");
    eaten(s, after, named)
}

fn eat_change(s: &mut Scanner<'_>) -> bool {
    let mut after = *s;
    after.eat_any(&[
        "信息内容",
        "信息",
        "内容",
        "情况",
        "数据",
        "机构职能",
        "领导",
    ]);
    after.eat_any(&["有", "发生"]);
    let named = after.eat_any(&["变化", "变更", "变动", "调整"]);
    eaten(s, after, named)
}

fn eaten<'a>(s: &mut Scanner<'a>, after: Scanner<'a>, fits: bool) -> bool {
    if fits {
        *s = after;
    }
    fits
}

/// 后3天内及时更新, 立即更新, 更新.
fn pace(s: &mut Scanner<'_>) -> Option<Pace> {
    let pace = if s.eat_any(AT_ONCE) {
        Pace::AtOnce
    } else if let Some(span) = s.span(false) {
        s.eat_any(INSIDE);
        update_words(s);
        return Some(Pace::Within(span));
    } else if s.eat("及时") {
        Pace::Timely
    } else {
        Pace::Unsaid
    };
    update_words(s).then_some(pace)
}

fn if_changed(mut s: Scanner<'_>) -> Option<Shape> {
    let supposed = s.eat_any(&["如果", "如", "若", "一旦", "遇"]);
    let changed = eat_change(&mut s);
    let follows = s.eat_any(&["之后", "以后", "后", "时", "的"]);
    if changed && s.is_done() && (supposed || follows) {
        return Some(Shape::IfChanged);
    }
    // 如有变化立即更新, without a comma.
    let pace = pace(&mut s)?;
    (supposed && changed && s.is_done()).then_some(Shape::After(Trigger::Change, pace))
}

fn soon(mut s: Scanner<'_>) -> Option<Shape> {
    let pace = pace(&mut s)?;
    let is_soon = matches!(pace, Pace::AtOnce | Pace::Timely);
    (s.is_done() && is_soon).then_some(Shape::Soon(pace))
}

fn reply(mut s: Scanner<'_>) -> Option<Shape> {
    s.eat_any(&["按照", "依照", "按"]).then_some(())?;
    s.eat_any(&["信访工作", "信访", "有关", "规定"]);
    s.eat_any(&["要求", "规定", "时限"]).then_some(())?;
    s.eat("及时");
    s.eat_any(&["回复", "答复", "办理"]).then_some(())?;
    s.is_done().then_some(Shape::Reply)
}

fn not_older(mut s: Scanner<'_>) -> Option<Shape> {
    s.eat("专题");
    s.eat_any(&["信息内容", "信息", "内容"]);
    s.eat_any(&["保留", "展示", "公开"]);
    s.eat_any(&["时间", "期限", "时长"]);
    s.eat("原则上");
    s.eat_any(AT_MOST).then_some(())?;
    let span = s.span(false)?;
    (s.is_done() && span.period().is_some()).then_some(Shape::NotOlderThan(span))
}

fn external(mut s: Scanner<'_>) -> Option<Shape> {
    s.eat("由");
    s.eat_any(&["全市", "全省", "全国", "市级", "省级", "上级", "市", "省"])
        .then_some(())?;
    s.eat("统一").then_some(())?;
    s.eat_any(&["更新", "维护", "发布", "管理"]).then_some(())?;
    s.is_done().then_some(Shape::External)
}

/// Reads a whole clause that only says who looks after the column.
pub(super) fn read_managed(mut s: Scanner<'_>) -> Option<Shape> {
    s.skip_to("由").then_some(())?;
    s.skip_to("统一").then_some(())?;
    s.eat_any(&["管理", "维护"]).then_some(())?;
    s.is_done().then_some(Shape::Managed)
}

/// 需要更新, 及时更新一次, 上网发布 and the like; whether there was any.
fn update_words(s: &mut Scanner<'_>) -> bool {
    while s.eat_any(&[
        "必须", "需要", "应当", "应", "须", "需", "要", "进行", "及时",
    ]) {}
    let updated = s.eat_any(&["上网发布", "上网公开", "更新", "发布", "公开"]);
    if updated {
        s.eat_any(&["一次", "1次"]);
    }
    updated
}

const INSIDE: &[&str] = &["以内", "之内", "内"];
const AT_ONCE: &[&str] = &["立即", "即时", "当日", "当天", "第一时间"];
const AT_LEAST: &[&str] = &["不得少于", "不少于", "不低于", "至少", "最少"];
const AT_MOST: &[&str] = &["不能超过", "不得超过", "不应超过", "不宜超过", "不超过"];
