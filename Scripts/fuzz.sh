#!/bin/sh
# Feeds the reader of each format with what libFuzzer makes of a corpus, and stops at the first crash, hang or excess of
# memory. Usage: fuzz.sh [FORMAT...]
#   SECONDS_EACH=N   how long for each format, 60 unless said
# What is new is kept in .build/fuzz/FORMAT; Fuzzing/corpus/FORMAT has the inputs to begin with.
set -eu
cd "$(dirname "$0")/.."
seconds=${SECONDS_EACH:-60}
if [ $# = 0 ]; then
    set -- json yaml csv tsv edgelist nodelink graphml gexf gml pajek jgf cyjs dot stix ftm misp gdelt \
        acled ucdp gtd petrarch plover brat docred spert triples
fi
swift build -c release --package-path Fuzzing --product FuzzReaders -Xswiftc -sanitize=fuzzer -Xlinker --gc-sections
fuzzer=Fuzzing/.build/release/FuzzReaders
failures=""
# A trap of Swift is for libFuzzer to catch, which then keeps the input.
export SWIFT_BACKTRACE=enable=no
for format in "$@"; do
    found=.build/fuzz/$format
    mkdir -p "$found" ".build/fuzz/crashes/$format"
    seeds=Fuzzing/corpus/$format
    [ -d "$seeds" ] || seeds=""
    echo "== $format, $seconds s" >&2
    # shellcheck disable=SC2086  # no seeds are no word
    if LINKCHART_FORMAT=$format "$fuzzer" "$found" $seeds -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -max_len=8192 -print_final_stats=1 -artifact_prefix=".build/fuzz/crashes/$format/" 2>"$found.log"; then
        grep -E "^Done|stat::number_of_executed_units|stat::peak_rss_mb" "$found.log" >&2 || true
    else
        tail -n 25 "$found.log" >&2
        failures="$failures $format"
    fi
done
[ -z "$failures" ] || { echo "failed:$failures; the inputs are in .build/fuzz/crashes" >&2; exit 1; }
