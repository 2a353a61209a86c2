#!/usr/bin/env python3
"""Reference values that the tests of LinkChartAnalytics must reproduce, computed with NetworkX and igraph.

Usage, from the repository root:
    python3 -m venv .build/reference
    .build/reference/bin/pip install networkx igraph numpy scipy
    .build/reference/bin/python Tests/Reference/make_reference.py            # write index.json and graphs/*.json
    .build/reference/bin/python Tests/Reference/make_reference.py --check    # recompute, compare with what is committed

The versions used stand in index.json; README.md beside this file describes the fields and conventions.
Every measure that both libraries implement is asserted to agree to 1e-9 (relative to the larger of the value and 1)
before it is written; the cases where they define something differently are listed in README.md.
"""
import argparse
import json
import math
import pathlib
import platform
import random
import sys
import warnings

import igraph
import networkx as nx
import numpy as np
import scipy

from reference_graphs import graphs, sorted_edges

HERE = pathlib.Path(__file__).resolve().parent
AGREEMENT = 1e-9
DAMPING = 0.85
SIMPLE_PATH_HOPS = 4
SHORTEST_K = 10
MATRIX_NODES = 64  # matrices of n x n are written for graphs up to this size


# ---------------------------------------------------------------------------------------------- agreement


def as_igraph(g):
    edges = sorted_edges(g)
    other = igraph.Graph(n=g.number_of_nodes(), edges=edges, directed=g.is_directed())
    if nx.is_weighted(g) and edges:
        other.es["weight"] = [g[u][v]["weight"] for u, v in edges]
    return other


def close(a, b):
    return abs(a - b) <= AGREEMENT * max(1.0, abs(a), abs(b))


def agree(name, measure, ours, theirs):
    """Stops the script where the two lists of numbers differ."""
    ours, theirs = list(ours), list(theirs)
    assert len(ours) == len(theirs), f"{name}: {measure}: {len(ours)} values against {len(theirs)}"
    for i, (a, b) in enumerate(zip(ours, theirs)):
        assert close(a, b), f"{name}: {measure}[{i}]: {a!r} against {b!r}"
    return ours


def same(name, measure, ours, theirs):
    assert ours == theirs, f"{name}: {measure}: {ours!r} against {theirs!r}"
    return ours


def by_node(g, values):
    return [values[v] for v in range(g.number_of_nodes())]


# ---------------------------------------------------------------------------------------------- measures


def degrees(name, g, ig):
    out = {"degree": same(name, "degree", by_node(g, dict(g.degree)), ig.degree(loops=True))}
    if g.is_directed():
        out["inDegree"] = same(name, "inDegree", by_node(g, dict(g.in_degree)), ig.indegree(loops=True))
        out["outDegree"] = same(name, "outDegree", by_node(g, dict(g.out_degree)), ig.outdegree(loops=True))
    else:
        out["inDegree"] = out["outDegree"] = out["degree"]
    return out


def distances_based(name, g, ig):
    n = g.number_of_nodes()
    betweenness = by_node(g, nx.betweenness_centrality(g, normalized=False))
    closeness = by_node(g, nx.closeness_centrality(g, wf_improved=True))
    # igraph averages over the nodes that reach this one; Wasserman and Faust scale that by their share.
    reaching = [sum(math.isfinite(d) for d in row) for row in ig.distances(mode="in")]
    scaled = [0.0 if r < 2 else c * (r - 1) / (n - 1) for c, r in zip(ig.closeness(mode="in"), reaching)]
    harmonic = by_node(g, nx.harmonic_centrality(g))
    return {
        "betweenness": agree(name, "betweenness", betweenness, ig.betweenness(directed=g.is_directed())),
        "closeness": agree(name, "closeness", closeness, scaled),
        "harmonic": agree(name, "harmonic", harmonic,
                          [0.0] if n == 1 else ig.harmonic_centrality(mode="in", normalized=False)),
    }


