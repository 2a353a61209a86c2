#!/usr/bin/env python3
"""Loading a graph: linkchart beside igraph, NetworKit, rustworkx and NetworkX, in one run, interleaved.

Usage, with the Python that make_data.sh made:
    Benchmarks/make_data.sh
    .build/peers/bin/python Benchmarks/compare_load.py [--linkchart PATH] [--data DIR] [--graph kron18]
        [--formats el,csv,names] [--rounds 5] [--without networkx,...] [--at-least 3]

linkchart is timed as a whole process (`linkchart info FILE --format json`: start, read, count, print); a peer as the
whole process and as the reading alone, without Python's start and its imports. The ratio is the peer's *reading alone*
by linkchart's *whole process*, paired within each round: above 1, linkchart is faster, although it does more.
All must find the same numbers of nodes and edges. With --at-least, the exit code is 1 unless linkchart is that many
times faster than igraph's and NetworKit's own readers.
"""
import argparse
import importlib.metadata
import json
import pathlib
import platform
import sys

import contenders as c
import load_peers

HERE = pathlib.Path(__file__).resolve().parent
ENDING = {"el": ".el", "csv": ".csv", "names": ".names.csv"}
TITLE = {"el": "Edge list of numbers", "csv": "CSV of numbers", "names": "CSV of names"}
LIBRARIES = ["igraph", "networkit", "rustworkx", "networkx", "pandas", "pyarrow"]


def peer_file(base, kind, way):
    return f"{base}.names.ncol" if way == "igraph-ncol" else base + ENDING[kind]


def reading(run):
    """Seconds of reading alone, as the peer's process says."""
    return json.loads(run.output)["seconds"]


def compare(kind, base, linkchart, rounds, without):
    """Races all that read this kind of file; returns the contenders, linkchart first, and whether they agree."""
    file = base + ENDING[kind]
    field = []
    if linkchart:
        field.append(c.Contender("linkchart", [linkchart, "info", file, "--format", "json"]))
    for way in load_peers.WAYS[kind]:
        if way.split("-")[0] not in without:
            command = [sys.executable, str(HERE / "load_peers.py"), kind, way, peer_file(base, kind, way)]
            field.append(c.Contender(way, command))
    c.race(field, rounds)
    found = {contender.name: c.counts(contender.runs[0].output) for contender in field if contender.runs}
    return field, found


def report(kind, base, field, found):
    ours = field[0] if field[0].name == "linkchart" and field[0].runs else None
    megabytes = pathlib.Path(base + ENDING[kind]).stat().st_size / 1e6
    rows = []
    for contender in field:
        is_ours = contender.name == "linkchart"
        how = "`linkchart info`" if is_ours else load_peers.WAYS[kind][contender.name][0]
        if contender.failure or not contender.runs:
            rows.append([contender.name, how, contender.failure or "no run"] + [""] * 5)
            continue
        alone = None if is_ours else contender.median(reading)
        ratio = c.paired_ratio(contender, ours, reading) if ours and not is_ours else None
        rows.append([contender.name, how, c.seconds(alone) if alone else "", c.seconds(contender.median()),
                     f"{megabytes / (alone or contender.median()):.0f} MB/s",
                     c.seconds(contender.median(lambda r: r.cpu)),
                     c.memory(contender), "1" if is_ours else f"{ratio:.1f}" if ratio else ""])
    print(f"\n### {TITLE[kind]}: {pathlib.Path(base).name}{ENDING[kind]}, {megabytes:.0f} MB\n")
    print(c.table(["", "how", "reading alone", "whole process", "speed", "processor time", "peak memory",
                   "times slower than linkchart"], rows, left=2))
    if len(set(found.values())) > 1:
        print(f"\n**They disagree on (nodes, edges)**: {found}")
    elif found:
        print("\nAll found {:,} nodes and {:,} edges.".format(*next(iter(found.values())) or (0, 0)))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--linkchart", default=".build/release/linkchart")
    options.add_argument("--data", default=str(HERE / "data"))
    options.add_argument("--graph", default="kron18")
    options.add_argument("--formats", default="el,csv,names")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--without", default="", help="peers to leave out, with commas between")
    options.add_argument("--at-least", type=float, help="fail below this ratio to igraph's and NetworKit's readers")
    given = options.parse_args()
    linkchart = c.find(given.linkchart)
    base = f"{given.data}/{given.graph}"
    if not pathlib.Path(base + ".el").exists():
        sys.exit(f"no {base}.el: run Benchmarks/make_data.sh first")

    print(f"{c.machine()}; Python {platform.python_version()}, "
          + ", ".join(f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
          + (f"; {c.first_line([linkchart, '--version'])}" if linkchart else f"; no {given.linkchart}, peers only"))
    print(f"Medians of {given.rounds} rounds after one to warm up; files in the page cache.")
    short, wrong = [], False
    for kind in given.formats.split(","):
        field, found = compare(kind, base, linkchart, given.rounds, given.without.split(","))
        report(kind, base, field, found)
        wrong |= len(set(found.values())) > 1
        ours = field[0] if field[0].name == "linkchart" else None
        wrong |= bool(ours and ours.failure)
        for contender in field[1:]:
            if given.at_least and contender.runs and contender.name in ("igraph", "igraph-ncol", "networkit"):
                if not ours or (c.paired_ratio(contender, ours, reading) or 0) < given.at_least:
                    short.append(f"{kind}: {contender.name}")
    if short:
        print(f"\n**Less than {given.at_least} times faster than** {', '.join(short)}")
    sys.exit(1 if short or wrong else 0)


if __name__ == "__main__":
    main()
