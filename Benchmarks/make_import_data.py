#!/usr/bin/env python3
"""Writes files such as analysts get, of any size and the same every time, for compare_import.py.

Usage: python3 Benchmarks/make_import_data.py --out DIR [--megabytes 100] [NAME ...]

NAME is one of: ftm (entities and payments, a JSON object a line), triples (subject, predicate, object, sentence,
confidence, source, a JSON object a line), claims (a CSV with a claim a row), names (a CSV of two columns of names),
nodelink (one JSON document), graphml, gexf, dot.
"""
import argparse
import json
import pathlib
import random

FIRST = ["Abu", "Ahmad", "Zaher", "Maria", "Li", "Olga", "Juan", "Petra", "Amina", "Sven"]
RELATIONS = ["supports", "funds", "met with", "criticised", "attacks"]


def person(rng, people):
    return f"{FIRST[rng.randrange(len(FIRST))]} {rng.randrange(people)}"


def ftm(out, limit, rng):
    size = number = 0
    while size < limit:
        number += 1
        lines = [{"id": f"address-{number}", "schema": "Address", "datasets": ["donations"],
                  "properties": {"city": [f"{rng.randrange(10000, 99999)} Town {number % 977}"], "country": ["de"],
                                 "full": [f"Long Street {number}, Town {number % 977}"]}},
                 {"id": f"person-{number}", "schema": "Person", "datasets": ["donations"],
                  "properties": {"name": [person(rng, 10**6)], "country": ["de"],
                                 "addressEntity": [f"address-{number}"]}},
                 {"id": f"payment-{number}", "schema": "Payment", "datasets": ["donations"],
                  "properties": {"amountEur": [str(rng.randrange(10**6))], "payer": [f"person-{number}"],
                                 "beneficiary": [f"person-{rng.randrange(number) + 1}"],
                                 "date": [f"20{rng.randrange(10, 26)}-0{rng.randrange(1, 10)}-1{rng.randrange(10)}"]}}]
        for line in lines:
            text = json.dumps(line) + "\n"
            out.write(text)
            size += len(text)


def triples(out, limit, rng):
    size = number = 0
    while size < limit:
        number += 1
        a, b = person(rng, 30_000), person(rng, 30_000)
        text = json.dumps({"subject": a, "predicate": rng.choice(RELATIONS), "object": b,
                           "sentence": f"Report {number} says that {a} had dealings with {b} near the border.",
                           "confidence": round(rng.random(), 2), "source": f"report-{number // 20}"}) + "\n"
        out.write(text)
        size += len(text)


def claims(out, limit, rng):
    size = number = 0
    out.write("source,relation,target,date,claimant,confidence,note\n")
    while size < limit:
        number += 1
        day = f"20{rng.randrange(10, 26)}-0{rng.randrange(1, 10)}-1{rng.randrange(10)}"
        text = (f"{person(rng, 30_000)},relatedTo,{person(rng, 30_000)},{day},Agency {rng.randrange(50)},"
                f"{rng.randrange(100)},\"seen at crossing {number}, twice\"\n")
        out.write(text)
        size += len(text)


def names(out, limit, rng):
    size = 0
    out.write("source,target\n")
    while size < limit:
        text = f"{person(rng, 30_000)},{person(rng, 30_000)}\n"
        out.write(text)
        size += len(text)


def nodelink(out, limit, rng):
    edges = limit // 60
    nodes = edges // 4
    out.write('{"directed": true, "multigraph": true, "graph": {}, "nodes": [')
    out.write(", ".join(json.dumps({"id": f"n{i}", "name": f"Node {i}", "group": i % 17}) for i in range(nodes)))
    out.write('], "edges": [')
    out.write(", ".join(json.dumps({"source": f"n{rng.randrange(nodes)}", "target": f"n{rng.randrange(nodes)}",
                                    "key": i, "weight": round(rng.random(), 3)}) for i in range(edges)))
    out.write("]}")


def xml_sizes(limit):
    edges = limit // 110
    return edges // 4, edges


def graphml(out, limit, rng):
    nodes, edges = xml_sizes(limit)
    out.write('<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
              '<key id="d0" for="node" attr.name="label" attr.type="string"/>\n'
              '<key id="d1" for="edge" attr.name="weight" attr.type="double"/>\n<graph edgedefault="directed">\n')
    for i in range(nodes):
        out.write(f'<node id="n{i}"><data key="d0">Node number {i}</data></node>\n')
    for _ in range(edges):
        out.write(f'<edge source="n{rng.randrange(nodes)}" target="n{rng.randrange(nodes)}">'
                  f'<data key="d1">{rng.random():.4f}</data></edge>\n')
    out.write("</graph>\n</graphml>\n")


def gexf(out, limit, rng):
    nodes, edges = xml_sizes(limit)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
              '<graph defaultedgetype="directed">\n<nodes>\n')
    for i in range(nodes):
        out.write(f'<node id="n{i}" label="Node number {i}"/>\n')
    out.write("</nodes>\n<edges>\n")
    for i in range(edges):
        out.write(f'<edge id="{i}" source="n{rng.randrange(nodes)}" target="n{rng.randrange(nodes)}" '
                  f'weight="{rng.random():.4f}"/>\n')
    out.write("</edges>\n</graph>\n</gexf>\n")


def dot(out, limit, rng):
    edges = limit // 52
    nodes = edges // 4
    out.write("digraph {\n")
    for i in range(nodes):
        out.write(f'n{i} [label="Node number {i}"];\n')
    for _ in range(edges):
        out.write(f"n{rng.randrange(nodes)} -> n{rng.randrange(nodes)} [weight={rng.random():.4f}];\n")
    out.write("}\n")


WAYS = {"ftm": (ftm, "ftm.jsonl"), "triples": (triples, "triples.jsonl"), "claims": (claims, "claims.csv"),
        "names": (names, "names.csv"), "nodelink": (nodelink, "nodelink.json"), "graphml": (graphml, "graphml"),
        "gexf": (gexf, "gexf"), "dot": (dot, "dot")}


def path(folder, name, megabytes):
    return pathlib.Path(folder) / f"import{megabytes}.{WAYS[name][1]}"


def make(folder, name, megabytes):
    """Writes one file if it is not there; returns its path."""
    target = path(folder, name, megabytes)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        half = target.with_suffix(target.suffix + ".part")
        with open(half, "w", encoding="utf-8") as out:
            WAYS[name][0](out, megabytes * 1_000_000, random.Random(name))
        half.rename(target)
    return target


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[*WAYS, []])
    parser.add_argument("--out", required=True)
    parser.add_argument("--megabytes", type=int, default=100)
    arguments = parser.parse_args()
    for each in arguments.names or WAYS:
        print(make(arguments.out, each, arguments.megabytes))