def has_undirected_loop(g):
    return not g.is_directed() and nx.number_of_selfloops(g) > 0


def pagerank(name, g, ig):
    """The stationary distribution by a linear solve: exact to rounding, where the libraries iterate."""
    n = g.number_of_nodes()
    a = nx.to_numpy_array(g, nodelist=range(n), weight=None)
    row = a.sum(axis=1, keepdims=True)
    step = np.where(row > 0, a / np.where(row > 0, row, 1), 1 / n)
    exact = np.linalg.solve(np.eye(n) - DAMPING * step.T, np.full(n, (1 - DAMPING) / n)).tolist()
    theirs = by_node(g, nx.pagerank(g, DAMPING, tol=1e-14, max_iter=10_000, weight=None))
    agree(name, "pagerank (NetworkX)", exact, theirs)
    assert close(sum(exact), 1)
    others = ig.pagerank(damping=DAMPING)
    if has_undirected_loop(g):
        return {"pagerank": None}, {"networkx": exact, "igraph": others}
    return {"pagerank": agree(name, "pagerank (igraph)", exact, others)}, None


def unit(vector):
    length = math.sqrt(sum(x * x for x in vector))
    return [x / length for x in vector] if length else list(vector)


def igraph_eigenvector(ig):
    """igraph's vector at Euclidean norm 1. Its ARPACK starts at random and now and then stops with a LAPACK error."""
    for seed in range(20):
        random.seed(seed)  # igraph draws from Python's generator
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                # directed=False is rejected by igraph 1.0; True is ignored where edges have no direction.
                return unit(ig.eigenvector_centrality(directed=True))
        except igraph.InternalError:
            continue
    raise AssertionError("igraph finds no eigenvector")


def eigenvector(name, g, ig):
    """The left dominant eigenvector, where the dominant eigenvalue is positive and simple; else null and why."""
    n = g.number_of_nodes()
    a = nx.to_numpy_array(g, nodelist=range(n), weight=None)
    # A node's block is its strong component; the spectrum of the graph is the union of the blocks' spectra.
    blocks = map(sorted, nx.strongly_connected_components(g) if g.is_directed() else nx.connected_components(g))
    radii = [max(abs(np.linalg.eigvals(a[np.ix_(b, b)]))) for b in blocks]
    radius = max(radii)
    if radius < 1e-9:
        why = "edgeless" if g.number_of_edges() == 0 else "acyclic"
        return {"eigenvector": None, "eigenvectorNote": why}, None
    if sum(r > radius - 1e-6 for r in radii) > 1:
        return {"eigenvector": None, "eigenvectorNote": "degenerate"}, None
    values, vectors = np.linalg.eig(a.T)
    vector = vectors[:, np.argmax(values.real)].real
    exact = unit((vector * np.sign(vector.sum())).tolist())
    exact = [0.0 if abs(x) < 1e-13 else x for x in exact]
    assert min(exact) >= 0
    agree(name, "eigenvector (NetworkX)", exact, by_node(g, nx.eigenvector_centrality(g, max_iter=20_000, tol=1e-14)))
    others = igraph_eigenvector(ig)
    if has_undirected_loop(g):
        others = [0.0 if abs(x) < 1e-13 else x for x in others]
        return {"eigenvector": None, "eigenvectorNote": "loops"}, {"networkx": exact, "igraph": others}
    return {"eigenvector": agree(name, "eigenvector (igraph)", exact, others), "eigenvectorNote": None}, None


def partition(n, groups):
    """Index of each node's group; groups are numbered by their smallest node."""
    of = [0] * n
    for index, group in enumerate(sorted(groups, key=min)):
        for v in group:
            of[v] = index
    return of


