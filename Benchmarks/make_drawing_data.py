#!/usr/bin/env python3
"""Makes typed graphs for drawings: actors, people, organisations, places and incidents of a few states, most links
within a state, some across borders.

Usage: python3 Benchmarks/make_drawing_data.py NODES [--seed 1] [--states N] [--cross 0.3] -o FILE.linkchart.json

The states' sizes fall as in the real world, a few nodes have most links, and every kind of relation occurs. The same
arguments give the same file.
"""
import argparse
import json
import random

STATES = ["Afghanistan", "Pakistan", "Iran", "Tajikistan", "India", "Iraq", "Syria", "Russia", "China", "Turkey",
          "Uzbekistan", "Libya", "Yemen", "Somalia", "Mali", "Niger", "Nigeria", "Sudan", "Egypt", "Lebanon",
          "Israel", "Jordan", "Qatar", "Kenya", "Ethiopia", "Chad", "Burkina Faso", "Mozambique", "Philippines",
          "Indonesia"]
KINDS = [("Actor", 34), ("Person", 26), ("Organisation", 14), ("Place", 12), ("Incident", 14)]
# relation, kind it leads from, kind it leads to
RELATIONS = [("attacks", "Actor", "Actor"), ("funds", "Organisation", "Actor"), ("communicatedWith", "Actor", "Person"),
             ("leads", "Person", "Actor"), ("memberOf", "Person", "Actor"), ("perpetratedBy", "Incident", "Actor"),
             ("target", "Incident", "Person"), ("launchedFrom", "Incident", "Place"), ("trains", "Actor", "Actor"),
             ("alliedWith", "Actor", "Actor"), ("movesTo", "Person", "Place"), ("warns", "Organisation", "Organisation")]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("nodes", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--states", type=int)
    options.add_argument("--cross", type=float, default=0.3, help="share of links that cross a border")
    options.add_argument("-o", "--output", required=True)
    given = options.parse_args()
    rng = random.Random(given.seed)
    count = given.states or max(3, min(len(STATES), round(9 * (given.nodes / 300) ** 0.25)))
    weights = [1 / (1 + 0.35 * rank) for rank in range(count)]
    nodes, edges = [], []
    for rank in range(count):
        nodes.append({"id": f"state-{rank}", "kind": "State", "name": STATES[rank]})
    members = {(state, kind): [] for state in range(count) for kind, _ in KINDS}
    numbers = {kind: 0 for kind, _ in KINDS}
    home = {}
    # One state's nodes before the next, as tables of one country each would have them.
    states = sorted(rng.choices(range(count), weights, k=max(0, given.nodes - count)))
    for state in states:
        kind = rng.choices([k for k, _ in KINDS], [w for _, w in KINDS])[0]
        numbers[kind] += 1
        identifier = f"{kind.lower()}-{numbers[kind]}"
        nodes.append({"id": identifier, "kind": kind, "name": f"{kind} {numbers[kind]}"})
        members[state, kind].append(identifier)
        home[identifier] = state
        relation = {"Actor": "basedIn", "Person": "nationalOf", "Organisation": "basedIn", "Place": "locatedIn",
                    "Incident": "occurredIn"}[kind]
        edges.append({"from": identifier, "relation": relation, "to": f"state-{state}"})

    def pick(pool):
        # The first of a pool are picked most: a few hubs.
        return pool[int(len(pool) * rng.random() ** 2.2)]

    seen = set()
    for _ in range(int(given.nodes * 1.25)):
        relation, source, target = rng.choice(RELATIONS)
        here = rng.choices(range(count), weights)[0]
        there = rng.choices(range(count), weights)[0] if rng.random() < given.cross else here
        if not members[here, source] or not members[there, target]:
            continue
        ends = (pick(members[here, source]), relation, pick(members[there, target]))
        if ends[0] == ends[2] or ends in seen:
            continue
        seen.add(ends)
        edges.append({"from": ends[0], "relation": relation, "to": ends[2]})
    with open(given.output, "w") as file:
        json.dump({"linkchart": 1, "title": f"{given.nodes} made-up nodes", "nodes": nodes, "edges": edges}, file, indent=0)


if __name__ == "__main__":
    main()
