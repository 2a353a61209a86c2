#!/usr/bin/env python3
"""Deterministic graphs in the formats that the comparisons read.

Usage: python3 Benchmarks/make_data.py [NAME...] [--out DIR]        (default: kron16 kron18 mid, Benchmarks/data)

kronS   R-MAT with up to 2^S nodes and 16 edges drawn a node, with the Graph500 parameters (0.57, 0.19, 0.19, 0.05)
kronSxE the same with E edges drawn a node
urandS  2^S nodes, 16 edges a node between any two
mid     10,000 nodes in 60 communities of power-law sizes, preferential attachment inside, a tenth of them pendant
pgp, enron   who trusts whose key, who wrote to whom, from graph-tool's collection (Debian: python3-graph-tool);
        --graph-tool names a Python that has it

Self-loops, repeated pairs and unused numbers are removed and nodes shuffled, so that each is one simple graph whether
read as directed or not; pgp.d keeps directions. Written as
    NAME.el            u v, separated by a space
    NAME.wel           the same with a weight, 1 ... 255
    NAME.csv           header source,target, then u,v
    NAME.names.csv     the same with names (actor-000042) instead of numbers
    NAME.names.ncol    names separated by a space, no header: igraph's own format for named edges
    NAME.json          numbers of nodes and edges, 64 sources and 20 pairs to ask about
"""
import argparse
import json
import pathlib
import re
import subprocess
import tempfile

import numpy as np
import pyarrow as pa
import pyarrow.csv

EDGES_PER_NODE = 16
A, B, C = 0.57, 0.19, 0.19
# Beyond this only edge lists of numbers are written.
LARGE = 20_000_000


def rmat(scale, edges_per_node=EDGES_PER_NODE):
    rng = np.random.default_rng(1000 + scale)
    count = edges_per_node << scale
    u, v = np.zeros(count, np.int64), np.zeros(count, np.int64)
    for _ in range(scale):  # each draw picks a quadrant of the adjacency matrix, so one more bit of both ends
        r = rng.random(count)
        u = 2 * u + (r >= A + B)
        v = 2 * v + (((r >= A) & (r < A + B)) | (r >= A + B + C))
    return simple(u, v, rng)


def uniform(scale):
    rng = np.random.default_rng(7)
    nodes = 1 << scale
    return simple(rng.integers(0, nodes, 16 * nodes), rng.integers(0, nodes, 16 * nodes), rng)


def mid():
    rng = np.random.default_rng(11)
    nodes, groups = 10_000, 60
    sizes = rng.pareto(1.3, groups) + 1
    group = rng.choice(groups, nodes, p=sizes / sizes.sum())
    pools, everyone, edges = [[] for _ in range(groups)], [], []
    for x in range(nodes):
        pool = pools[group[x]]
        links = 1 if rng.random() < 0.12 else 7
        for _ in range(links):
            candidates = pool or everyone
            t = candidates[rng.integers(len(candidates))] if candidates else None
            if t is not None and t != x:
                edges.append((x, t))
                pool.extend((t, x))
                everyone.extend((t, x))
        if not pool:
            pool.append(x)
            everyone.append(x)
        if links > 1 and everyone:
            for _ in range(1 + (rng.random() < 0.5)):
                t = everyone[rng.integers(len(everyone))]
                if t != x:
                    edges.append((x, t))
                    everyone.extend((t, x))
    ends = np.array(edges)
    return simple(ends[:, 0], ends[:, 1], rng)


def collected(name, python):
    """A graph of graph-tool's collection, whose Python may be another than this one."""
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/arcs.npy"
        code = ("import sys, numpy, graph_tool.collection as c; "
                "numpy.save(sys.argv[2], c.data[sys.argv[1]].get_edges()[:, :2])")
        subprocess.run([python, "-W", "ignore", "-c", code, name, path], check=True)
        arcs = np.load(path).astype(np.int64)
    return arcs[:, 0], arcs[:, 1]


