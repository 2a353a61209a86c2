#!/bin/sh
# Measures LinkChart beside its peers and writes docs/benchmarks.md: machine, versions, commands, ratios, also of what
# falls short. Takes about an hour and a half on two cores. Usage: Benchmarks/bench.sh
#   GAP=DIR           the folder with the GAP reference's programs, built from https://github.com/sbeamer/gapbs
#   GRAPH_TOOL=PYTHON a Python that has graph-tool (Debian: python3-graph-tool); /usr/bin/python3 unless said
#   DATA=DIR          where graphs are kept and made; Benchmarks/data unless said
#   ROUNDS=N          rounds of every comparison, 3 unless said
#   QUICK=1           only graphs up to 2^18 nodes, no graph of 10^8 edges
set -eu
cd "$(dirname "$0")/.."
data=${DATA:-Benchmarks/data} rounds=${ROUNDS:-3} graph_tool=${GRAPH_TOOL:-/usr/bin/python3}
python=.build/peers/bin/python
graphs="kron16 kron18 mid" compared=kron16,kron18,mid scales=14,16,18,20,22 large="--large kron22x27"
if "$graph_tool" -W ignore -c 'import graph_tool' 2>/dev/null; then graphs="$graphs pgp" compared=$compared,pgp; fi
if [ -n "${QUICK:-}" ]; then scales=14,16,18 large=""; fi

make build
swift build -c release --package-path Benchmarks
# shellcheck disable=SC2086  # a list of names is what is meant
Benchmarks/make_data.sh --missing --out "$data" --graph-tool "$graph_tool" $graphs

mkdir -p docs
page=docs/benchmarks.md
new=$(mktemp)
trap 'rm -f "$new"' EXIT
# A section: its title, the command as anybody would give it, and what it prints.
section() {
    title=$1
    shift
    printf '\n## %s\n`%s`\n\n' "$title" "$*"
    if [ "${1#Benchmarks/}" != "$1" ] && [ "${1%.py}" != "$1" ]; then set -- "$python" "$@"; fi
    "$@" || printf '\n**It ended with exit code %s.**\n' "$?"
}
{
    printf '# LinkChart beside its peers\n\nWritten by `make bench`; Benchmarks/README.md says what is compared and how.\n'
    section "Loading" Benchmarks/compare_load.py --without networkx --rounds "$rounds" --data "$data"
    section "Importing" Benchmarks/compare_import.py --rounds "$rounds" --data "$data"
    # shellcheck disable=SC2086
    section "Analyses" Benchmarks/compare_analytics.py --graphs "$compared" --rounds "$rounds" --data "$data" \
        --graph-tool "$graph_tool" ${GAP:+--gap "$GAP"}
    section "Communities" Benchmarks/compare_communities.py --graphs "$compared" --data "$data"
    # shellcheck disable=SC2086
    section "Growth" Benchmarks/measure_growth.py --scales $scales --data "$data" --plot docs/growth.svg $large
    section "Memory of a snapshot" swift run -c release --package-path Benchmarks --skip-build ModelBenchmark
    section "Start-up" Benchmarks/compare_startup.py
    section "Rendering" Benchmarks/compare_render.py
    if command -v chromium >/dev/null; then section "Pages" Benchmarks/measure_page.py; fi
} | sed "s|$data|Benchmarks/data|g${GAP:+; s|$GAP|gapbs|g}" >"$new"
cp "$new" "$page"
echo "The figures are in $page."
