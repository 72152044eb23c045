//! The SPA is embedded from `dist/`. A fresh clone has none until Trunk has run: an empty folder
//! lets the server be built and tested all the same.

fn main() {
    let dist = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist");
    println!("cargo:rerun-if-changed={dist}/.built");
    println!("cargo:rerun-if-changed={dist}/index.html");
    if let Err(error) = std::fs::create_dir_all(dist) {
        println!("cargo:warning=cannot make {dist}: {error}");
    }
}
