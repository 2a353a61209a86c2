#!/usr/bin/env python3
"""Builds a graph of one file that make_import_data.py made with one library, the way its documentation shows, and prints
{"seconds": reading and building, without the imports, "nodes": N, "edges": M}.

Usage: python3 Benchmarks/import_peers.py NAME WAY FILE      (compare_import.py runs it; WAYS lists them)

What the libraries build is less than what LinkChart builds: no claims, no dates read, no ontology.
"""
import json
import subprocess
import sys
import time


def networkx_lines(loads, add, path):
    import networkx
    graph = networkx.MultiDiGraph()
    with open(path, "rb") as lines:
        for line in lines:
            add(graph, loads(line))
    return graph.number_of_nodes(), graph.number_of_edges()


def add_triple(graph, record):
    graph.add_edge(record["subject"], record["object"], relation=record["predicate"], statement=record["sentence"],
                   confidence=record["confidence"], source=record["source"])


def add_entity(graph, record):
    values = record["properties"]
    if record["schema"] == "Payment":
        graph.add_edge(values["payer"][0], values["beneficiary"][0], schema="Payment", amount=values["amountEur"][0],
                       date=values["date"][0])
        return
    graph.add_node(record["id"], schema=record["schema"], **{name: values[name] for name in values
                                                              if name != "addressEntity"})
    for address in values.get("addressEntity", []):
        graph.add_edge(record["id"], address, schema="address")


def lines_with(loader, add):
    def way(path):
        loads = __import__(loader).loads
        import networkx  # noqa: F401, so that its import is not timed
        return lambda: networkx_lines(loads, add, path)
    return way


def followthemoney(path):
    from followthemoney import model

    def load():
        nodes = edges = 0
        with open(path, "rb") as lines:
            for line in lines:
                proxy = model.get_proxy(json.loads(line))
                if proxy.schema.edge:
                    edges += 1
                else:
                    nodes += 1
                    edges += len(proxy.get("addressEntity", quiet=True))
        return nodes, edges
    return load


def networkx_pandas(path):
    import networkx
    import pandas

    def load():
        table = pandas.read_csv(path)
        g = networkx.from_pandas_edgelist(table, edge_attr=list(table.columns.difference(["source", "target"])) or None,
                                          create_using=networkx.MultiDiGraph)
        return g.number_of_nodes(), g.number_of_edges()
    return load


def igraph_pandas(path):
    import igraph
    import pandas

    def load():
        table = pandas.read_csv(path)
        ends = ["source", "target"]
        g = igraph.Graph.DataFrame(table[ends + list(table.columns.difference(ends))], directed=True, use_vids=False)
        return g.vcount(), g.ecount()
    return load


def networkx_nodelink(path):
    import networkx

    def load():
        with open(path, "rb") as file:
            g = networkx.node_link_graph(json.load(file), edges="edges")
        return g.number_of_nodes(), g.number_of_edges()
    return load


def networkx_reader(name):
    def way(path):
        import networkx

        def load():
            g = getattr(networkx, name)(path)
            return g.number_of_nodes(), g.number_of_edges()
        return load
    return way


def igraph_graphml(path):
    import igraph

    def load():
        g = igraph.Graph.Read_GraphML(path)
        return g.vcount(), g.ecount()
    return load


def expat_alone(path):
    """No graph: what the XML parser itself takes, calling an empty function for every element."""
    import xml.parsers.expat as expat

    def load():
        parser = expat.ParserCreate()
        parser.buffer_text = True
        counts = {"node": 0, "edge": 0}
        with open(path, "rb") as file:
            parser.ParseFile(file)
        return counts["node"], counts["edge"]
    return load


def gc(path):
    """Graphviz's own counter of nodes and edges: libcgraph in C."""
    def load():
        printed = subprocess.run(["gc", "-n", "-e", path], capture_output=True, text=True, check=True).stdout
        nodes, edges = printed.split()[:2]
        return int(nodes), int(edges)
    return load


def pygraphviz_read(path):
    import pygraphviz

    def load():
        g = pygraphviz.AGraph(path)
        return g.number_of_nodes(), g.number_of_edges()
    return load


def pydot_read(path):
    import networkx
    import pydot  # noqa: F401

    def load():
        g = networkx.nx_pydot.read_dot(path)
        return g.number_of_nodes(), g.number_of_edges()
    return load


WAYS = {
    "ftm": {"networkx-orjson": ("orjson.loads + MultiDiGraph", lines_with("orjson", add_entity)),
            "networkx-json": ("json.loads + MultiDiGraph", lines_with("json", add_entity)),
            "followthemoney": ("model.get_proxy, no graph", followthemoney)},
    "triples": {"networkx-orjson": ("orjson.loads + MultiDiGraph", lines_with("orjson", add_triple)),
                "networkx-json": ("json.loads + MultiDiGraph", lines_with("json", add_triple))},
    "claims": {"igraph": ("pandas.read_csv + Graph.DataFrame", igraph_pandas),
               "networkx": ("pandas.read_csv + from_pandas_edgelist", networkx_pandas)},
    "names": {"igraph": ("pandas.read_csv + Graph.DataFrame", igraph_pandas),
              "networkx": ("pandas.read_csv + from_pandas_edgelist", networkx_pandas)},
    "nodelink": {"networkx": ("json.load + node_link_graph", networkx_nodelink)},
    "graphml": {"expat": ("the parser alone, no graph", expat_alone),
                "igraph": ("Graph.Read_GraphML", igraph_graphml),
                "networkx": ("read_graphml", networkx_reader("read_graphml"))},
    "gexf": {"expat": ("the parser alone, no graph", expat_alone),
             "networkx": ("read_gexf", networkx_reader("read_gexf"))},
    "dot": {"gc": ("gc, libcgraph in C", gc),
            "pygraphviz": ("AGraph, libcgraph in Python", pygraphviz_read),
            "networkx": ("nx_pydot.read_dot", pydot_read)},
}

if __name__ == "__main__":
    kind, way, path = sys.argv[1:]
    load = WAYS[kind][way][1](path)
    start = time.perf_counter()
    nodes, edges = load()
    print(json.dumps({"seconds": time.perf_counter() - start, "nodes": nodes, "edges": edges}))
