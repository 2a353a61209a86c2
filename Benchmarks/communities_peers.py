#!/usr/bin/env python3
"""Communities of an edge list of numbers by igraph or NetworKit: a contender of compare_communities.py.

Usage: communities_peers.py WAY FILE SEEDS, such as: communities_peers.py igraph-leiden-2 kron16.el 1,2,3

Reads the graph once and looks for communities once for each seed. Prints a JSON object: for each seed the seconds of
processor time of the search alone (all use one thread), the modularity and how many communities there are. Modularity
is computed by igraph for all.
"""
import json
import random
import sys
import time

# Way of looking: how a table calls it, and what others in the table do the same.
WAYS = {
    "igraph-leiden-2": ("leiden", "`community_leiden(n_iterations=2)`"),
    "igraph-leiden-end": ("leiden", "`community_leiden(n_iterations=-1)`"),
    "networkit-leiden": ("leiden", "`ParallelLeiden(iterations=3)`"),
    "igraph-louvain": ("louvain", "`community_multilevel()`"),
    "networkit-louvain": ("louvain", "`PLM()`"),
    "igraph-labels": ("labelPropagation", "`community_label_propagation()`"),
    "networkit-labels": ("labelPropagation", "`PLP()`"),
}


def read_igraph(path):
    import igraph
    with open(path) as file:
        edges = [tuple(map(int, line.split())) for line in file]
    graph = igraph.Graph(edges=edges, directed=False)
    return graph.simplify()


def igraph_search(way, graph):
    if way == "igraph-leiden-2":
        return graph.community_leiden(objective_function="modularity", n_iterations=2)
    if way == "igraph-leiden-end":
        return graph.community_leiden(objective_function="modularity", n_iterations=-1)
    return graph.community_multilevel() if way == "igraph-louvain" else graph.community_label_propagation()


def run_igraph(way, path, seeds):
    graph = read_igraph(path)
    for seed in seeds:
        random.seed(seed)  # igraph draws from Python's generator
        start = time.process_time()
        found = igraph_search(way, graph)
        yield time.process_time() - start, graph.modularity(found.membership), len(found)


def run_networkit(way, path, seeds):
    import networkit
    networkit.setNumberOfThreads(1)
    graph = networkit.graphio.EdgeListReader(" ", 0, directed=False).read(path)
    graph.removeMultiEdges()
    plain = read_igraph(path)
    for seed in seeds:
        networkit.engineering.setSeed(seed, False)
        search = {"networkit-leiden": lambda: networkit.community.ParallelLeiden(graph, iterations=3),
                  "networkit-louvain": lambda: networkit.community.PLM(graph, refine=False),
                  "networkit-labels": lambda: networkit.community.PLP(graph)}[way]()
        start = time.process_time()
        search.run()
        seconds = time.process_time() - start
        found = search.getPartition()
        membership = found.getVector()
        yield seconds, plain.modularity(membership[:plain.vcount()]), found.numberOfSubsets()


def main():
    way, path, seeds = sys.argv[1], sys.argv[2], [int(seed) for seed in sys.argv[3].split(",")]
    search = run_igraph if way.startswith("igraph") else run_networkit
    rows = list(search(way, path, seeds))
    print(json.dumps({"seconds": [r[0] for r in rows], "modularity": [r[1] for r in rows],
                      "communities": [r[2] for r in rows]}))


if __name__ == "__main__":
    main()
