//! The SPA is split after the build (`scripts/split.mjs`), which needs to know what refers to what;
//! the manual becomes the help inside.

#[path = "build/manual.rs"]
mod manual;

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let source = "docs/使用手册.md";
    println!("cargo::rerun-if-changed={source}");
    println!("cargo::rerun-if-changed=docs/pictures");
    let text = std::fs::read_to_string(source).expect("the manual");
    let folder = std::env::var("OUT_DIR").expect("set by cargo");
    let chapters = manual::chapters(&text, Path::new("docs"));
    std::fs::write(Path::new(&folder).join("manual.rs"), chapters).expect("writable");
}
