//! What a column is for, by the names of its path. A table, so that a coordinator can be told why.

use crate::column::ColumnKind;

/// How a line of the table looks at a path.
enum Place {
    /// One of the names, at any level, is one of these.
    Within(&'static [&'static str]),
    /// The last name contains one of these.
    Named(&'static [&'static str]),
}

/// The first line that fits decides. Sources: the notice's body names 动态要闻, 通知公告, 政策文件,
/// 人事, 规划计划; floors follow from these, so a column that is not plainly of one of these kinds
/// is not put among them (采购公告 and 旅游资讯 stay 其他).
const KINDS: [(Place, ColumnKind); 14] = [
    (Place::Within(&["政民互动"]), ColumnKind::Interaction),
    (Place::Named(&["信箱"]), ColumnKind::Interaction),
    (Place::Within(&["专题专栏"]), ColumnKind::Topic),
    (Place::Within(&["新闻中心"]), ColumnKind::News),
    (Place::Named(&["动态", "要闻"]), ColumnKind::News),
    (
        Place::Named(&["通知公告", "公示公告", "公告公示"]),
        ColumnKind::Notice,
    ),
    (Place::Within(&["法规公文"]), ColumnKind::Policy),
    (Place::Named(&["政策"]), ColumnKind::Policy),
    (Place::Within(&["人事信息"]), ColumnKind::Personnel),
    (Place::Named(&["人事"]), ColumnKind::Personnel),
    (Place::Named(&["规划计划"]), ColumnKind::Planning),
    (Place::Within(&["组织机构"]), ColumnKind::Organisation),
    (Place::Within(&["领导之窗"]), ColumnKind::Leaders),
    (
        Place::Within(&["走进盐边", "县情概况", "概况"]),
        ColumnKind::Overview,
    ),
];

/// The kind of the column with this path; [`ColumnKind::Other`] where no line of the table fits.
#[must_use]
pub fn kind_of_path(path: &[String]) -> ColumnKind {
    KINDS
        .iter()
        .find(|(place, _)| match place {
            Place::Within(names) => path.iter().any(|name| names.contains(&name.as_str())),
            Place::Named(parts) => path
                .last()
                .is_some_and(|name| parts.iter().any(|part| name.contains(part))),
        })
        .map_or(ColumnKind::Other, |(_, kind)| *kind)
}
