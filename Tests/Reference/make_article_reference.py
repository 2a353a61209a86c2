#!/usr/bin/env python3
"""Ranks, chains, components and cuts of graphs/afghanistan.linkchart.yaml, computed by NetworkX and igraph.

Usage: make_article_reference.py ONTOLOGY.json > article.json

Reads the YAML with PyYAML and the flow of each relation from the ontology's JSON, so that nothing of LinkChart takes
part. The projections follow rule 8 of the ontology: established edges only (a claim asserted, confirmed or estimated,
or no claim at all); facts = as written; mechanism = without summary relations, along the flow, both ways where the
flow goes both ways. Needs networkx, igraph, numpy, PyYAML.
"""
import json
import os
import sys

import igraph
import networkx as nx
import numpy as np
import yaml

here = os.path.dirname(os.path.abspath(__file__))
graph = yaml.safe_load(open(os.path.join(here, "../../graphs/afghanistan.linkchart.yaml"), encoding="utf-8"))
ontology = {r["name"]: r for r in json.load(open(sys.argv[1], encoding="utf-8"))["relations"]}

nodes = [n["id"] for n in graph["sources"] + graph["nodes"]]
ESTABLISHING = {"asserted", "confirmed", "estimated"}


def is_established(edge):
    claims = edge.get("claims", [])
    return not claims or any(c.get("modality", "asserted") in ESTABLISHING for c in claims)


def arcs(projection):
    """(from, to, number of the edge, written that way round) for every arc."""
    for number, edge in enumerate(graph["edges"]):
        if not is_established(edge):
            continue
        source, target, relation = edge["from"], edge["to"], ontology[edge["relation"]]
        if projection == "facts":
            yield source, target, number, True
            continue
        if relation["summary"] or relation["flow"] == "none":
            continue
        if relation["flow"] in ("forward", "both"):
            yield source, target, number, True
        if relation["flow"] in ("reverse", "both"):
            yield target, source, number, False


def digraph(projection):
    g = nx.DiGraph()
    g.add_nodes_from(nodes)
    g.add_edges_from((a, b) for a, b, _, _ in arcs(projection))
    return g


def agree(a, b, what):
    for node in nodes:
        assert abs(a[node] - b[node]) <= 1e-9 * max(1, abs(a[node])), (what, node, a[node], b[node])
    return a


def exact_pagerank(g, damping=0.85):
    n = len(nodes)
    index = {v: i for i, v in enumerate(nodes)}
    m = np.zeros((n, n))
    for v in nodes:
        out = list(g.successors(v))
        for w in out:
            m[index[w], index[v]] = 1 / len(out)
        if not out:
            m[:, index[v]] = 1 / n
    x = np.linalg.solve(np.eye(n) - damping * m, np.full(n, (1 - damping) / n))
    return {v: float(x[index[v]]) for v in nodes}


def measures(g):
    index = {v: i for i, v in enumerate(nodes)}
    ig = igraph.Graph(len(nodes), [(index[a], index[b]) for a, b in g.edges], directed=g.is_directed())
    named = lambda values: dict(zip(nodes, values))
    result = {"degree": agree(dict(g.degree), named(ig.degree()), "degree")}
    if g.is_directed():
        result["inDegree"] = agree(dict(g.in_degree), named(ig.indegree()), "inDegree")
        result["outDegree"] = agree(dict(g.out_degree), named(ig.outdegree()), "outDegree")
    result["betweenness"] = agree(
        nx.betweenness_centrality(g, normalized=False), named(ig.betweenness()), "betweenness")
    result["closeness"] = nx.closeness_centrality(g)
    harmonic = named([h * (len(nodes) - 1) for h in ig.harmonic_centrality(mode="in")])
    result["harmonic"] = agree(nx.harmonic_centrality(g), harmonic, "harmonic")
    if g.is_directed():
        exact = exact_pagerank(g)
        agree(exact, nx.pagerank(g, tol=1e-14, max_iter=10000), "pagerank nx")
        result["pagerank"] = agree(exact, named(ig.pagerank()), "pagerank igraph")
    simple = nx.Graph(g.to_undirected())
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    result["core"] = nx.core_number(simple)
    return result


