#!/usr/bin/env python3
"""Communities: linkchart beside igraph and NetworKit, their quality and what it costs, in one run, in turn.

Usage, with the Python that make_data.sh made:
    Benchmarks/make_data.sh
    .build/peers/bin/python Benchmarks/compare_communities.py [--linkchart PATH] [--data DIR]
        [--graphs kron16,pgp,mid] [--seeds 1,2,3,4,5] [--methods leiden,louvain,labelPropagation] [--limit 300]

Each contender looks for communities once with every seed, on one thread. linkchart is timed as a whole process
(`linkchart communities FILE`: start, read, search, count, print), a peer by its search alone; both by processor time,
which what else the machine does disturbs least. The ratio is the peer's *search alone* by linkchart's *whole
process*, medians over seeds: above 1, linkchart is faster, although it does more. Modularity is of the graph without
directions, loops and parallel edges, the median over seeds. The exit code is 1 if a peer finds better communities by
the same method (by more than 0.0005).
"""
import argparse
import importlib.metadata
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys

import communities_peers
import contenders as c

HERE = pathlib.Path(__file__).resolve().parent


def ours(linkchart, method, file, seeds, more=()):
    """Seconds of processor time, modularity and number of communities, a list each, by seed."""
    found = {"seconds": [], "modularity": [], "communities": []}
    for seed in seeds:
        run = c.run([linkchart, "communities", file, "--method", method, "--seed", seed, "--threads", "1",
                     "--top", "0", "--format", "json", "--quiet", *more])
        answer = json.loads(run.output)
        found["seconds"].append(run.cpu)
        found["modularity"].append(answer["quality"]["modularity"])
        found["communities"].append(answer["count"])
    return found


def theirs(way, file, seeds, limit):
    command = [sys.executable, str(HERE / "communities_peers.py"), way, file, ",".join(seeds)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=limit, env=environment)
    except subprocess.TimeoutExpired:
        return f"more than {limit} s"
    if result.returncode != 0:
        return (result.stderr.strip() or "no message").splitlines()[-1]
    return json.loads(result.stdout)


def compare(method, file, linkchart, seeds, limit):
    """Rows of the table for one method, and the peers that found better communities."""
    base = ours(linkchart, method, file, seeds)
    quality, time = statistics.median(base["modularity"]), statistics.median(base["seconds"])
    rows = [[method, "linkchart", "`linkchart communities`", f"{quality:.5f}",
             f"{statistics.median(base['communities']):.0f}", c.seconds(time), "1"]]
    if method == "leiden":
        # As many rounds as NetworKit's are told.
        quick = ours(linkchart, method, file, seeds, ["--iterations", "3"])
        seconds = statistics.median(quick["seconds"])
        rows.append([method, "linkchart", "`--iterations 3`", f"{statistics.median(quick['modularity']):.5f}",
                     f"{statistics.median(quick['communities']):.0f}", c.seconds(seconds), f"{seconds / time:.2f}"])
    better = []
    for way, (kind, how) in communities_peers.WAYS.items():
        if kind != method:
            continue
        found = theirs(way, file, seeds, limit)
        if isinstance(found, str):
            rows.append([method, way.split("-")[0], how, "", "", found, ""])
            continue
        peer, seconds = statistics.median(found["modularity"]), statistics.median(found["seconds"])
        if peer > quality + 0.0005:
            better.append(f"{way} on {pathlib.Path(file).name}: {peer:.5f} over {quality:.5f}")
        rows.append([method, way.split("-")[0], how, f"{peer:.5f}", f"{statistics.median(found['communities']):.0f}",
                     c.seconds(seconds), f"{seconds / time:.2f}"])
    return rows, better


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--linkchart", default=".build/release/linkchart")
    options.add_argument("--data", default=str(HERE / "data"))
    options.add_argument("--graphs", default="kron16,pgp,mid")
    options.add_argument("--seeds", default="1,2,3,4,5")
    options.add_argument("--methods", default="leiden,louvain,labelPropagation")
    options.add_argument("--limit", type=float, default=300, help="seconds that a peer may take for all seeds")
    given = options.parse_args()
    linkchart = c.find(given.linkchart)
    if not linkchart:
        sys.exit(f"no {given.linkchart}: build it first")
    print(f"{c.machine()}; Python {platform.python_version()}, "
          + ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ["igraph", "networkit"])
          + f"; {c.first_line([linkchart, '--version'])}")
    print(f"One thread, processor time, medians over the seeds {given.seeds}.")
    better = []
    for graph in given.graphs.split(","):
        file = f"{given.data}/{graph}.el"
        if not pathlib.Path(file).exists():
            print(f"\nWithout {graph}: no such file; make_data.sh makes it.")
            continue
        print(f"\n### {graph}\n")
        table = []
        for method in given.methods.split(","):
            rows, found_better = compare(method, file, linkchart, given.seeds.split(","), given.limit)
            table += rows
            better += found_better
        print(c.table(["method", "", "how", "modularity", "communities", "time", "times linkchart's time"],
                      table, left=3))
        sys.stdout.flush()
    if better:
        print("\n**Better communities by** " + "; ".join(better))
    sys.exit(1 if better else 0)


if __name__ == "__main__":
    main()
