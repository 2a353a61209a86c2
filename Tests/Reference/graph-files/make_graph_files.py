#!/usr/bin/env python3
"""Writes reference.json: what NetworkX and igraph read from files of GraphML, GEXF, GML and Pajek.

    python3 -m venv venv && venv/bin/pip install networkx==3.6.1 igraph==1.0.0
    venv/bin/python make_graph_files.py ../../../../shared/data > reference.json

The files are those of the folder `shared/data/graphs`, and files that the two libraries write here themselves, which
stand in `written/`. GraphML is read by both, which must agree. Where a library refuses a file, its words are kept.
"""
import io
import json
import pathlib
import sys
import warnings
import zipfile

import igraph
import networkx as nx

warnings.simplefilter("ignore")
here = pathlib.Path(__file__).parent
data = pathlib.Path(sys.argv[1])
written = here / "written"
written.mkdir(exist_ok=True)


def plain(value):
    """A value as JSON has it; infinite numbers as texts."""
    if isinstance(value, float) and value != value:
        return None
    if isinstance(value, float) and abs(value) == float("inf"):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return value


def by_networkx(graph, ids=None):
    ids = ids or {node: str(node) for node in graph}
    edges = [[ids[u], ids[v], plain(d)] for u, v, d in graph.edges(data=True)]
    return {
        "directed": graph.is_directed(),
        "nodes": {ids[node]: plain(d) for node, d in graph.nodes(data=True)},
        "edges": edges,
    }


def by_igraph(graph, key="id"):
    # igraph has one sort of numbers.
    whole = lambda x: int(x) if isinstance(x, float) and x == int(x) else x
    names = [str(whole(name)) for name in graph.vs[key]] if key in graph.vs.attributes() else list(map(str, range(graph.vcount())))
    nodes = {n: plain({k: x for k, x in v.attributes().items() if k != key}) for n, v in zip(names, graph.vs)}
    edges = [[names[e.source], names[e.target], plain({k: x for k, x in e.attributes().items() if k != "id"})] for e in graph.es]
    return {"directed": graph.is_directed(), "nodes": nodes, "edges": edges}


def agree(name, first, second):
    assert first["directed"] == second["directed"], name
    assert first["nodes"] == second["nodes"], name
    def key(edge):
        ends = edge[:2] if first["directed"] else sorted(edge[:2])
        return json.dumps([ends, edge[2]], sort_keys=True)
    assert sorted(map(key, first["edges"])) == sorted(map(key, second["edges"])), name


cases = []


def add(file, format, read):
    case = {"file": str(file), "format": format}
    try:
        case.update(read())
    except Exception as error:  # what it says is what we want to know
        case["refused"] = f"{type(error).__name__}: {error}".split("\n")[0][:120]
    cases.append(case)


def gml(path_or_text):
    # Labels need not be distinct, and identifiers are what is compared.
    text = path_or_text if isinstance(path_or_text, str) else path_or_text.read_text("utf-8")
    return nx.parse_gml(text.splitlines(), label="id")


for path in sorted((data / "graphs/covert").glob("*.graphml")):
    name = f"graphs/covert/{path.name}"
    ours = by_networkx(nx.read_graphml(path))
    agree(name, ours, by_igraph(igraph.Graph.Read_GraphML(str(path))))
    add(name, "graphml", lambda: ours)
for path in sorted((data / "graphs/gephi-fixtures").iterdir()):
    name = f"graphs/gephi-fixtures/{path.name}"
    if path.suffix == ".graphml":
        add(name, "graphml", lambda: by_networkx(nx.read_graphml(path)))
    elif path.suffix == ".gexf":
        add(name, "gexf", lambda: by_networkx(nx.read_gexf(path)))
    elif path.suffix == ".gml":
        add(name, "gml", lambda: by_networkx(gml(path)))
football = zipfile.ZipFile(data / "graphs/football.zip").read("football.gml").decode()
add("graphs/football.zip", "gml", lambda: by_networkx(gml(football)))

