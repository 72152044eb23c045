#!/usr/bin/env bash
# Runs all benchmarks, one after the other, and prints one table: what, goal, median.
# What they measure and what they gave where it was written down: docs/BENCHMARKS.md.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$root"
check_prerequisites
log=$CARGO_TARGET_DIR/bench.log
: >"$log"

say "domain, native …"
cargo bench --quiet -p lanmu-domain --bench freshness 2>&1 | tee -a "$log" >&2
cargo bench --quiet -p lanmu-domain --bench secrecy 2>&1 | tee -a "$log" >&2
say "domain, wasm …"
scripts/bench-wasm.sh 2>&1 | tee -a "$log" >&2
say "server, 200 sites (the first run makes a database of 2.5 GB in the target folder) …"
cargo bench --quiet -p lanmu-server --bench sites 2>&1 | tee -a "$log" >&2

say "server, a ledger of a million lines (the first run makes a database of 1 GB in the target folder) …"
cargo bench --quiet -p lanmu-server --bench ledger 2>&1 | tee -a "$log" >&2

# NAME GOAL PATTERN: the first group of the pattern is the median.
row() {
  local median
  median=$(sed -nE "s|^.*$3.*$|\1|p" "$log" | tail -n 1)
  printf '%-42s %-10s %s\n' "$1" "$2" "${median:-not measured}"
}
criterion='time: +\[[^ ]+ [^ ]+ ([^ ]+ [^ ]+) [^ ]+ [^ ]+\]'
printf '\n%-42s %-10s %s\n' benchmark goal median
row "700 duties, statuses" "5 ms" "freshness/assess +$criterion"
row "700 duties, with sentences" "5 ms" "freshness/judge +$criterion"
row "700 duties, statuses, wasm" "25 ms" 'freshness-wasm/assess .*median (.*)'
row "700 duties, with sentences, wasm" "25 ms" 'freshness-wasm/judge .*median (.*)'
row "secrecy check of 1 MB" "50 ms" "secrecy_check_of_1_mb +$criterion"
row "200 sites of 700 duties, server" "1000 ms" 'sites/sweep .*median ([^,]*),'
row "  its memory at the most" "" 'sites/sweep .*peak (.*) resident'
row "1,000,000 ledger lines, first page" "" 'ledger/first page: .*median ([^,]*),'
row "  middle page" "" 'ledger/middle page: .*median ([^,]*),'
row "  by department" "" 'ledger/department: .*median ([^,]*),'
row "  words found once" "" 'ledger/words found once: .*median ([^,]*),'
row "  check of the chain" "" 'ledger/check of the chain: .*median ([^,]*),'
