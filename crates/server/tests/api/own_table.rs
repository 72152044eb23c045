//! The first start from a county's own files, through the executable as an administrator calls it.

use std::path::Path;
use std::process::{Command, Output};

const DEPARTMENTS: &str = "部门,类别,所属集合,别名\n县财政局,政府工作部门,县级各部门,\n";
const HEAD: &str = "序号,首页,一级栏目,二级栏目,三级栏目,更新要求,责任部门,备注\n";

fn start(folder: &Path, annex: &[u8]) -> Output {
    std::fs::write(folder.join("annex.csv"), annex).unwrap();
    std::fs::write(folder.join("departments.csv"), DEPARTMENTS).unwrap();
    Command::new(env!("CARGO_BIN_EXE_lanmu-server"))
        .args(["serve", "--listen", "127.0.0.1:0", "--empty", "--data"])
        .arg(folder.join("data"))
        .arg("--annex")
        .arg(folder.join("annex.csv"))
        .arg("--departments")
        .arg(folder.join("departments.csv"))
        .env_remove("LANMU_DATABASE_URL")
        .output()
        .unwrap()
}

#[test]
fn a_faulty_table_is_refused_with_every_place_and_nothing_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let annex = format!(
        "{HEAD}1,政务公开,动态,,,一周内更新,县财务局,\n1,政务公开,公告,,,半年内更新,县财政局,\n"
    );
    // The mistake is the same in the encoding that office programs write.
    for encoded in [annex.clone().into_bytes(), gb18030(&annex)] {
        let output = start(folder.path(), &encoded);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("第 2 行“责任部门”"), "{said}");
        assert!(said.contains("县财务局"), "{said}");
        assert!(said.contains("第 3 行“序号”"), "{said}");
        let verified = Command::new(env!("CARGO_BIN_EXE_lanmu-server"))
            .args(["ledger", "verify", "--data"])
            .arg(folder.path().join("data"))
            .output()
            .unwrap();
        assert_eq!(
            String::from_utf8_lossy(&verified.stdout),
            "",
            "no site was made"
        );
    }
}

#[test]
fn a_table_of_ones_own_needs_a_site_for_real_use() {
    let output = Command::new(env!("CARGO_BIN_EXE_lanmu-server"))
        .args(["serve", "--annex", "a.csv", "--departments", "b.csv"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--empty"));
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}
