//! Which table the first start reads: the one that is shipped, or a county's own files.

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use chrono::NaiveDate;
use lanmu_domain::annex::{
    self, FileProblem, ReadOptions, SitePlan, read_annex_with, read_departments,
};
use lanmu_domain::parameters::Parameters;

/// Where the shipped matrix comes from.
const NOTICE: &str =
    "盐边县人民政府办公室2022年7月26日通知附件2《盐边县政府门户网站内容保障责任分工表》";
/// Problems named at the most; whoever has more has another kind of file.
const SHOWN: usize = 20;

/// A responsibility table and the departments that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Table {
    /// The county's own, compiled in.
    Shipped,
    /// Two CSV files, UTF-8 or GB18030, with the columns of the shipped ones.
    Files {
        /// The responsibility table.
        annex: PathBuf,
        /// The departments.
        departments: PathBuf,
    },
}

/// A table that was read without fault.
pub(super) struct ReadTable {
    pub plan: SitePlan,
    /// Where it comes from, for the version of the matrix.
    pub reason: String,
    /// First day on which it holds.
    pub effective_from: NaiveDate,
}

impl Table {
    /// Reads the table; nothing is stored yet. `today` is when a county's own table begins to hold.
    ///
    /// # Errors
    /// A file cannot be read; or every place in it that is wrong.
    pub(super) fn read(&self, today: NaiveDate) -> anyhow::Result<ReadTable> {
        let parameters = Parameters::default();
        match self {
            Self::Shipped => Ok(ReadTable {
                plan: annex::shipped(&parameters)
                    .map_err(|problems| anyhow!("the shipped table is damaged: {problems:?}"))?,
                reason: NOTICE.to_owned(),
                // The date of the notice.
                effective_from: NaiveDate::from_ymd_opt(2022, 7, 26).unwrap_or(today),
            }),
            Self::Files { annex, departments } => {
                let known = read_departments(&bytes(departments)?)
                    .map_err(|problems| refused(departments, &problems))?;
                let name = annex.file_name().unwrap_or_default().to_string_lossy();
                let options = ReadOptions {
                    table: name.to_string(),
                    strict: true,
                };
                let plan = read_annex_with(&bytes(annex)?, &known, &parameters, &options)
                    .map_err(|problems| refused(annex, &problems))?;
                if plan.duties.is_empty() {
                    bail!("{}：没有任何一行。", annex.display());
                }
                Ok(ReadTable {
                    plan,
                    reason: format!("导入 {name}"),
                    effective_from: today,
                })
            }
        }
    }
}

fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Every problem on a line of its own, with the place.
fn refused(path: &Path, problems: &[FileProblem]) -> anyhow::Error {
    let mut text = format!("{}：未导入，请修改后重试。", path.display());
    for problem in problems.iter().take(SHOWN) {
        text.push_str("\n  ");
        if let Some(line) = problem.line {
            text.push_str(&format!("第 {line} 行"));
            if !problem.cell.is_empty() {
                text.push_str(&format!("“{}”", problem.cell));
            }
            text.push('：');
        }
        text.push_str(&problem.message);
    }
    if problems.len() > SHOWN {
        text.push_str(&format!("\n  另有 {} 处。", problems.len() - SHOWN));
    }
    anyhow!(text)
}