def structure(g):
    simple = nx.Graph(g.to_undirected())
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    index = {v: i for i, v in enumerate(nodes)}
    ig = igraph.Graph([(index[a], index[b]) for a, b in simple.edges], directed=False)
    result = {
        "triangles": sum(nx.triangles(simple).values()) // 3, "transitivity": nx.transitivity(simple),
        "averageClustering": nx.average_clustering(simple), "deepestCore": max(nx.core_number(simple).values()),
        "reciprocity": nx.overall_reciprocity(g),
    }
    assert abs(result["transitivity"] - ig.transitivity_undirected()) < 1e-12
    return result


def cuts(source, target):
    """Sizes of the minimum cuts, NetworkX's and igraph's: parallel links count for the edges, not for the nodes."""
    index = {v: i for i, v in enumerate(nodes)}
    ig = igraph.Graph([(index[a], index[b]) for a, b, _, _ in arcs("mechanism")], directed=True)
    if ig.vcount() < len(nodes):
        ig.add_vertices(len(nodes) - ig.vcount())
    node_cut = len(nx.minimum_node_cut(mechanism, source, target))
    assert node_cut == ig.vertex_connectivity(index[source], index[target])
    return {
        "from": source, "to": target, "nodeCut": node_cut,
        "edgeCut": ig.edge_connectivity(index[source], index[target]),
    }


def chains(source, target, most):
    multi = nx.MultiDiGraph()
    multi.add_nodes_from(nodes)
    for a, b, number, forward in arcs("mechanism"):
        multi.add_edge(a, b, key=(number, forward))
    paths = []
    for path in nx.all_simple_edge_paths(multi, source, target, cutoff=most):
        paths.append({
            "nodes": [path[0][0]] + [b for _, b, _ in path],
            "edges": [{
                "from": graph["edges"][k]["from"], "relation": graph["edges"][k]["relation"],
                "to": graph["edges"][k]["to"], "forward": f,
            } for _, _, (k, f) in path],
        })
    return sorted(paths, key=lambda p: (len(p["edges"]), json.dumps(p)))


facts, mechanism = digraph("facts"), digraph("mechanism")
undirected = nx.Graph(mechanism.to_undirected())
links = nx.MultiGraph()
links.add_nodes_from(nodes)
seen = set()
for a, b, number, _ in arcs("mechanism"):
    if number not in seen:
        seen.add(number)
        links.add_edge(a, b, key=number)
once = nx.Graph(links)
single = [(a, b) for a, b in nx.bridges(once) if links.number_of_edges(a, b) == 1]

json.dump({
    "generator": "make_article_reference.py",
    "versions": {"networkx": nx.__version__, "igraph": igraph.__version__, "numpy": np.__version__},
    "nodes": len(nodes),
    "edges": len(graph["edges"]),
    "claims": sum(len(e.get("claims", [])) for e in graph["edges"]),
    "established": sum(is_established(e) for e in graph["edges"]),
    "facts": measures(facts),
    "mechanism": measures(mechanism),
    "mechanismUndirected": measures(undirected),
    "weakComponents": sorted(sorted(c) for c in nx.weakly_connected_components(facts)),
    "strongComponents": sorted(sorted(c) for c in nx.strongly_connected_components(facts)),
    "articulationPoints": sorted(nx.articulation_points(once)),
    "bridges": sorted(sorted(b) for b in single),
    "structure": structure(facts),
    "cuts": [cuts("afghanistan", "china"), cuts("taliban", "united-states"), cuts("iraq", "central-asia")],
    "chains": [
        {"from": a, "to": b, "maxHops": h, "paths": chains(a, b, h)}
        for a, b, h in [
            ("afghanistan", "china", 4), ("afghanistan", "pakistan", 3), ("taliban", "united-states", 5),
            ("iraq", "central-asia", 4),
        ]
    ],
}, sys.stdout, indent=1, ensure_ascii=False)
print()
