#!/usr/bin/env python3
"""Drawing a graph: `linkchart render` beside Graphviz's `dot` on the DOT that linkchart writes, interleaved.

Usage: python3 Benchmarks/compare_render.py [GRAPH...] [--linkchart PATH] [--dot PATH] [--engine dot]
       [--rounds 20] [--at-most 1.3]          (default graph: graphs/afghanistan.linkchart.yaml)

Both are whole processes: linkchart reads the graph, builds the DOT, lays it out and writes the SVG; dot reads the
finished DOT, lays it out and writes the SVG. The ratio is linkchart's time by dot's, paired within each round.
With --at-most, the exit code is 1 if the ratio of any graph is higher.
"""
import argparse
import os
import pathlib
import re
import sys
import tempfile

import contenders as c


def nodes_in(svg):
    """Elements of class node: both must have drawn the same graph."""
    text = pathlib.Path(svg).read_text(errors="replace")
    if "</svg>" not in text:
        sys.exit(f"{svg} is not a whole SVG file")
    return len(re.findall(r'class="[^"]*\bnode\b', text))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("graphs", nargs="*", default=["graphs/afghanistan.linkchart.yaml"])
    options.add_argument("--linkchart", default=".build/release/linkchart")
    options.add_argument("--dot", default="dot")
    options.add_argument("--engine", default="dot")
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--at-most", type=float)
    given = options.parse_args()
    linkchart, dot = c.find(given.linkchart), c.find(given.dot)
    if not linkchart or not dot:
        sys.exit(f"no {given.linkchart if not linkchart else given.dot} to run")

    print(f"{c.machine()}; {c.first_line([linkchart, '--version'])}; {c.first_line([dot, '-V'])}")
    print(f"Medians of {given.rounds} rounds after two to warm up.\n")
    rows, slow, differ = [], [], False
    with tempfile.TemporaryDirectory() as folder:
        for graph in given.graphs:
            ours, theirs, source = (os.path.join(folder, name) for name in ("ours.svg", "dot.svg", "graph.dot"))
            c.run([linkchart, "render", graph, "--engine", given.engine, "-o", source])
            field = c.race([
                c.Contender("linkchart", [linkchart, "render", graph, "--engine", given.engine, "-o", ours]),
                c.Contender("dot", [dot, f"-K{given.engine}", "-Tsvg", source, "-o", theirs]),
            ], given.rounds, warm=2)
            failures = [f"{contender.name}: {contender.failure}" for contender in field if contender.failure]
            if failures:
                sys.exit("; ".join(failures))
            ratio = c.paired_ratio(*field)
            drawn = nodes_in(ours), nodes_in(theirs)
            name = os.path.basename(graph)
            for contender, count in zip(field, drawn):
                best = min(run.wall for run in contender.runs)
                rows.append([name, f"`{contender.shown}`", count, c.seconds(contender.median()), c.seconds(best),
                             c.seconds(contender.median(lambda r: r.cpu)),
                             c.memory(contender),
                             f"{ratio:.2f}" if contender.name == "linkchart" else "1"])
            if given.at_most and ratio > given.at_most:
                slow.append(f"{name}: {ratio:.2f}")
            if drawn[0] != drawn[1]:
                differ = True
                print(f"**{name}: linkchart drew {drawn[0]} nodes, dot {drawn[1]}**\n")
    print(c.table(["graph", "command", "nodes", "median", "best", "processor time", "peak memory", "ratio"], rows, left=2))
    if slow:
        print(f"\n**More than {given.at_most} times dot**: {', '.join(slow)}")
    sys.exit(1 if slow or differ else 0)


if __name__ == "__main__":
    main()
