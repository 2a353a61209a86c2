#!/usr/bin/env python3
"""How well drawings can be read: `linkchart render` beside plain Graphviz on the same graphs, by the same checker.

Usage: python3 Benchmarks/compare_drawings.py [NAME=GRAPH...] [--linkchart PATH] [--checker PATH] [--limit 60]
       [-o docs/drawing-quality.md]

By default: the article, and made-up graphs of 300, 3,000 and 100,000 nodes (make_drawing_data.py). Plain Graphviz gets
every node with its name and every link with its relation, as `linkchart convert GRAPH.dot` writes them, and its own
defaults but for two: dot from left to right; sfdp and fdp with overlap=prism and straight lines, else their labels hide
each other (sfdp is the multilevel force layout that Gephi's Yifan Hu is, too). ForceAtlas2, Gephi's own method, and DrL,
the like of its OpenOrd, are NetworkX's and igraph's (force_drawing.py), drawn with straight lines. What takes longer
than --limit seconds, or more memory than there is, is ended. The checker is Benchmarks' DrawingBenchmark for all others
and `render --quality` for ours.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import contenders as c

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = [("nodes", "nodes"), ("edges", "lines"), ("nodeOverlaps", "nodes overlap"),
           ("labelOverlaps", "labels overlap"), ("labelNodeOverlaps", "label on node"), ("crossings", "crossings"),
           ("edgeNodeHits", "line through node"), ("edgeLabelHits", "line through label"),
           ("strayLabels", "label off its line"), ("aspect", "aspect"), ("areaUse", "page used")]


def timed(command, limit, **more):
    start = time.monotonic()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, **more)
    except subprocess.TimeoutExpired:
        return None, time.monotonic() - start
    return done, time.monotonic() - start


def ours(linkchart, graph, options, limit, folder):
    picture = os.path.join(folder, "ours.svg")
    done, took = timed([linkchart, "render", graph, "-o", picture, "--quality", "json", "--quiet"] + options, limit)
    if done is None:
        return None, took
    if done.returncode:
        sys.exit(f"{graph}: {done.stderr.strip()}")
    return json.loads(done.stdout), took


def graphviz(engine, source, checker, limit, folder):
    placed = os.path.join(folder, "placed.dot")
    options = ["-Grankdir=LR"] if engine == "dot" else ["-Goverlap=prism", "-Gsplines=line"]
    done, took = timed(["dot", f"-K{engine}", *options, "-Tdot", source, "-o", placed], limit)
    if done is None:
        return None, took
    if done.returncode:
        return "ended with an error", took
    return judged_by(checker, placed, limit), took


def gephi(method, source, checker, limit, folder):
    pinned, placed = os.path.join(folder, "pinned.dot"), os.path.join(folder, "placed.dot")
    command = [sys.executable, str(HERE / "force_drawing.py"), method, source, pinned]
    # What outgrows the memory is to end by itself.
    bound = ["sh", "-c", 'ulimit -v 12000000; exec "$@"', "sh"]
    done, took = timed(bound + command, limit)
    if done is None:
        return None, took
    if "MemoryError" in done.stderr:
        return "out of memory", took
    if done.returncode:
        sys.exit(f"{method}: {done.stderr.strip()}")
    done, _ = timed(["dot", "-Kneato", "-n", "-Gsplines=line", "-Tdot", pinned, "-o", placed], limit)
    if done is None or done.returncode:
        return None, took
    return judged_by(checker, placed, limit), took


def judged_by(checker, placed, limit):
    judged, _ = timed([checker, placed], limit)
    if judged is None or judged.returncode:
        sys.exit(f"{checker}: {judged.stderr.strip() if judged else 'took too long'}")
    return json.loads(judged.stdout)


def row(name, figures, took, limit):
    if figures is None or isinstance(figures, str):
        ended = figures or f"> {limit:.0f} s"
        return [name] + ["\u2014"] * len(COLUMNS) + [ended]
    cells = []
    for key, _ in COLUMNS:
        value = figures[key]
        text = f"{value:.2f}" if isinstance(value, float) else f"{value:,}"
        cells.append(("~" if key == "crossings" and figures["crossingsAreEstimated"] else "") + text)
    return [name] + cells + [f"{took:.1f} s"]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("graphs", nargs="*", metavar="NAME=GRAPH")
    options.add_argument("--linkchart", default=str(HERE.parent / ".build/release/linkchart"))
    options.add_argument("--checker", default=str(HERE / ".build/release/DrawingBenchmark"))
    options.add_argument("--limit", type=float, default=60)
    options.add_argument("-o", "--output")
    given = options.parse_args()
    linkchart, checker = c.find(given.linkchart), c.find(given.checker)
    if not linkchart or not checker:
        sys.exit(f"no {given.linkchart if not linkchart else given.checker} to run")
    text = ["# How well the drawings can be read", "",
            "Made by `python3 Benchmarks/compare_drawings.py -o docs/drawing-quality.md`; what each figure means stands "
            "in the documentation of `DrawingQuality`. Plain Graphviz draws every node with its name and every link; "
            "linkchart chooses what one page can show and says what it left out, so that figures of lines count fewer "
            "of them: that is the point, but it is to be known. ~ is estimated from a sample.", "",
            f"{c.machine()}; {c.first_line([linkchart, '--version'])}; {c.first_line(['dot', '-V'])}. Times are whole "
            "processes, SVG for linkchart, layout alone for the others.", ""]
    with tempfile.TemporaryDirectory() as folder:
        graphs = [entry.split("=", 1) for entry in given.graphs]
        if not graphs:
            graphs = [("the article", str(HERE.parent / "graphs/afghanistan.linkchart.yaml"))]
            for count in (300, 3000, 100_000):
                path = os.path.join(folder, f"{count}.linkchart.json")
                subprocess.run([sys.executable, str(HERE / "make_drawing_data.py"), str(count), "-o", path], check=True)
                graphs.append((f"{count:,} made-up nodes", path))
        for name, graph in graphs:
            source = os.path.join(folder, "plain.dot")
            done, _ = timed([linkchart, "convert", graph, source], 300)
            if done is None or done.returncode:
                sys.exit(f"{graph}: can't be converted: {done.stderr.strip() if done else 'took too long'}")
            rows = []
            for label, more in (("**linkchart**", []), ("linkchart --no-bundle", ["--no-bundle"]),
                                ("linkchart --engine cloud", ["--engine", "cloud"])):
                figures, took = ours(linkchart, graph, more, given.limit, folder)
                # Small graphs have no bundles, and no need of a cloud.
                if more and figures and figures["nodes"] < 100:
                    continue
                rows.append(row(label, figures, took, given.limit))
            for engine in ("dot", "fdp", "sfdp"):
                rows.append(row(f"plain {engine}", *graphviz(engine, source, checker, given.limit, folder), given.limit))
            for method, title in (("forceatlas2", "ForceAtlas2"), ("drl", "DrL")):
                rows.append(row(title, *gephi(method, source, checker, given.limit, folder), given.limit))
            text += [f"## {name[0].upper()}{name[1:]}", "",
                     c.table(["drawing"] + [title for _, title in COLUMNS] + ["time"], rows, left=1), ""]
            print("\n".join(text[-4:]), flush=True)
    if given.output:
        pathlib.Path(given.output).write_text("\n".join(text).rstrip() + "\n")


if __name__ == "__main__":
    main()
