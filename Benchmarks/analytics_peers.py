#!/usr/bin/env python3
"""One library, one graph, some tasks, inside one process: prints a JSON line a task, as AnalyticsBenchmark does.

Usage: analytics_peers.py LIBRARY BASE TASK[,TASK...] [--threads N] [--reps N] [--limit SECONDS]
BASE is a file of make_data.py without its ending; LIBRARY one of igraph, networkit, rustworkx, graph-tool.

Each task sums its answer up in a line, the same for all, so that a fast wrong answer shows. Each library is used the
fastest way that its documentation shows. What a library can't do is left out without a word.
"""
import argparse
import json
import os
import pathlib
import resource
import signal
import statistics
import sys
import time

arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument("peer", metavar="LIBRARY")
arguments.add_argument("base")
arguments.add_argument("tasks")
arguments.add_argument("--threads", type=int, default=1)
arguments.add_argument("--reps", type=int, default=3)
arguments.add_argument("--limit", type=float, default=120, help="seconds that one answer may take")
GIVEN = arguments.parse_args()
for name in ("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = str(GIVEN.threads)

import numpy as np  # noqa: E402  it reads the numbers of threads as it is imported

ABOUT = json.loads(pathlib.Path(f"{GIVEN.base}.json").read_text())
N, SOURCES, PAIRS = ABOUT["n"], ABOUT["sources"], ABOUT["pairs"]
WEIGHTED, DIRECTED = {"sssp4", "yen"}, {"scc"}


def path(kind):
    directed = f"{GIVEN.base}.d.el"
    if kind == "directed" and os.path.exists(directed):
        return directed
    return GIVEN.base + (".wel" if kind == "weighted" else ".el")


def total(distances):
    d = np.asarray(distances, float)
    return int(d[np.isfinite(d) & (d < 1e18) & (d < 2**31 - 1) & (d >= 0)].sum())


def top_five(scores):
    x = np.nan_to_num(np.asarray(scores, float))
    best = np.argsort(-x, kind="stable")[:5]
    return f"top5={','.join(map(str, best))} max={x[best[0]]:.6g} sum={x.sum():.6g}"


def cores(x):
    x = np.asarray(x)
    return f"max={int(x.max())} sum={int(x.sum())}"


def best_hundred(scores):
    x = np.asarray(scores, float)
    best = -np.sort(-(x if len(x) <= 100 else -np.partition(-x, 99)[:100]))
    return f"max={best[0]:.6g} sum100={best.sum():.6g}"


class Igraph:
    def load(self, kind):
        import igraph
        if kind == "weighted":
            import pandas
            table = pandas.read_csv(path(kind), sep=" ", header=None).values
            graph = igraph.Graph(n=N, edges=table[:, :2])
            graph.es["weight"] = table[:, 2].tolist()
            return graph
        return igraph.Graph.Read_Edgelist(path(kind), directed=kind == "directed")

    def bfs16(self, g):
        return sum(total(row) for row in g.distances(source=SOURCES[:16]))

    def sssp4(self, g):
        return sum(total(row) for row in g.distances(source=SOURCES[:4], weights="weight"))

    def yen(self, g):
        cost = g.es["weight"]
        return int(sum(sum(cost[e] for e in p) for a, b in PAIRS
                       for p in g.get_k_shortest_paths(a, to=b, k=10, weights="weight", output="epath")))

    def pagerank(self, g):
        return top_five(g.pagerank(damping=0.85))

    def wcc(self, g):
        return len(g.connected_components(mode="weak"))

    def scc(self, g):
        return len(g.connected_components(mode="strong"))

    def bc(self, g):
        return top_five(g.betweenness())

    def bc16(self, g):
        return top_five(g.betweenness(sources=SOURCES[:16]))

    def harmonic(self, g):
        return top_five(g.harmonic_centrality(normalized=False))

    def closeness(self, g):
        return top_five(g.closeness())

    def core(self, g):
        return cores(g.coreness())

    def artic(self, g):
        return f"art={len(g.articulation_points())}"

    def constraint(self, g):
        return f"sum={sum(x for x in g.constraint() if x == x):.6g}"

    def leiden(self, g):
        return communities(g.community_leiden(objective_function="modularity", n_iterations=3))

    def louvain(self, g):
        return communities(g.community_multilevel())

    def jaccard100(self, g):
        near = g.neighborhood(order=2, mindist=2)
        pairs = [(u, v) for u, row in enumerate(near) for v in row if u < v]
        return best_hundred(g.similarity_jaccard(pairs=pairs))

    def rewire(self, g):
        copy = g.copy()
        copy.rewire(n=10 * g.ecount())
        return f"links={copy.ecount()}"


def communities(found):
    return f"Q={found.modularity:.4f} k={len(found)}"


class Networkit:
    def __init__(self):
        import networkit
        self.k = networkit
        networkit.setNumberOfThreads(GIVEN.threads)

    def load(self, kind):
        if kind == "weighted":
            return self.k.readGraph(path(kind), self.k.Format.EdgeList, separator=" ", firstNode=0, continuous=True,
                                    directed=False)
        return self.k.graphio.EdgeListReader(" ", 0, "#", True, kind == "directed").read(path(kind))

    def ran(self, algorithm):
        algorithm.run()
        return algorithm

    def bfs16(self, g):
        return sum(total(self.ran(self.k.distance.BFS(g, s, False)).getDistances()) for s in SOURCES[:16])

    def sssp4(self, g):
        return sum(total(self.ran(self.k.distance.Dijkstra(g, s, False)).getDistances()) for s in SOURCES[:4])

    def pagerank(self, g):
        centrality = self.k.centrality
        rank = centrality.PageRank(g, 0.85, 1e-6, distributeSinks=centrality.SinkHandling.DistributeSinks)
        rank.norm = centrality.Norm.L1_NORM
        return top_five(self.ran(rank).scores())

    def wcc(self, g):
        parts = self.k.components
        kind = parts.ParallelConnectedComponents if GIVEN.threads > 1 else parts.ConnectedComponents
        return self.ran(kind(g)).numberOfComponents()

    def scc(self, g):
        return self.ran(self.k.components.StronglyConnectedComponents(g)).numberOfComponents()

    def bc(self, g):
        return top_five([x / 2 for x in self.ran(self.k.centrality.Betweenness(g)).scores()])

    def harmonic(self, g):
        return top_five(self.ran(self.k.centrality.HarmonicCloseness(g, False)).scores())

    def closeness(self, g):
        kind = self.k.centrality.ClosenessVariant.GENERALIZED
        return top_five(self.ran(self.k.centrality.Closeness(g, True, kind)).scores())

    def core(self, g):
        return cores(self.ran(self.k.centrality.CoreDecomposition(g)).scores())

    def tri(self, g):
        g.indexEdges()
        return int(sum(self.ran(self.k.sparsification.TriangleEdgeScore(g)).scores()) // 3)

    def divided(self, algorithm, g):
        found = self.ran(algorithm).getPartition()
        return f"Q={self.k.community.Modularity().getQuality(found, g):.4f} k={found.numberOfSubsets()}"

    def leiden(self, g):
        return self.divided(self.k.community.ParallelLeiden(g, iterations=3), g)

    def louvain(self, g):
        return self.divided(self.k.community.PLM(g, False), g)

    def predicted(self, algorithm, g):
        pairs = self.k.linkprediction.MissingLinksFinder(g).findAtDistance(2)
        return best_hundred([score for _, score in algorithm(g).runOn(pairs)])

    def jaccard100(self, g):
        return self.predicted(self.k.linkprediction.JaccardIndex, g)

    def adamicadar100(self, g):
        return self.predicted(self.k.linkprediction.AdamicAdarIndex, g)

    def rewire(self, g):
        algorithm = self.ran(self.k.randomization.EdgeSwitching(g, 10, False))
        return f"links={algorithm.getGraph().numberOfEdges()}"


class Rustworkx:
    def __init__(self):
        import rustworkx
        self.r = rustworkx

    def load(self, kind):
        graph = self.r.PyDiGraph if kind == "directed" else self.r.PyGraph
        if kind != "weighted":
            return graph.read_edge_list(path(kind))
        import pandas
        table = pandas.read_csv(path(kind), sep=" ", header=None)
        made = graph(multigraph=False)
        made.add_nodes_from(range(N))
        made.add_edges_from(list(zip(table[0].tolist(), table[1].tolist(), table[2].astype(float).tolist())))
        return made

    def in_order(self, mapping):
        return [mapping[i] for i in range(N)]

    def bfs16(self, g):
        return sum(sum(i * len(layer) for i, layer in enumerate(self.r.bfs_layers(g, [s]))) for s in SOURCES[:16])

    def sssp4(self, g):
        return sum(int(sum(self.r.dijkstra_shortest_path_lengths(g, s, float).values())) for s in SOURCES[:4])

    def wcc(self, g):
        return self.r.number_connected_components(g)

    def scc(self, g):
        return len(self.r.strongly_connected_components(g))

    def bc(self, g):
        return top_five(self.in_order(self.r.betweenness_centrality(g, normalized=False)))

    def closeness(self, g):
        return top_five(self.in_order(self.r.closeness_centrality(g)))

    def core(self, g):
        return cores(list(self.r.core_number(g).values()))

    def artic(self, g):
        return f"art={len(self.r.articulation_points(g))}"


class GraphTool:
    def __init__(self):
        import graph_tool.all as graph_tool
        self.g = graph_tool
        graph_tool.openmp_set_num_threads(GIVEN.threads)

    def values(self, property_map):
        return np.array(property_map.a)

    def load(self, kind):
        weight = {"eprop_types": ["int"], "eprop_names": ["weight"]} if kind == "weighted" else {}
        return self.g.load_graph_from_csv(path(kind), directed=kind == "directed", hashed=False,
                                          csv_options={"delimiter": " "}, **weight)

    def bfs16(self, g):
        return sum(total(self.values(self.g.shortest_distance(g, g.vertex(s)))) for s in SOURCES[:16])

    def sssp4(self, g):
        return sum(total(self.values(self.g.shortest_distance(g, g.vertex(s), weights=g.ep["weight"])))
                   for s in SOURCES[:4])

    def pagerank(self, g):
        return top_five(self.values(self.g.pagerank(g, 0.85, epsilon=1e-6)))

    def wcc(self, g):
        return len(self.g.label_components(g, directed=False)[1])

    def scc(self, g):
        return len(self.g.label_components(g, directed=True)[1])

    def bc(self, g):
        return top_five(self.values(self.g.betweenness(g, norm=False)[0]))

    def bc16(self, g):
        return top_five(self.values(self.g.betweenness(g, pivots=SOURCES[:16], norm=False)[0]))

    def harmonic(self, g):
        return top_five(self.values(self.g.closeness(g, norm=False, harmonic=True)))

    def closeness(self, g):
        return top_five(self.values(self.g.closeness(g)))

    def core(self, g):
        return cores(self.values(self.g.kcore_decomposition(g)))

    def tri(self, g):
        return int(self.g.global_clustering(g, ret_counts=True)[1])

    def artic(self, g):
        return f"art={int(self.values(self.g.label_biconnected_components(g)[1]).sum())}"


PEERS = {"igraph": Igraph, "networkit": Networkit, "rustworkx": Rustworkx, "graph-tool": GraphTool}


class TooLong(Exception):
    pass


def too_long(*_):
    raise TooLong


def main():
    signal.signal(signal.SIGALRM, too_long)
    # Fail rather than swap.
    resource.setrlimit(resource.RLIMIT_AS, (14 << 30, 14 << 30))
    peer = PEERS[GIVEN.peer]()
    loaded, graph, load = None, None, 0
    for task in GIVEN.tasks.split(","):
        if not hasattr(peer, task):
            continue
        record = {"tool": GIVEN.peer, "task": task, "threads": GIVEN.threads}
        # Who listens stops us by force, should a library not let Python stop it.
        print(json.dumps({"begins": task}), flush=True)
        try:
            signal.setitimer(signal.ITIMER_REAL, GIVEN.limit * 3)
            kind = "weighted" if task in WEIGHTED else "directed" if task in DIRECTED else "plain"
            if kind != loaded:
                graph = None
                start = time.perf_counter()
                graph, loaded = peer.load(kind), kind
                load = time.perf_counter() - start
            times = []
            for _ in range(GIVEN.reps):
                signal.setitimer(signal.ITIMER_REAL, GIVEN.limit)
                start = time.perf_counter()
                answer = getattr(peer, task)(graph)
                times.append(time.perf_counter() - start)
                if times[0] > 8:
                    break
            record |= {"load_s": load, "algo_s": statistics.median(times), "checksum": str(answer)}
        except TooLong:
            record["failure"] = f"more than {GIVEN.limit:.0f} s"
        except Exception as failure:  # whatever a library throws belongs in the table, not in a traceback
            record["failure"] = f"{type(failure).__name__}: {str(failure)[:100]}"
        signal.setitimer(signal.ITIMER_REAL, 0)
        print(json.dumps(record), flush=True)


if __name__ == "__main__":
    sys.exit(main())
