#!/usr/bin/env python3
"""Writes graphs in LinkChart's native JSON for the tests of the interactive page.

    make_graphs.py NODES LINKS FILE [--plain]

Always the same for the same numbers. Unless --plain, some names, statements and addresses are hostile: markup, scripts,
control characters, every direction of writing, ten thousand letters.
"""
import datetime
import json
import random
import sys

HOSTILE = [
    "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "<!--<script>", "]]>&amp;\"'",
    "افغانستان اور پاکستان", "阿富汗塔利班运动", "Исламское движение", "کابل", "संयुक्त राष्ट्र", "\u202eevil\u202c name",
    "separators \u2028 and \u2029 in it", "A" * 10000, "name with  spaces " * 30, "الدولة الإسلامية في العراق",
    "🇦🇫 flag 👩‍👩‍👧 family", "O'Brien & Söhne \\N \\G {{script}}",
]
ADDRESSES = [
    "https://example.org/report?a=1&b=2", "javascript:alert(1)", "http://example.org/", "mailto:desk@example.org",
    "data:text/html,<script>alert(1)</script>", "JaVaScRiPt:alert(1)", "  javascript:alert(1)",
    "https://example.org/\"onmouseover=\"alert(1)", "file:///etc/passwd", "",
]
# What may stand at a relation's ends: the graph has to pass LinkChart's own checks.
RELATIONS = {
    ("State", "Actor"): ["hosts", "funds", "arms", "engages"], ("State", "State"): ["alliedWith", "rivals", "warns"],
    ("Actor", "State"): ["attacks", "operatesIn", "threatens"], ("Actor", "Actor"): ["affiliatedWith", "rivals", "splitsFrom"],
    ("Actor", "Organisation"): ["attacks", "memberOf"], ("Actor", "Person"): ["attacks", "hosts"],
    ("Organisation", "State"): ["warns", "engages", "operatesIn"], ("Organisation", "Actor"): ["funds", "designates"],
    ("Organisation", "Person"): ["arrests", "warns"], ("Organisation", "Organisation"): ["affiliatedWith", "warns"],
    ("Person", "Actor"): ["memberOf", "joins", "leads"], ("Person", "Organisation"): ["memberOf", "leads"],
    ("Person", "State"): ["nationalOf", "movesTo", "attacks"], ("Person", "Person"): ["communicatedWith"],
    ("Incident", "Actor"): ["perpetratedBy"], ("Incident", "State"): ["occurredIn", "launchedFrom"],
    ("Incident", "Person"): ["victim"], ("Incident", "Organisation"): ["target"], ("Incident", "Incident"): ["linkedTo"],
}
MODALITIES = ["asserted", "confirmed", "estimated", "alleged", "predicted", "proposed", "negated", "denied"]


def make(count, link_count, is_hostile=True, seed=7):
    rng = random.Random(seed)
    kinds = ["State"] * 6 + ["Actor"] * 24 + ["Organisation"] * 20 + ["Person"] * 30 + ["Incident"] * 20
    communities = max(4, round(count ** 0.5 / 2))
    nodes = []
    for number in range(count):
        kind = rng.choice(kinds)
        name = HOSTILE[number] if is_hostile and number < len(HOSTILE) else f"{kind} {number}"
        node = {"id": f"n{number}", "kind": kind, "name": name}
        if number % 3 == 0:
            node["aliases"] = [f"alias {number}"]
        if number % 5 == 0:
            node["attributes"] = {"rank": number}
        nodes.append(node)
    parties = [{"id": f"observer{i}", "kind": "Organisation", "name": HOSTILE[i] if is_hostile and i < 4 else f"Observer {i}"} for i in range(24)]
    sources = [{"id": f"report{i}", "kind": "Document", "title": f"Report {i}" if i else "<b>Report</b> 0", "publisher": "Desk",
                "date": "2021-05", **({"url": url} if url else {})} for i, url in enumerate(ADDRESSES)]
    hubs = [i for i in range(count) if rng.random() < 0.03] or [0]
    edges, seen = [], set()
    while len(edges) < link_count:
        a, draw = rng.randrange(count), rng.random()
        if draw < 0.75:
            b = (a + communities * rng.randint(-6, 6)) % count
        else:
            b = rng.choice(hubs) if draw < 0.9 else rng.randrange(count)
        choices = RELATIONS.get((nodes[a]["kind"], nodes[b]["kind"]))
        if a == b or not choices:
            continue
        relation = rng.choice(choices)
        if (a, relation, b) in seen:
            continue
        seen.add((a, relation, b))
        claims = []
        for _ in range(rng.choices([1, 2, 3], [6, 3, 1])[0]):
            is_odd = is_hostile and len(edges) % 50 == 0
            claim = {"claimant": f"observer{rng.randrange(24)}", "source": f"report{rng.randrange(len(ADDRESSES))}",
                     "modality": rng.choices(MODALITIES, [60, 12, 8, 10, 3, 3, 2, 2])[0], "locator": f"p. {rng.randrange(90)}",
                     "statement": rng.choice(HOSTILE[:11]) if is_odd else f"Statement {len(edges)}"}
            confidence = rng.choice([None, 15, 30, 50, 70, 90])
            if confidence is not None:
                claim["confidence"] = confidence
            claims.append(claim)
        edge = {"from": f"n{a}", "relation": relation, "to": f"n{b}", "claims": claims}
        if len(edges) % 4:
            start = datetime.date(2010, 1, 1) + datetime.timedelta(rng.randrange(5000))
            end = start + datetime.timedelta(rng.randrange(1, 900))
            edge["valid"] = f"{start}/{end}" if len(edges) % 8 else f"{start}/.."
        edges.append(edge)
    title = "<script>alert('title')</script> & a graph" if is_hostile else f"A random graph of {count:,} nodes"
    return {"linkchart": 1, "title": title, "ontology": "builtin", "sources": sources, "nodes": nodes + parties, "edges": edges}


def main():
    count, link_count, file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    with open(file, "w", encoding="utf-8") as output:
        json.dump(make(count, link_count, "--plain" not in sys.argv), output, ensure_ascii=False)


if __name__ == "__main__":
    main()
