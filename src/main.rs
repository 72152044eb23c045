//! Mounts the SPA.

fn main() {
    lanmu_spa::mount();
}
