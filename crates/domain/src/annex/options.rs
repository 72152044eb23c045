//! How a table is read.

/// How a table is read. The default reads the county's Annex 2 as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadOptions {
    /// What the table is called in the basis of each rule, e.g.
    /// 盐边县人民政府办公室2022年7月26日通知附件2.
    pub table: String,
    /// Whether an unknown department refuses the file, as an upload by a coordinator wants it;
    /// else it is a doubt and the row is kept without that owner.
    pub strict: bool,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            table: "盐边县人民政府办公室2022年7月26日通知附件2".to_owned(),
            strict: false,
        }
    }
}
