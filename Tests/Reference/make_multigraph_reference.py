#!/usr/bin/env python3
"""What NetworkX makes of parallel edges and loops: multigraphs.json, for the tests of LinkChartAnalytics.

Usage: as make_reference.py beside this file. Distances and the number of shortest paths go by distinct neighbours there;
degree and PageRank count every parallel edge; the eigenvector is that of the matrix of edge counts.
"""
import json
import pathlib
import random

import networkx as nx
import numpy as np

PAGERANK = dict(alpha=0.85, tol=1e-15, max_iter=100_000)


def multigraphs():
    for seed in range(1, 9):
        rng = random.Random(seed)
        directed = seed % 2 == 0
        n = rng.randint(4, 12)
        g = (nx.MultiDiGraph if directed else nx.MultiGraph)()
        g.add_nodes_from(range(n))
        for _ in range(rng.randint(n, 3 * n)):
            u, v = rng.randrange(n), rng.randrange(n)
            if u == v and rng.random() < 0.5:
                continue
            for _ in range(rng.choice([1, 1, 1, 2, 3])):
                g.add_edge(u, v)
        yield f"{'directed' if directed else 'undirected'}-{seed}", g


def eigenvector(g):
    """The dominant left eigenvector of the edge counts, or null if it is not simple or there is no cycle."""
    a = nx.to_numpy_array(g, nodelist=range(len(g)))
    values, vectors = np.linalg.eig(a.T)
    order = np.argsort(-values.real)
    first, second = values[order[0]].real, values[order[1]].real
    if first < 1e-9 or first - second < 1e-6:
        return None
    vector = vectors[:, order[0]].real
    vector = vector * np.sign(vector.sum()) / np.linalg.norm(vector)
    vector[abs(vector) < 1e-13] = 0
    assert vector.min() >= 0
    return vector.tolist()


def by_node(g, values):
    return [values[v] for v in range(len(g))]


def reference(name, g):
    degree = by_node(g, dict(g.degree))
    # Arcs both ways between two nodes are two edges; `to_undirected` would make them one.
    undirected = nx.MultiGraph(list(g.edges(keys=False)))
    undirected.add_nodes_from(g)
    plain = nx.Graph(undirected)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    return {
        "name": name, "directed": g.is_directed(), "nodes": len(g), "edges": sorted(map(list, g.edges(keys=False))),
        "degree": degree,
        "inDegree": by_node(g, dict(g.in_degree)) if g.is_directed() else degree,
        "outDegree": by_node(g, dict(g.out_degree)) if g.is_directed() else degree,
        "betweenness": by_node(g, nx.betweenness_centrality(g, normalized=False)),
        "closeness": by_node(g, nx.closeness_centrality(g)),
        "harmonic": by_node(g, nx.harmonic_centrality(g)),
        "pagerank": by_node(g, nx.pagerank(g, **PAGERANK)),
        "eigenvector": eigenvector(g),
        "core": by_node(g, nx.core_number(plain)),
        "bridges": sorted(sorted(e[:2]) for e in nx.bridges(undirected)),
    }


def tidy(value):
    if isinstance(value, float):
        return float(f"{value:.15g}")
    if isinstance(value, dict):
        return {k: tidy(v) for k, v in value.items()}
    return [tidy(v) for v in value] if isinstance(value, list) else value


if __name__ == "__main__":
    lines = [json.dumps(tidy(reference(name, g)), separators=(",", ":")) for name, g in multigraphs()]
    path = pathlib.Path(__file__).resolve().parent / "multigraphs.json"
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n")
    print(f"{len(lines)} multigraphs")
