#!/usr/bin/env python3
"""Starting up: what a user waits for before anything happens, beside other tools.

Usage: python3 Benchmarks/compare_startup.py [GRAPH] [--linkchart PATH] [--rounds 30]
       (default graph: graphs/afghanistan.linkchart.yaml; run it with make_data.sh's Python to have the peers' imports)
"""
import argparse
import os
import sys

import contenders as c


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("graph", nargs="?", default="graphs/afghanistan.linkchart.yaml")
    options.add_argument("--linkchart", default=".build/release/linkchart")
    options.add_argument("--rounds", type=int, default=30)
    given = options.parse_args()
    field = []
    linkchart, dot = c.find(given.linkchart), c.find("dot")
    if linkchart:
        field.append(c.Contender("linkchart --version", [linkchart, "--version"]))
        if os.path.exists(given.graph):
            command = [linkchart, "info", given.graph]
            field.append(c.Contender(f"linkchart info {os.path.basename(given.graph)}", command))
    if dot:
        field.append(c.Contender("dot -V", [dot, "-V"]))
    for code in ("pass", "import igraph", "import networkx", "import rustworkx", "import networkit"):
        field.append(c.Contender(f"python3 -c '{code}'", [sys.executable, "-c", code]))
    print(f"{c.machine()}; Python {sys.version.split()[0]}; "
          + (c.first_line([linkchart, "--version"]) if linkchart else f"no {given.linkchart}, others only"))
    print(f"Medians of {given.rounds} rounds after two to warm up.\n")
    c.race(field, given.rounds, warm=2)
    rows = []
    for contender in field:
        if contender.failure:
            rows.append([f"`{contender.name}`", contender.failure, "", "", ""])
            continue
        rows.append([f"`{contender.name}`", c.seconds(contender.median()),
                     c.seconds(min(run.wall for run in contender.runs)), c.seconds(contender.median(lambda r: r.cpu)),
                     c.memory(contender)])
    print(c.table(["command", "median", "best", "processor time", "peak memory"], rows))
    sys.exit(1 if any(contender.failure for contender in field if contender.name.startswith("linkchart")) else 0)


if __name__ == "__main__":
    main()
