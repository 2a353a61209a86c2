#!/usr/bin/env python3
"""Writes reference.json: what Graphviz's own program `gc` and pydot count in each DOT file of shared/data.

    apt-get install graphviz; python3 -m venv venv && venv/bin/pip install pydot==4.0.1
    venv/bin/python make_dot_files.py ../../../../shared/data > reference.json

For each file: the nodes, edges and clusters of each of its graphs as `gc -a` of Graphviz 2.42.2 counts them, or what it
says if it refuses the file; and the nodes and edges that pydot finds in all its graphs, where it parses them. pydot
expands neither subgraphs as ends of edges nor strictness, so that its edges are fewer in some.
"""
import contextlib
import io
import json
import logging
import pathlib
import re
import subprocess
import sys

import pydot

logging.disable(logging.CRITICAL)
data = pathlib.Path(sys.argv[1])
row = re.compile(r"^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+) ")
# As in the format of the tests: what nobody can parse in reasonable time with pyparsing.
largest_for_pydot = 1_500


def by_gc(path):
    run = subprocess.run(["gc", "-a", str(path)], capture_output=True)
    problem = run.stderr.decode("utf-8", "replace").strip()
    if "Error" in problem:
        return {"refused": problem.split("\n")[0].replace(str(path), path.name)[:160]}
    rows = [row.match(line) for line in run.stdout.decode("utf-8", "replace").split("\n") if " total" not in line]
    return {"graphs": [[int(r[1]), int(r[2]), int(r[4])] for r in rows if r]}


def by_pydot(path):
    raw = path.read_bytes()
    if len(raw) > largest_for_pydot:
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    try:
        # What it can't parse it says on standard output.
        with contextlib.redirect_stdout(io.StringIO()):
            graphs = pydot.graph_from_dot_data(text) or []
    except Exception:
        return None
    nodes, edges = 0, 0
    for graph in graphs:
        names = set()

        def visit(part):
            nonlocal edges
            for node in part.get_nodes():
                if node.get_name() not in ("node", "edge", "graph"):
                    names.add(name(node.get_name()))
            for edge in part.get_edges():
                edges += 1
                for end in (edge.get_source(), edge.get_destination()):
                    if isinstance(end, str):
                        names.add(name(end))
            for inner in part.get_subgraphs():
                visit(inner)

        visit(graph)
        nodes += len(names)
    return [nodes, edges] if graphs else None


def name(text):
    """A name without its port and its quotes."""
    quoted = re.match(r'^"((?:[^"\\]|\\.)*)"', text)
    return quoted[1] if quoted else text.split(":")[0]


files = []
for path in sorted(list((data / "dot/graphviz").glob("*")) + list((data / "hostile-dot").glob("*.dot"))):
    case = {"file": str(path.relative_to(data))}
    case.update(by_gc(path))
    other = by_pydot(path)
    if other:
        case["pydot"] = other
    files.append(case)
print('{"files": [')
print(",\n".join(json.dumps(case, ensure_ascii=False) for case in files))
print("]}")
