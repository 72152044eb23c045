//! The table in the form of Annex 2: as it stands today, as a file, and a file against it.

mod against;
mod csv;
mod docx;
mod file;
mod merges;
mod read;
mod table;
mod unread;

mod xlsx;

pub use against::{against, read_file};
pub use file::file;
pub use table::lines_on;
pub use unread::{about_requirement, unread};

/// What stands above the table, as in the county's notice.
const TITLE: &str = "盐边县政府门户网站内容保障责任分工表";

/// The headings from the left.
const HEADINGS: [&str; 8] = [
    "序号",
    "首页",
    "一级栏目",
    "二级栏目",
    "三级栏目",
    "更新要求",
    "责任部门",
    "备注",
];

/// How wide the columns are, in parts of the width of the page.
const WIDTHS: [u16; 8] = [6, 12, 14, 18, 16, 30, 28, 18];

/// How many columns from the second on hold names of columns of the website.
const LEVELS: usize = 4;

/// How many columns from the second on have cells that are merged: besides these 更新要求 and
/// 责任部门.
const MERGED: usize = LEVELS + 2;
