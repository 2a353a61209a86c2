#!/usr/bin/env python3
"""Building a graph of others' data: linkchart beside the libraries that read the same files, in one run, interleaved.

Usage, with the Python that make_data.sh made:
    .build/peers/bin/python Benchmarks/compare_import.py [--linkchart PATH] [--data DIR] [--megabytes 100]
        [--kinds ftm,triples,...] [--rounds 3] [--without networkx-json,...]

linkchart is timed as a whole process (`linkchart info FILE --format json`: start, read, check, merge, count, print), and
what it builds holds every claim with claimant, source, statement, confidence and date; a peer as the whole process and as
the reading alone, without Python's start and its imports. The ratio is the peer's reading alone by linkchart's whole
process, paired within each round: above 1, linkchart is faster.
"""
import argparse
import json
import pathlib
import sys

import contenders as c
import import_peers
import make_import_data

HERE = pathlib.Path(__file__).resolve().parent


def compare(kind, file, linkchart, rounds, without):
    field = [c.Contender("linkchart", [linkchart, "info", str(file), "--format", "json"])]
    for way in import_peers.WAYS[kind]:
        if way not in without:
            field.append(c.Contender(way, [sys.executable, str(HERE / "import_peers.py"), kind, way, str(file)]))
    return c.race(field, rounds, warm=0 if rounds == 1 else 1)


def report(kind, file, field):
    megabytes = file.stat().st_size / 1e6
    ours = field[0]
    rows = []
    for contender in field:
        is_ours = contender is ours
        how = "`linkchart info`" if is_ours else import_peers.WAYS[kind][contender.name][0]
        if contender.failure or not contender.runs:
            rows.append([contender.name, how, contender.failure or "no run"] + [""] * 6)
            continue
        alone = None if is_ours else contender.median(lambda run: json.loads(run.output)["seconds"])
        ratio = None if is_ours or not ours.runs else c.paired_ratio(
            contender, ours, lambda run: json.loads(run.output)["seconds"])
        nodes, edges = c.counts(contender.runs[0].output)
        rows.append([contender.name, how, c.seconds(alone) if alone else "", c.seconds(contender.median()),
                     c.seconds(contender.median(lambda run: run.cpu)),
                     f"{megabytes / contender.median(lambda run: run.cpu):.0f} MB/s", c.memory(contender),
                     f"{nodes:,} / {edges:,}", "1" if is_ours else f"{ratio:.2f}" if ratio else ""])
    print(f"\n### {kind}: {file.name}, {megabytes:.0f} MB\n")
    print(c.table(["", "how", "reading alone", "whole process", "processor time", "by processor time", "peak memory",
                   "nodes / edges", "times slower than linkchart"], rows, left=2))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--linkchart", default=str(HERE.parent / ".build/release/linkchart"))
    parser.add_argument("--data", default=str(HERE / "data"))
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--kinds", default=",".join(import_peers.WAYS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without", default="")
    arguments = parser.parse_args()
    print(c.machine())
    for kind in arguments.kinds.split(","):
        file = make_import_data.make(arguments.data, kind, arguments.megabytes)
        field = compare(kind, file, arguments.linkchart, arguments.rounds, arguments.without.split(","))
        report(kind, file, field)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
