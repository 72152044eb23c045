use lanmu_domain::{annex::*, parameters::*};
fn main(){ let t=std::time::Instant::now(); let p=shipped(&Parameters::default()).unwrap(); eprintln!("{:?}",t.elapsed());
 for d in p.duties.iter().filter(|d| [1,75,86,88,94,100,111,123,164].contains(&d.row)) { println!("{} {:?} {:?}",d.row,d.mode,p.columns[d.column]); for r in &d.rules{println!("    {} [{}] {} | {} | {:?}",r.rule.label(),r.source.label(),r.source_text,r.basis,r.conflict);} }
 for d in p.doubts.iter().filter(|d|d.row>60) {println!("{} {} {:?} {}",d.row,d.cell,d.kind,d.message)}
 let mut k=std::collections::BTreeMap::new(); for d in &p.duties { *k.entry(p.columns[d.column].kind.label()).or_insert(0)+=1; } println!("{k:?}");
 let s=|src| p.duties.iter().filter(|d| d.rules.iter().any(|r| r.source==src)).count(); use lanmu_domain::rule::*; println!("floor {} yearly {} each {} noowner {}", s(RuleSource::Floor), s(RuleSource::Yearly), p.duties.iter().filter(|d|d.mode==DutyMode::Each).count(), p.duties.iter().filter(|d|d.owners.is_empty()).count());
 // hostile
 let deps=p.departments.clone();
 let cell="内设机构、".repeat(99); let mut f=String::from("序号,首页,一级栏目,二级栏目,三级栏目,更新要求,责任部门,备注\n"); for i in 1..=10000 { f+=&format!("{i},栏{i},,,,{cell},,\n"); }
 let t=std::time::Instant::now(); let r=read_annex(f.as_bytes(),&deps,&Parameters::default()); eprintln!("hostile {} MiB {:?} {:?}", f.len()>>20, t.elapsed(), r.map(|p|p.doubts.len()));
}
