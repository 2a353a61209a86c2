#!/bin/sh
# Feeds the reader of each format with what libFuzzer makes of a corpus, and stops at the first crash, hang, excess of
# memory or graph that does not come back as it was read. Usage: fuzz.sh [FORMAT...]
#   SECONDS_EACH=N   how long for each format, 60 unless said
#   CORPUS=DIR       where what is new is kept between runs, Fuzzing/found unless said
# Fuzzing/corpus/FORMAT has the inputs to begin with; the words of a format are taken from its reader's source.
set -eu
cd "$(dirname "$0")/.."
seconds=${SECONDS_EACH:-60}
kept=${CORPUS:-Fuzzing/found}
# A format is fuzzed if there is something to begin with.
[ $# -gt 0 ] || set -- $(ls Fuzzing/corpus)
swift build -c release --package-path Fuzzing --product FuzzReaders -Xswiftc -sanitize=fuzzer -Xlinker --gc-sections
fuzzer=Fuzzing/.build/release/FuzzReaders
failures=""
# A trap of Swift is for libFuzzer to catch, which then keeps the input.
export SWIFT_BACKTRACE=enable=no

# The folders of a format's reader, whose texts make good words.
folders() {
    case $1 in
        yaml | json) echo Native Ontology ;;
        csv | tsv) echo CSV ;;
        edgelist) echo EdgeList ;;
        gdelt | acled | ucdp | gtd) echo Events ;;
        ftm) echo FollowTheMoney ;;
        cyjs) echo Cytoscape ;;
        *) ls Sources/LinkChartFormats | grep -ix "$1" ;;
    esac
}

for format in "$@"; do
    found=$kept/$format
    mkdir -p "$found" "$kept/crashes/$format"
    for folder in $(folders "$format"); do
        cat "Sources/LinkChartFormats/$folder"/*.swift
    done | grep -oE '"[][A-Za-z0-9_*:.<>/ -]{1,30}"' | sort -u | head -n 400 >"$kept/$format.words"
    # Records of these are long.
    case $format in
        gdelt | acled | ucdp | gtd | stix | misp | docred) longest=65536 ;;
        *) longest=8192 ;;
    esac
    echo "== $format, $seconds s" >&2
    if LINKCHART_FORMAT=$format "$fuzzer" "$found" "Fuzzing/corpus/$format" -dict="$kept/$format.words" \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len="$longest" -print_final_stats=1 \
        -artifact_prefix="$kept/crashes/$format/" 2>"$found.log"; then
        grep -E "^Done|stat::number_of_executed_units|stat::peak_rss_mb" "$found.log" >&2 || true
    else
        tail -n 25 "$found.log" >&2
        failures="$failures $format"
    fi
done
[ -z "$failures" ] || { echo "failed:$failures; the inputs are in $kept/crashes" >&2; exit 1; }