def structure(name, g, ig):
    n = g.number_of_nodes()
    plain = nx.Graph(g.to_undirected() if g.is_directed() else g)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    other = ig.as_undirected(mode="collapse").simplify()
    strong = nx.strongly_connected_components(g) if g.is_directed() else nx.connected_components(g)
    bridges = sorted([min(e), max(e)] for e in nx.bridges(plain))
    return {
        "core": same(name, "core", by_node(g, nx.core_number(plain)), other.coreness()),
        "weakComponents": same(name, "weak", partition(n, nx.connected_components(plain)),
                               partition(n, list(ig.connected_components(mode="weak")))),
        "strongComponents": same(name, "strong", partition(n, strong),
                                 partition(n, list(ig.connected_components(mode="strong")))),
        "articulationPoints": same(name, "articulation", sorted(set(nx.articulation_points(plain))),
                                   sorted(other.articulation_points())),
        "bridges": same(name, "bridges", bridges, sorted(sorted(other.es[e].tuple) for e in other.bridges())),
    }


def shortest_paths(name, g, ig):
    n = g.number_of_nodes()
    if n > MATRIX_NODES:
        return {}
    hops = [[-1] * n for _ in range(n)]
    counts = [[0] * n for _ in range(n)]
    for source in range(n):
        for target, d in nx.single_source_shortest_path_length(g, source).items():
            hops[source][target] = d
            counts[source][target] = sum(1 for _ in nx.all_shortest_paths(g, source, target))
        theirs = [0] * n
        for path in ig.get_all_shortest_paths(source, mode="out"):
            theirs[path[-1]] += 1
        same(name, f"shortest paths from {source}", counts[source], theirs)
    same(name, "hops", hops, [[int(d) if math.isfinite(d) else -1 for d in row] for row in ig.distances(mode="out")])
    return {"hops": hops, "shortestPathCounts": counts}


def pairs(g, wanted, seed, within=None):
    """The first and the last node, and random pairs of which the first reaches the second in `within` hops."""
    n = g.number_of_nodes()
    if n < 2:
        return []
    first = (0, n - 1)
    near = sorted((s, t) for s, reached in nx.all_pairs_shortest_path_length(g, cutoff=within) for t in reached
                  if s != t and (s, t) != first)
    return [first] + random.Random(seed).sample(near, min(wanted - 1, len(near)))


def simple_paths(name, g, ig):
    rows = []
    for source, target in pairs(g, 3, 51, within=SIMPLE_PATH_HOPS):
        paths = sorted(nx.all_simple_paths(g, source, target, cutoff=SIMPLE_PATH_HOPS))
        theirs = sorted(ig.get_all_simple_paths(source, target, maxlen=SIMPLE_PATH_HOPS, mode="out"))
        rows.append({"from": source, "to": target, "maxHops": SIMPLE_PATH_HOPS,
                     "paths": same(name, f"simple paths {source} to {target}", paths, theirs)})
    return {"simplePaths": rows}


def cost(g, path):
    return sum(g[u][v]["weight"] for u, v in zip(path, path[1:]))


def weighted_paths(name, g, ig):
    n = g.number_of_nodes()
    distance = [[None] * n for _ in range(n)]
    for source in range(n):
        for target, d in nx.single_source_dijkstra_path_length(g, source).items():
            distance[source][target] = d
    agree(name, "weighted distance", [-1 if d is None else d for row in distance for d in row],
          [d if math.isfinite(d) else -1 for row in ig.distances(weights="weight", mode="out") for d in row])
    rows = []
    for source, target in pairs(g, 4, 52):
        found = []
        if nx.has_path(g, source, target):
            # On until the group of equally long paths is complete: then the set of paths does not depend on ties.
            for path in nx.shortest_simple_paths(g, source, target, weight="weight"):
                if len(found) >= SHORTEST_K and cost(g, path) > found[-1][0] + 1e-9:
                    break
                found.append((cost(g, path), path))
        found.sort(key=lambda f: (round(f[0], 9), f[1]))
        every = sorted((cost(g, p) for p in nx.all_simple_paths(g, source, target)))
        agree(name, "costs by enumeration", [c for c, _ in found], every[:len(found)])
        if found:
            theirs = ig.get_k_shortest_paths(source, target, k=len(found), weights="weight", mode="out")
            agree(name, "costs by igraph", [c for c, _ in found], sorted(cost(g, p) for p in theirs))
        rows.append({"from": source, "to": target, "k": len(found), "costs": [c for c, _ in found],
                     "paths": [p for _, p in found]})
    return {"distances": distance, "kShortestPaths": rows}


