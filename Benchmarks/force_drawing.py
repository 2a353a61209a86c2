#!/usr/bin/env python3
"""Places the nodes of a DOT text by forces, as Gephi would: adds `pos` to every node.

Usage: force_drawing.py forceatlas2|drl IN.dot OUT.dot

forceatlas2 is NetworkX's (Jacomy, Venturini, Heymann, Bastian 2014, Gephi's own method); drl is igraph's, of the family
of Gephi's OpenOrd (Martin, Brown, Klavans, Boyack 2011). Both leave the scale to whoever draws: here the page is five
times as large as the nodes with their names, which is what Gephi's readers zoom to. IN.dot must be as linkchart writes
it, one node or edge a line.
"""
import math
import re
import sys

# Quotes and all: a name is written in one way throughout.
NAME = r'("(?:[^"\\]|\\.)*"|[A-Za-z_\x80-\uffff][\w.]*|-?[0-9.]+)'
NODE = re.compile(rf"^\s*{NAME} \[(.*)\];$")
EDGE = re.compile(rf"^\s*{NAME} -> {NAME}")
LABEL = re.compile(rf"label={NAME}")
DEFAULTS = ("graph", "node", "edge")


def main():
    method, source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        lines = file.read().split("\n")
    numbers, texts, ends = {}, [], []
    for line in lines:
        if edge := EDGE.match(line):
            for name in edge.groups():
                if name not in numbers:
                    numbers[name] = len(numbers)
                    texts.append(name)
            ends.append((numbers[edge[1]], numbers[edge[2]]))
        elif (node := NODE.match(line)) and node[1] not in DEFAULTS:
            if node[1] not in numbers:
                label = LABEL.search(node[2])
                numbers[node[1]] = len(numbers)
                texts.append(label[1] if label else node[1])
    count = len(numbers)
    if method == "drl":
        import random

        import igraph
        random.seed(1)
        igraph.set_random_number_generator(random)
        places = igraph.Graph(n=count, edges=ends).layout_drl().coords
    else:
        import networkx
        graph = networkx.Graph()
        graph.add_nodes_from(range(count))
        graph.add_edges_from(ends)
        found = networkx.forceatlas2_layout(graph, max_iter=100, seed=1)
        places = [found[node] for node in range(count)]
    # Graphviz's default node: text of 14 points in an ellipse.
    area = 5 * sum(max(54, 9 * len(text) + 16) * 36 for text in texts)
    xs, ys = sorted(x for x, _ in places), sorted(y for _, y in places)

    def spread(values):
        # A few far nodes don't set the scale.
        return max(1e-9, values[len(values) - 1 - len(values) // 20] - values[len(values) // 20])
    scale = math.sqrt(area / (spread(xs) * spread(ys)))
    written = set()
    with open(target, "w", encoding="utf-8") as file:
        for line in lines:
            if (node := NODE.match(line)) and not EDGE.match(line) and node[1] not in (*written, *DEFAULTS):
                written.add(node[1])
                x, y = places[numbers[node[1]]]
                line = line[:-2] + f', pos="{x * scale:.2f},{y * scale:.2f}"];'
            file.write(line + "\n")


if __name__ == "__main__":
    main()
