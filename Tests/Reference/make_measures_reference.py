#!/usr/bin/env python3
"""What NetworkX and igraph say of the measures beyond those of make_reference.py, on the same graphs.

Usage, from the repository root, with the environment of make_reference.py:
    .build/reference/bin/python Tests/Reference/make_measures_reference.py            # write measures/*.json
    .build/reference/bin/python Tests/Reference/make_measures_reference.py --check    # recompute, compare

Where both libraries implement a measure they are asserted to agree; README.md beside this file names the fields and
the cases where definitions differ, which are null here.
"""
import argparse
import json
import sys
import warnings

import igraph
import networkx as nx
import numpy as np

from make_reference import HERE, agree, as_igraph, by_node, close, differences, same, text, tidy
from reference_graphs import graphs, sorted_edges

PAIRS = 6  # pairs of nodes that are asked about, of each graph


def simple(g):
    """Without directions and loops."""
    result = nx.Graph(g.to_undirected(as_view=True))
    result.remove_edges_from(list(nx.selfloop_edges(result)))
    return result


def pairs(g):
    """A few pairs of different nodes, spread over the graph."""
    n = g.number_of_nodes()
    found = []
    for i in range(PAIRS):
        pair = ((7 * i) % max(n, 1), (11 * i + n // 2) % max(n, 1))
        if pair[0] != pair[1] and pair not in found:
            found.append(pair)
    return found


def katz(name, g, ig):
    """Half of the largest alpha that converges; solved exactly."""
    n = g.number_of_nodes()
    a = nx.to_numpy_array(g, nodelist=range(n), weight=None)
    radius = max(abs(np.linalg.eigvals(a)), default=0)
    alpha = float(f"{0.5 / radius:.6g}") if radius > 1e-6 else 0.5
    exact = np.linalg.solve(np.eye(n) - alpha * a.T, np.ones(n)).tolist()
    theirs = by_node(g, nx.katz_centrality(g, alpha, max_iter=100_000, tol=1e-13, normalized=False, weight=None))
    return {"katzAlpha": alpha, "katz": agree(name, "katz", exact, theirs)}


def hits(name, g, ig):
    """Hubs and authorities that sum to 1, where the dominant vector is unique."""
    n = g.number_of_nodes()
    a = nx.to_numpy_array(g, nodelist=range(n), weight=None)
    values, vectors = np.linalg.eigh(a.T @ a)
    if g.number_of_edges() == 0 or n < 2 or values[-1] - values[-2] < 1e-9 * values[-1]:
        return {"authority": None, "hub": None}
    vector = np.abs(vectors[:, -1])
    vector[vector < 1e-12] = 0
    authority = (vector / vector.sum()).tolist()
    hub = np.abs(a @ np.array(authority))
    hub = (hub / hub.sum()).tolist()
    hubs, authorities = nx.hits(g, max_iter=10_000, tol=1e-14)
    agree(name, "authority", authority, [v if abs(v) > 1e-12 else 0.0 for v in by_node(g, authorities)])
    agree(name, "hub", hub, [v if abs(v) > 1e-12 else 0.0 for v in by_node(g, hubs)])
    return {"authority": authority, "hub": hub}


def structural_holes(name, g, ig):
    """Burt's constraint and effective size without loops; null for nodes without neighbours."""
    plain = nx.DiGraph(g) if g.is_directed() else nx.Graph(g)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    def listed(values):
        return [None if values[v] is None or np.isnan(values[v]) else float(values[v])
                for v in range(g.number_of_nodes())]
    constraint = listed(nx.constraint(plain))
    # NetworkX takes it that a neighbour is one by an outgoing link; without directions the two agree.
    if not g.is_directed():
        others = as_igraph(plain).constraint()
        agree(name, "constraint", [c or 0 for c in constraint], [0 if np.isnan(c) else c for c in others])
    # Asked node by node: for all nodes at once NetworkX 3.6 divides by the strongest tie of the wrong node.
    return {"constraint": constraint, "effectiveSize": listed(nx.effective_size(plain, nodes=list(plain)))}


def triangles(name, g, ig):
    plain = simple(g)
    other = as_igraph(plain)
    clustering = by_node(plain, nx.clustering(plain))
    agree(name, "clustering", clustering, other.transitivity_local_undirected(mode="zero"))
    transitivity = nx.transitivity(plain)
    theirs = other.transitivity_undirected(mode="zero")
    agree(name, "transitivity", [transitivity], [theirs])
    return {
        "triangles": by_node(plain, nx.triangles(plain)),
        "clustering": clustering,
        "transitivity": transitivity,
        "averageClustering": float(np.mean(clustering)) if clustering else 0.0,
    }


def edge_betweenness(name, g, ig):
    edges = sorted_edges(g)
    def listed(values):
        return [values[e] if e in values else values[e[::-1]] for e in edges]
    out = {"edgeBetweenness": listed(nx.edge_betweenness_centrality(g, normalized=False))}
    if edges and not nx.number_of_selfloops(g):
        agree(name, "edgeBetweenness", out["edgeBetweenness"], ig.edge_betweenness(directed=g.is_directed()))
    if nx.is_weighted(g) and edges and min(d["weight"] for *_, d in g.edges(data=True)) > 0:
        betweenness = by_node(g, nx.betweenness_centrality(g, normalized=False, weight="weight"))
        agree(name, "weightedBetweenness", betweenness, ig.betweenness(weights="weight", directed=g.is_directed()))
        out["weightedBetweenness"] = betweenness
        weighted = listed(nx.edge_betweenness_centrality(g, normalized=False, weight="weight"))
        agree(name, "weightedEdgeBetweenness", weighted,
              ig.edge_betweenness(weights="weight", directed=g.is_directed()))
        out["weightedEdgeBetweenness"] = weighted
    return out


def distances(name, g, ig):
    """Greatest distance to a node that is reached, and the mean over ordered pairs that are."""
    rows = dict(nx.all_pairs_shortest_path_length(g))
    lengths = [d for row in rows.values() for d in row.values() if d > 0]
    eccentricity = [max(rows[v].values()) for v in range(g.number_of_nodes())]
    agree(name, "eccentricity", eccentricity, ig.eccentricity(mode="out"))
    same(name, "diameter", max(eccentricity, default=0), ig.diameter(directed=g.is_directed(), unconn=True))
    mean = float(np.mean(lengths)) if lengths else None
    if lengths:
        agree(name, "averagePathLength", [mean], [ig.average_path_length(directed=g.is_directed(), unconn=True)])
    return {"eccentricity": eccentricity, "averagePathLength": mean, "reachedPairs": len(lengths)}


def personalized(name, g, ig):
    """Back to node 0 once and the last node twice as often; also from where nothing leads on."""
    n = g.number_of_nodes()
    home = {0: 1.0, n - 1: 2.0} if n > 1 else {0: 1.0}
    values = by_node(g, nx.pagerank(g, 0.85, personalization=home, tol=1e-15, max_iter=10_000, weight=None))
    a = nx.to_numpy_array(g, nodelist=range(n), weight=None)
    start = np.zeros(n)
    for v, w in home.items():
        start[v] = w / sum(home.values())
    row = a.sum(axis=1, keepdims=True)
    step = np.where(row > 0, a / np.where(row > 0, row, 1), start)
    exact = np.linalg.solve(np.eye(n) - 0.85 * step.T, 0.15 * start).tolist()
    return {"personalizedPageRank": agree(name, "personalizedPageRank", exact, values)}


def directed_census(name, g, ig):
    if not g.is_directed() or nx.number_of_selfloops(g):
        return {}
    census = nx.triadic_census(g)
    theirs = ig.triad_census()
    names = ["003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U", "120C",
             "210", "300"]
    if g.number_of_nodes() > 2:
        values = [getattr(theirs, f"t{n}") for n in names]
        same(name, "triadCensus", [census[n] for n in names], values)
    out = {"triadCensus": {n: census[n] for n in names}}
    if g.number_of_edges():
        out["reciprocity"] = nx.overall_reciprocity(g)
        agree(name, "reciprocity", [out["reciprocity"]], [ig.reciprocity()])
    return out


def dominators(name, g, ig):
    """The immediate dominator of every node on ways from node 0; -1 for those out of reach and for node 0."""
    found = nx.immediate_dominators(g, 0) if g.is_directed() else None
    if found is None:
        return {}
    listed = [found[v] if v in found and found[v] is not None and v != 0 else -1 for v in range(g.number_of_nodes())]
    theirs = [v if v >= 0 and i != 0 else -1 for i, v in enumerate(ig.dominator(0))]
    return {"immediateDominators": same(name, "immediateDominators", listed, theirs)}


def blocks(name, g, ig):
    plain = simple(g)
    found = sorted(sorted(block) for block in nx.biconnected_components(plain))
    theirs = sorted(sorted(block) for block in as_igraph(plain).biconnected_components())
    return {"blocks": same(name, "blocks", found, theirs)}


def cuts(name, g, ig):
    plain = nx.DiGraph(g) if g.is_directed() else nx.Graph(g)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    other = as_igraph(plain)
    out = []
    for s, t in pairs(plain):
        edge = len(nx.minimum_edge_cut(plain, s, t)) if nx.has_path(plain, s, t) else 0
        same(name, "edgeCut", edge, int(other.mincut_value(s, t)))
        node = None
        if not plain.has_edge(s, t):
            node = nx.node_connectivity(plain, s, t)
            same(name, "nodeCut", node, other.vertex_connectivity(s, t, neighbors="negative"))
        out.append({"from": s, "to": t, "edgeCut": edge, "nodeCut": node})
    return {"cuts": out}


def truss(name, g, ig):
    """The greatest k whose k-truss has the edge, of the simple graph; edges as sorted pairs."""
    plain = simple(g)
    numbers = {tuple(sorted(e)): 2 for e in plain.edges}
    k = 3
    while (part := nx.k_truss(plain, k)).number_of_edges():
        for e in part.edges:
            numbers[tuple(sorted(e))] = k
        k += 1
    return {"truss": [[*e, n] for e, n in sorted(numbers.items())]}


def similarity(name, g, ig):
    plain = simple(g)
    asked = pairs(plain)
    def listed(f):
        return [p for *_, p in f(plain, asked)]
    jaccard = listed(nx.jaccard_coefficient)
    agree(name, "jaccard", jaccard, as_igraph(plain).similarity_jaccard(pairs=asked, loops=False) if asked else [])
    return {
        "pairs": asked,
        "jaccard": jaccard,
        "adamicAdar": listed(nx.adamic_adar_index),
        "resourceAllocation": listed(nx.resource_allocation_index),
        "preferentialAttachment": listed(nx.preferential_attachment),
    }


def division(name, g, ig):
    """Modularity of the parts i mod 3, without directions and loops, and the conductance of each part."""
    plain = simple(g)
    n = plain.number_of_nodes()
    if not plain.number_of_edges():
        return {"modularityOfThirds": None}
    parts = [part for part in ([v for v in range(n) if v % 3 == i] for i in range(3)) if part]
    modularity = nx.community.modularity(plain, parts)
    agree(name, "modularity", [modularity], [as_igraph(plain).modularity([v % 3 for v in range(n)])])
    def conductance(part):
        rest = set(range(n)) - set(part)
        inner, outer = nx.volume(plain, part), nx.volume(plain, rest)
        return nx.conductance(plain, part) if min(inner, outer) else None
    return {
        "modularityOfThirds": modularity,
        "modularityOfThirdsAtResolutionHalf": nx.community.modularity(plain, parts, resolution=0.5),
        "conductanceOfThirds": [conductance(part) for part in parts],
    }


MEASURES = [katz, hits, structural_holes, triangles, edge_betweenness, distances, personalized, directed_census,
            dominators, blocks, cuts, truss, similarity, division]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--check", action="store_true", help="write nothing, compare with the committed files")
    check = options.parse_args().check
    folder = HERE / "measures"
    folder.mkdir(exist_ok=True)
    faults, count = [], 0
    for name, _, g in graphs():
        count += 1
        ig = as_igraph(g)
        record = {"name": name}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # NetworkX regards weights unless told not to; only one measure here is about them.
            bare = g.__class__()
            bare.add_nodes_from(range(g.number_of_nodes()))
            bare.add_edges_from(g.edges)
            for measure in MEASURES:
                record |= measure(name, g if measure is edge_betweenness else bare, ig)
        record = json.loads(json.dumps(tidy(record)))
        path = folder / f"{name}.json"
        if check:
            faults += differences(record, json.loads(path.read_text()) if path.exists() else {}, name)
        else:
            path.write_text(text(record))
    if check:
        print("\n".join(faults) or f"{count} graphs as committed")
        sys.exit(1 if faults else 0)
    print(f"{count} graphs, {sum(p.stat().st_size for p in folder.glob('*.json')) / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