# What others write, with what they have words for.
rich = nx.MultiDiGraph(name="Rich")
rich.add_node("a", name="Ä \"quoted\" & <b>", size=3, weight=0.5, colour="red", flag=True)
rich.add_node("b", name="Б", size=-1, weight=1e-7, colour="", flag=False)
rich.add_node("c d", name="تحریک", size=0, weight=2.0, colour="tab\there", flag=True)
rich.add_edge("a", "b", weight=1.5, kind="x")
rich.add_edge("a", "b", weight=2.0, kind="y")
rich.add_edge("c d", "a", weight=0.0, kind="z")
rich.add_edge("b", "b", weight=-3.25, kind="loop")
plain_graph = nx.MultiGraph()
for number, (u, v, d) in enumerate(nx.les_miserables_graph().edges(data=True)):
    plain_graph.add_edge(u, v, weight=float(d["weight"]))

for name, graph in [("rich", rich), ("les-miserables", plain_graph)]:
    expected = by_networkx(graph)
    path = written / f"{name}-networkx.graphml"
    nx.write_graphml_xml(graph, path)
    add(f"written/{path.name}", "graphml", lambda: by_networkx(nx.read_graphml(path, force_multigraph=True)))
    path = written / f"{name}-networkx.gexf"
    nx.write_gexf(graph, path)
    add(f"written/{path.name}", "gexf", lambda: by_networkx(nx.read_gexf(path)))
    path = written / f"{name}-networkx.gml"
    nx.write_gml(graph, path)
    add(f"written/{path.name}", "gml", lambda: by_networkx(nx.read_gml(path, label="id")))
    path = written / f"{name}-networkx.cyjs"
    path.write_text(json.dumps(nx.cytoscape_data(graph), ensure_ascii=False, indent=0), "utf-8")
    add(f"written/{path.name}", "cyjs", lambda: by_networkx(nx.cytoscape_graph(json.loads(path.read_text("utf-8")))))
    path = written / f"{name}-networkx.net"
    if name == "rich":
        # Pajek has no line ends and NetworkX no other values than texts there.
        for _, d in graph.nodes(data=True):
            d.update({k: str(v) for k, v in d.items()})
            d["colour"] = d["colour"].replace("\t", " ") or "none"
            # It writes quotes that it does not read again.
            d["name"] = d["name"].replace('"', "")
        for *_, d in graph.edges(data=True):
            d.update({k: str(v) for k, v in d.items() if k != "weight"})
    nx.write_pajek(graph, path)
    add(f"written/{path.name}", "pajek", lambda: by_networkx(nx.read_pajek(path)))

ig = igraph.Graph(directed=False)
ig.add_vertices(4)
ig.vs["name"] = ["w", "x", "y", "z"]
ig.vs["age"] = [1, 2.5, 3, 4]
ig.add_edges([(0, 1), (1, 2), (2, 3), (3, 3), (0, 1)])
ig.es["weight"] = [1, 2, 0.5, 4, 5]
ig.es["name"] = ["p", "q", "r", "s", "t"]
path = written / "small-igraph.graphml"
ig.write_graphml(str(path))
add(f"written/{path.name}", "graphml", lambda: by_igraph(igraph.Graph.Read_GraphML(str(path))))
path = written / "small-igraph.gml"
ig.write_gml(str(path))
# NetworkX refuses parallel edges where nothing announces them.
add(f"written/{path.name}", "gml", lambda: by_igraph(igraph.Graph.Read_GML(str(path))))
path = written / "small-igraph.net"
ig.write_pajek(str(path))
add(f"written/{path.name}", "pajek", lambda: by_networkx(nx.read_pajek(path)))

versions = {"networkx": nx.__version__, "igraph": igraph.__version__}
lines = [json.dumps(case, ensure_ascii=True, separators=(",", ":"), sort_keys=True) for case in cases]
print('{"versions":' + json.dumps(versions) + ',"files":[\n' + ",\n".join(lines) + "\n]}")
