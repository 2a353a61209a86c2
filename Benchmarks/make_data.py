#!/usr/bin/env python3
"""Deterministic R-MAT graphs in the formats that the comparisons read.

Usage: python3 Benchmarks/make_data.py [SCALE...] [--out DIR]        (default: 16 18, Benchmarks/data)

kronS has up to 2^S nodes and 16 edges drawn a node with the Graph500 parameters (0.57, 0.19, 0.19, 0.05); self-loops,
repeated pairs and unused numbers are removed and the nodes shuffled, so that it is one simple graph whether read as
directed or not. Written as
    kronS.el           u v, separated by a space
    kronS.csv          header source,target, then u,v
    kronS.names.csv    the same with names (actor-000042) instead of numbers
    kronS.names.ncol   names separated by a space, no header: igraph's own format for named edges
"""
import argparse
import pathlib

import numpy as np
import pyarrow as pa
import pyarrow.csv

EDGES_PER_NODE = 16
A, B, C = 0.57, 0.19, 0.19


def rmat(scale):
    """Sources, targets and the number of nodes."""
    rng = np.random.default_rng(1000 + scale)
    count = EDGES_PER_NODE << scale
    u, v = np.zeros(count, np.int64), np.zeros(count, np.int64)
    for _ in range(scale):  # each draw picks a quadrant of the adjacency matrix, so one more bit of both ends
        r = rng.random(count)
        u = 2 * u + (r >= A + B)
        v = 2 * v + (((r >= A) & (r < A + B)) | (r >= A + B + C))
    other = u != v
    u, v = u[other], v[other]
    _, first = np.unique(np.minimum(u, v) << 32 | np.maximum(u, v), return_index=True)
    first.sort()
    u, v = u[first], v[first]
    used = np.unique(np.concatenate([u, v]))
    number = np.zeros(used[-1] + 1, np.int64)
    number[used] = rng.permutation(len(used))
    return number[u], number[v], len(used)


def write(columns, path, separator, header):
    options = pa.csv.WriteOptions(include_header=header, delimiter=separator, quoting_style="none",
                                  quoting_header="none")
    pa.csv.write_csv(pa.table(columns), path, options)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("scales", nargs="*", type=int, default=[16, 18], metavar="SCALE")
    options.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent / "data")
    arguments = options.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for scale in arguments.scales:
        u, v, nodes = rmat(scale)
        base = f"{arguments.out}/kron{scale}"
        numbers = {"source": u, "target": v}
        write(numbers, f"{base}.el", " ", header=False)
        write(numbers, f"{base}.csv", ",", header=True)
        label = pa.array([f"actor-{i:06d}" for i in range(nodes)])
        names = {"source": label.take(pa.array(u)), "target": label.take(pa.array(v))}
        write(names, f"{base}.names.csv", ",", header=True)
        write(names, f"{base}.names.ncol", " ", header=False)
        print(f"{base}: {nodes} nodes, {len(u)} edges")


if __name__ == "__main__":
    main()