def simple(u, v, rng, shuffle=True, directed=False):
    """Without loops, repeats and unused numbers."""
    other = u != v
    u, v = u[other].astype(np.int64), v[other].astype(np.int64)
    key = u << 32 | v if directed else np.minimum(u, v) << 32 | np.maximum(u, v)
    _, first = np.unique(key, return_index=True)
    first.sort()
    u, v = u[first], v[first]
    used = np.unique(np.concatenate([u, v]))
    number = np.zeros(used[-1] + 1, np.int64)
    number[used] = rng.permutation(len(used)) if shuffle else np.arange(len(used))
    return number[u], number[v], len(used)


def weights(u, v):
    """1 ... 255 by a hash of the ends."""
    a, b = np.minimum(u, v).astype(np.uint64), np.maximum(u, v).astype(np.uint64)
    h = a * np.uint64(0x9E3779B97F4A7C15) ^ (b * np.uint64(0xC2B2AE3D27D4EB4F) + np.uint64(0x165667B19E3779F9))
    h ^= h >> np.uint64(29)
    h *= np.uint64(0xBF58476D1CE4E5B9)
    h ^= h >> np.uint64(32)
    return (h % np.uint64(255) + np.uint64(1)).astype(np.int64)


def write_table(columns, path, separator, header):
    options = pa.csv.WriteOptions(include_header=header, delimiter=separator, quoting_style="none",
                                  quoting_header="none")
    pa.csv.write_csv(pa.table(columns), path, options)


def write(base, u, v, nodes):
    numbers = {"source": u, "target": v}
    write_table(numbers, f"{base}.el", " ", header=False)
    rng = np.random.default_rng(42)
    about = {"n": nodes, "m": len(u), "sources": rng.choice(nodes, min(64, nodes), replace=False).tolist(),
             "pairs": rng.choice(nodes, (20, 2), replace=False).tolist()}
    pathlib.Path(f"{base}.json").write_text(json.dumps(about))
    print(f"{base}: {nodes} nodes, {len(u)} edges")
    if len(u) > LARGE:
        return
    write_table(numbers | {"weight": weights(u, v)}, f"{base}.wel", " ", header=False)
    write_table(numbers, f"{base}.csv", ",", header=True)
    label = pa.array([f"actor-{i:06d}" for i in range(nodes)])
    names = {"source": label.take(pa.array(u)), "target": label.take(pa.array(v))}
    write_table(names, f"{base}.names.csv", ",", header=True)
    write_table(names, f"{base}.names.ncol", " ", header=False)


def make(name, out, python):
    base = f"{out}/{name}"
    if match := re.fullmatch(r"kron(\d+)(?:x(\d+))?", name):
        write(base, *rmat(int(match[1]), int(match[2] or EDGES_PER_NODE)))
    elif match := re.fullmatch(r"urand(\d+)", name):
        write(base, *uniform(int(match[1])))
    elif name == "mid":
        write(base, *mid())
    elif name in ("pgp", "enron"):
        u, v = collected({"pgp": "pgp-strong-2009", "enron": "email-Enron"}[name], python)
        rng = np.random.default_rng(5)
        if name == "pgp":
            u, v, _ = simple(u, v, rng, shuffle=False, directed=True)
            write_table({"source": u, "target": v}, f"{base}.d.el", " ", header=False)
        write(base, *simple(u, v, rng, shuffle=False))
    else:
        raise SystemExit(f"{name}: there is kron16, kron18 …, kron22x25, urand18, mid, pgp and enron")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("names", nargs="*", default=["kron16", "kron18", "mid"], metavar="NAME")
    options.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent / "data")
    options.add_argument("--graph-tool", default="/usr/bin/python3", metavar="PYTHON")
    options.add_argument("--missing", action="store_true", help="make only what is not there yet")
    arguments = options.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name in arguments.names:
        if not (arguments.missing and (arguments.out / f"{name}.json").exists()):
            make(name, arguments.out, arguments.graph_tool)


if __name__ == "__main__":
    main()
