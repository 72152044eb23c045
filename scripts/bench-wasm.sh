#!/usr/bin/env bash
# The domain's bench of freshness as wasm, in Node.js (the engine of Chromium). Prints the shortest
# and the median time of a whole county. LANMU_BENCH_PROFILE chooses another cargo profile than the
# one the SPA is shipped with.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

wasm=wasm32-unknown-unknown
profile=${LANMU_BENCH_PROFILE:-wasm-release}

cd "$root"
command -v wasm-bindgen >/dev/null || fail "wasm-bindgen is missing: run ./run --build-only once"
built=$(cargo build --quiet --profile "$profile" --target "$wasm" -p lanmu-domain --bench freshness \
  --message-format json | sed -n 's/.*"executable":"\([^"]*\.wasm\)".*/\1/p' | tail -n 1)
[ -n "$built" ] || fail "the bench was not built"
out=$CARGO_TARGET_DIR/bench-wasm/$profile
wasm-bindgen --target nodejs --out-dir "$out" --out-name freshness "$built"
node "$out/freshness.js"
