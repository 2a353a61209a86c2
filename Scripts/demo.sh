#!/bin/sh
# The main job on a real article: check the graph, ask it, draw it. Usage: demo.sh LINKCHART GRAPH OUT
set -eu
linkchart=$1 graph=$2 out=$3

step() {
    printf '\n\033[1m%s\033[0m\n' "$1"
    shift
    printf '$ linkchart %s\n\n' "$*"
    "$linkchart" "$@"
}
[ -t 1 ] || step() { printf '\n%s\n' "$1"; shift; printf '$ linkchart %s\n\n' "$*"; "$linkchart" "$@"; }

step "What the graph of one article holds" info "$graph"
step "How does threat or capability reach China from Afghanistan?" \
    paths "$graph" --from Afghanistan --to China --mode simple --max-hops 4
step "Who stands between the others?" rank "$graph" --by betweenness --top 8
step "Who is linked to most?" rank "$graph" --by pagerank --top 8
step "The same graph, built from two extracted tables" \
    build examples/tables/afghanistan-nodes.csv examples/tables/afghanistan-links.csv \
    -o "$out/afghanistan-from-tables.linkchart.yaml"
step "A picture to print" render "$graph" -o "$out/afghanistan.svg"
"$linkchart" render "$graph" -o "$out/afghanistan.png" --quiet
"$linkchart" render "$graph" -o "$out/afghanistan.pdf" --quiet
step "The chains from Afghanistan to China, in the picture" \
    render "$graph" --highlight Afghanistan..China -o "$out/afghanistan-china.svg"

printf '\nThe pictures are in %s:\n' "$out"
ls -1 "$out"/*.svg "$out"/*.png "$out"/*.pdf
