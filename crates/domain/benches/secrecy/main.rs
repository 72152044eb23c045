//! How long the secrecy check takes: `cargo bench -p lanmu-domain --bench secrecy`. The goal is
//! 50 ms for a megabyte, with a thousand terms. Figures: docs/BENCHMARKS.md.
#![allow(missing_docs, reason = "a bench, nobody's interface")]

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let mut criterion = criterion::Criterion::default().configure_from_args();
    native::run(&mut criterion);
    criterion.final_summary();
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use criterion::Criterion;
    use lanmu_domain::article::{Content, Source};
    use lanmu_domain::secrecy::{Checker, Term, Terms};

    /// A paragraph as notices have it, with little to find.
    const PARAGRAPH: &str = "<p>各乡（镇）人民政府，县级各部门：请于2022年8月5日前报送春耕生产情况，详见\
         <a href=\"https://www.example.gov.cn/1\">附件</a>。联系电话：0812-5550000。</p>";
    const BYTES: usize = 1_000_000;

    pub fn run(criterion: &mut Criterion) {
        let terms = (0..1_000).map(|number| Term {
            wrong: format!("错误用语{number}号"),
            right: None,
            category: String::new(),
            note: String::new(),
        });
        let lists = Terms {
            terms: terms.collect(),
            domains: Vec::new(),
        };
        let content = Content {
            title: "关于报送春耕生产情况的通知".to_owned(),
            document_number: String::new(),
            column_id: 1,
            source: Source::Original,
            body: PARAGRAPH.repeat(BYTES / PARAGRAPH.len()),
            attribute: None,
            attribute_reason: String::new(),
            legal_basis: String::new(),
        };
        let checker = Checker::new(&lists);
        criterion.bench_function("secrecy_lists_of_1000_terms", |bench| {
            bench.iter(|| Checker::new(&lists));
        });
        criterion.bench_function("secrecy_check_of_1_mb", |bench| {
            bench.iter(|| checker.check(&content));
        });
    }
}
