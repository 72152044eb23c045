#!/usr/bin/env bash
# Shared by ./run and ./test: messages, prerequisites and the pinned build tools.
# Sourced, never run. Everything is installed into a folder that git ignores.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=${LANMU_TOOLS_DIR:-$root/.tools}
[[ $tools = /* ]] || tools=$PWD/$tools
export PATH="$tools/bin:$PATH"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
# Trunk reads NO_COLOR as a boolean and stops at "1".
unset NO_COLOR

trunk_version=0.21.14
binaryen_version=132.0.0
# Goes with the wasm_split_helpers that Leptos brings.
wasm_split_version=0.2.4

say() { printf '%s\n' "$*"; }
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# The version of a package in the lock file.
locked_version() {
  awk -v name="\"$1\"" '$1 == "name" && $3 == name { getline; gsub(/"/, "", $3); print $3; exit }' \
    "$root/Cargo.lock"
}

check_prerequisites() {
  command -v cargo >/dev/null && command -v rustup >/dev/null ||
    fail "Rust is missing: install rustup with a stable toolchain (1.95 or newer), see https://rustup.rs"
  command -v node >/dev/null || fail "Node.js is missing: install Node.js 18 or newer"
  command -v npm >/dev/null || fail "npm is missing: install npm, it comes with Node.js"
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ] ||
    fail "Node.js $(node --version) is too old: install Node.js 18 or newer"
  command -v cc >/dev/null || fail "a C compiler is missing: install gcc or clang (Debian: build-essential)"
}

tool_step=0
tool_steps=5
tool() {
  tool_step=$((tool_step + 1))
  printf '[%d/%d] %s … ' "$tool_step" "$tool_steps" "$1"
}

ensure_wasm_target() {
  tool "wasm32 target"
  if rustup target list --installed | grep -qx wasm32-unknown-unknown; then
    say present
  else
    say installing
    rustup target add wasm32-unknown-unknown || fail "rustup could not add wasm32-unknown-unknown"
  fi
}

# cargo_tool NAME VERSION MINUTES [cargo install options]
cargo_tool() {
  local name=$1 version=$2 minutes=$3
  shift 3
  tool "$name $version"
  if [ -f "$tools/.$name-$version" ]; then
    say present
    return
  fi
  say "building, about $minutes on 4 cores"
  CARGO_TARGET_DIR="$tools/build" cargo install --quiet --force --root "$tools" "$@" "$name@$version" ||
    fail "cargo could not install $name $version"
  rm -rf "$tools/build"
  touch "$tools/.$name-$version"
}

# It only starts others: optimising it would take most of the time of a first installation.
ensure_trunk() { CARGO_PROFILE_DEV_DEBUG=0 cargo_tool trunk "$trunk_version" "3 minutes" --locked --debug; }

# Without --locked: the lock file in that package names versions that no longer build together.
ensure_wasm_bindgen() { cargo_tool wasm-bindgen-cli "$(locked_version wasm-bindgen)" "1 minute"; }

ensure_wasm_split() {
  cargo_tool wasm_split_cli_support "$wasm_split_version" "1 minute" --locked --features build-binary
}

ensure_wasm_opt() {
  tool "wasm-opt (binaryen $binaryen_version)"
  if [ -f "$tools/.binaryen-$binaryen_version" ]; then
    say present
    return
  fi
  say installing
  npm install --silent --no-audit --no-fund --prefix "$tools/npm" "binaryen@$binaryen_version" ||
    fail "npm could not install binaryen $binaryen_version"
  mkdir -p "$tools/bin"
  ln -sf ../npm/node_modules/.bin/wasm-opt "$tools/bin/wasm-opt"
  touch "$tools/.binaryen-$binaryen_version"
}

ensure_build_tools() {
  mkdir -p "$tools"
  ensure_wasm_target
  ensure_trunk
  ensure_wasm_bindgen
  ensure_wasm_split
  ensure_wasm_opt
}

# Builds dist/ unless it is newer than everything that it is made of.
build_spa() {
  local stamp=$root/dist/.built
  if [ -f "$stamp" ] && [ -z "$(cd "$root" && find src style public docs/使用手册.md docs/pictures crates/domain \
    crates/api index.html Trunk.toml Cargo.toml Cargo.lock build.rs build scripts/finish-dist.mjs scripts/split.mjs -newer "$stamp" -print -quit)" ]; then
    say "SPA … up to date"
    return
  fi
  say "SPA … building"
  # The stamp gets the time of the start: what is edited during the build is built next time.
  touch "$tools/.spa-started"
  (cd "$root" && trunk build --release --cargo-profile "${LANMU_SPA_PROFILE:-wasm-release}") || fail "the SPA does not build"
  touch -r "$tools/.spa-started" "$stamp"
}
