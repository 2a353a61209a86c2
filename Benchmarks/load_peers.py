#!/usr/bin/env python3
"""Loads one file with one library, the fastest way that its documentation shows, and prints
{"seconds": reading alone, without the imports, "nodes": N, "edges": M}.

Usage: python3 Benchmarks/load_peers.py el|csv|names WAY FILE      (compare_load.py runs it; WAYS lists them)
"""
import json
import sys
import time


def igraph_edges(path):
    import igraph
    return lambda: size(igraph.Graph.Read_Edgelist(path, directed=False))


def igraph_ncol(path):
    import igraph
    return lambda: size(igraph.Graph.Read_Ncol(path, names=True, weights=False, directed=False))


def igraph_pandas(path, engine="c"):
    import igraph
    import pandas

    def load():
        edges = pandas.read_csv(path, engine=engine).to_numpy()
        return size(igraph.Graph(n=int(edges.max()) + 1, edges=edges, directed=False))
    return load


def igraph_pandas_names(path, engine="c"):
    import igraph
    import pandas
    return lambda: size(igraph.Graph.DataFrame(pandas.read_csv(path, engine=engine), directed=False, use_vids=False))


def networkit_reader(path, separator, comment, continuous):
    import networkit

    def load():
        g = networkit.graphio.EdgeListReader(separator, 0, comment, continuous, False).read(path)
        return g.numberOfNodes(), g.numberOfEdges()
    return load


def networkit_arrow(path):
    import networkit
    import pandas

    def load():
        edges = pandas.read_csv(path, engine="pyarrow")
        u, v = edges["source"].to_numpy(), edges["target"].to_numpy()
        g = networkit.GraphFromCoo((u, v), n=int(max(u.max(), v.max())) + 1)
        return g.numberOfNodes(), g.numberOfEdges()
    return load


def rustworkx_reader(path, **options):
    import rustworkx

    def load():
        g = rustworkx.PyGraph.read_edge_list(path, **options)
        return g.num_nodes(), g.num_edges()
    return load


def networkx_edges(path):
    import networkx

    def load():
        g = networkx.read_edgelist(path, nodetype=int, data=False)
        return g.number_of_nodes(), g.number_of_edges()
    return load


def networkx_pandas(path):
    import networkx
    import pandas

    def load():
        g = networkx.from_pandas_edgelist(pandas.read_csv(path))
        return g.number_of_nodes(), g.number_of_edges()
    return load


def size(g):
    return g.vcount(), g.ecount()


# The comment prefix that NetworKit and rustworkx are given makes them skip the header line.
WAYS = {
    "el": {
        "igraph": ("Graph.Read_Edgelist", igraph_edges),
        "networkit": ("EdgeListReader", lambda f: networkit_reader(f, " ", "#", True)),
        "rustworkx": ("PyGraph.read_edge_list", rustworkx_reader),
        "networkx": ("read_edgelist", networkx_edges),
    },
    "csv": {
        "igraph": ("pandas.read_csv + Graph", igraph_pandas),
        "igraph-arrow": ("pandas.read_csv(engine='pyarrow') + Graph", lambda f: igraph_pandas(f, "pyarrow")),
        "networkit": ("EdgeListReader", lambda f: networkit_reader(f, ",", "s", True)),
        "networkit-arrow": ("pandas.read_csv(engine='pyarrow') + GraphFromCoo", networkit_arrow),
        "rustworkx": ("PyGraph.read_edge_list", lambda f: rustworkx_reader(f, deliminator=",", comment="source")),
        "networkx": ("pandas.read_csv + from_pandas_edgelist", networkx_pandas),
    },
    "names": {
        "igraph": ("pandas.read_csv + Graph.DataFrame", igraph_pandas_names),
        "igraph-ncol": ("Graph.Read_Ncol, of the .ncol file", igraph_ncol),
        "networkit": ("EdgeListReader(continuous=False)", lambda f: networkit_reader(f, ",", "s", False)),
        "rustworkx": ("PyGraph.read_edge_list(labels=True)",
                      lambda f: rustworkx_reader(f, deliminator=",", comment="source", labels=True)),
        "networkx": ("pandas.read_csv + from_pandas_edgelist", networkx_pandas),
    },
}

if __name__ == "__main__":
    kind, way, path = sys.argv[1:]
    load = WAYS[kind][way][1](path)
    start = time.perf_counter()
    nodes, edges = load()
    print(json.dumps({"seconds": time.perf_counter() - start, "nodes": nodes, "edges": edges}))