def reference(name, about, g):
    ig = as_igraph(g)
    edges = sorted_edges(g)
    out = {"name": name, "about": about, "directed": g.is_directed(), "nodes": g.number_of_nodes(), "edges": edges}
    if "labels" in g.graph:
        out["labels"] = g.graph["labels"]
    is_weighted = nx.is_weighted(g)
    if is_weighted:
        out["weights"] = [g[u][v]["weight"] for u, v in edges]
    rank, rank_differs = pagerank(name, g, ig)
    eigen, eigen_differs = eigenvector(name, g, ig)
    out |= degrees(name, g, ig) | distances_based(name, g, ig) | rank | eigen | structure(name, g, ig)
    differing = {k: v for k, v in (("pagerank", rank_differs), ("eigenvector", eigen_differs)) if v}
    if differing:
        out["differing"] = differing
    out |= shortest_paths(name, g, ig) | simple_paths(name, g, ig)
    if is_weighted:
        out |= weighted_paths(name, g, ig)
    return out


# ---------------------------------------------------------------------------------------------- files


def tidy(value):
    """Floats to 15 digits: the last bits differ between machines' linear algebra."""
    if isinstance(value, float):
        return float(f"{value:.15g}")
    if isinstance(value, dict):
        return {k: tidy(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [tidy(v) for v in value]
    return value


def text(record):
    """One field a line, so that a changed value shows as one changed line."""
    line = lambda k, v: f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'), ensure_ascii=False)}"
    return "{\n" + ",\n".join(line(k, v) for k, v in record.items()) + "\n}\n"


def differences(a, b, where=""):
    if isinstance(a, dict) and isinstance(b, dict) and a.keys() == b.keys():
        for k in a:
            yield from differences(a[k], b[k], f"{where}.{k}")
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for i, (x, y) in enumerate(zip(a, b)):
            yield from differences(x, y, f"{where}[{i}]")
    elif isinstance(a, (int, float)) and isinstance(b, (int, float)) and not isinstance(a, bool):
        if not abs(a - b) <= 1e-12 * max(1.0, abs(a), abs(b)):
            yield f"{where}: {a!r} against {b!r}"
    elif a != b:
        yield f"{where}: {a!r} against {b!r}"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--check", action="store_true", help="write nothing, compare with the committed files")
    check = options.parse_args().check
    folder = HERE / "graphs"
    folder.mkdir(exist_ok=True)
    names, faults = [], []
    for name, about, g in graphs():
        assert name not in names, name
        names.append(name)
        record = tidy(reference(name, about, g))
        path = folder / f"{name}.json"
        if check:
            committed = json.loads(path.read_text()) if path.exists() else {}
            faults += differences(record, committed, name)
        else:
            path.write_text(text(record))
    index = {
        "generator": "Tests/Reference/make_reference.py",
        "versions": {"python": platform.python_version(), "networkx": nx.__version__, "igraph": igraph.__version__,
                     "numpy": np.__version__, "scipy": scipy.__version__},
        "agreement": AGREEMENT,
        "damping": DAMPING,
        "graphs": names,
    }
    if check:
        committed = json.loads((HERE / "index.json").read_text())
        faults += differences(names, committed["graphs"], "index.graphs")
        print("\n".join(faults) or f"{len(names)} graphs as committed")
        sys.exit(1 if faults else 0)
    for stale in set(folder.glob("*.json")) - {folder / f"{n}.json" for n in names}:
        stale.unlink()
    (HERE / "index.json").write_text(text(index))
    print(f"{len(names)} graphs, {sum(p.stat().st_size for p in folder.glob('*.json')) / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
